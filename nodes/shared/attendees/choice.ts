import type { IExecuteFunctions } from 'n8n-workflow';

import { ParameterError } from '../node/errors';
import { asIsoTime, asObject, asText, type JsonObject } from '../transport/json';

/** Which sessions of the webinar, as the field Session chooses. */
export type Choice =
	| { kind: 'latest' }
	| { kind: 'one'; sessionId: string }
	| { kind: 'occurrence'; occurrenceId: string }
	| { kind: 'all' };

/** Start and end of one session as the trigger told them; ISO 8601 UTC, null when unknown. */
export interface Told {
	startTime: string | null;
	endTime: string | null;
}

/**
 * The sessions that one input item asks for.
 * @param dateName what the platform calls one date of a webinar
 * @throws ParameterError for a date that is not chosen
 */
export function readChoice(
	context: Pick<IExecuteFunctions, 'getNodeParameter'>,
	itemIndex: number,
	input: JsonObject,
	dateName = 'Occurrence',
): Choice {
	const session = context.getNodeParameter('session', itemIndex, 'latest');
	if (session === 'one') {
		const sessionId = asText(context.getNodeParameter('sessionId', itemIndex, '')).trim();
		return sessionId === '' ? { kind: 'latest' } : { kind: 'one', sessionId };
	}
	if (session === 'occurrence') {
		const occurrenceId = asText(
			context.getNodeParameter('occurrence', itemIndex, '', { extractValue: true }),
		).trim();
		if (occurrenceId === '') {
			throw new ParameterError(`${dateName} is empty`, 'Choose a date of the webinar');
		}
		return { kind: 'occurrence', occurrenceId };
	}
	if (session !== 'all') return { kind: 'latest' };
	// Back from Not Ready through a Wait node: the other sessions have come out before.
	const waiting = asText(asObject(input.webinar).sessionId);
	return input.reason === 'reportNotReady' && waiting !== ''
		? { kind: 'one', sessionId: waiting }
		: { kind: 'all' };
}

/** What the trigger, or any earlier node, told about this very session; null = nothing. */
export function toldTimes(item: JsonObject, choice: Choice): Told | null {
	const webinar = asObject(item.webinar);
	if (choice.kind !== 'one' || asText(webinar.sessionId) !== choice.sessionId) return null;
	const startTime = asIsoTime(webinar.startTime);
	const endTime = asIsoTime(webinar.endTime);
	return startTime === null && endTime === null ? null : { startTime, endTime };
}

/** The platform lists all runs of the webinar and this one is not among them, long after it should. */
export function unknownSession(sessionId: string, webinarId: string): ParameterError {
	return new ParameterError(
		`The session ${sessionId} does not belong to the webinar ${webinarId}`,
		'Choose the webinar of this Session ID, or leave Session ID empty for the latest run',
	);
}
