import type { IExecuteFunctions } from 'n8n-workflow';

import { ParameterError } from '../../../shared/node/errors';
import { asIsoTime, asObject, asText, type JsonObject } from '../../../shared/transport/json';
import { readWebinarId } from '../../descriptions/webinarLocator';

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

export interface Wanted {
	webinarId: string;
	accountId: string;
	choice: Choice;
	/** null = nobody told anything of the session. */
	told: Told | null;
}

/** The webinar and the session that one input item asks for. */
export function readWanted(
	context: IExecuteFunctions,
	itemIndex: number,
	input: JsonObject,
	accountId: string,
): Wanted {
	const webinarId = readWebinarId(context, itemIndex);
	const choice = readChoice(context, itemIndex, input);
	const told = choice.kind === 'one' ? toldTimes(input, choice.sessionId) : null;
	return { webinarId, accountId, choice, told };
}

function readChoice(context: IExecuteFunctions, itemIndex: number, input: JsonObject): Choice {
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
			throw new ParameterError('Occurrence is empty', 'Choose a date of the webinar');
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

/** What the trigger, or any earlier node, told about this very session. */
function toldTimes(item: JsonObject, sessionId: string): Told | null {
	const webinar = asObject(item.webinar);
	if (asText(webinar.sessionId) !== sessionId) return null;
	const startTime = asIsoTime(webinar.startTime);
	const endTime = asIsoTime(webinar.endTime);
	return startTime === null && endTime === null ? null : { startTime, endTime };
}
