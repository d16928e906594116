import type { IExecuteFunctions } from 'n8n-workflow';

import { cleanText } from '../../../shared/items/text';
import { ParameterError } from '../../../shared/node/errors';
import { asObject } from '../../../shared/transport/json';
import { segment } from '../../mapping/event';
import { findEvents, findOwnEvents, type FoundEvent } from '../../transport/eventIdentifiers';
import type { ParticipationSource } from '../../transport/participations';
import type { HubSpotClient } from '../../transport/request';

/** Whose participation is asked for, and how to say so to people. */
export interface Asked {
	source: ParticipationSource;
	/** The end of "HubSpot has no …". */
	name: string;
	/** Known names of the event; empty for a contact. */
	event: { recordId?: string; externalAccountId?: string; externalEventId?: string };
}

/**
 * What the node's fields ask for.
 * @throws ParameterError when a field is empty or malformed, or the event cannot be told
 */
export async function readAsked(
	context: IExecuteFunctions,
	itemIndex: number,
	client: HubSpotClient,
): Promise<Asked> {
	const read = (name: string) => cleanText(context.getNodeParameter(name, itemIndex, ''));
	const of = context.getNodeParameter('participationOf', itemIndex, 'webinar');
	if (of === 'contact') return ofContact(read('contact'));
	if (of === 'event') return ofEvent(read('eventRecordId'));
	const options = asObject(context.getNodeParameter('options', itemIndex, {}));
	const accountId = cleanText(options.accountId);
	return await ofWebinar(client, read('webinarId'), read('partId'), accountId);
}

function ofContact(contact: string): Asked {
	if (!/^\d+$|@/.test(contact)) {
		throw new ParameterError(
			'Contact is neither an email address nor a record ID',
			'Enter the email address of the contact, or the number at the end of its address in HubSpot',
		);
	}
	return { source: { contact }, name: `contact ${contact}`, event: {} };
}

function ofEvent(recordId: string): Asked {
	if (!/^\d+$/.test(recordId)) {
		throw new ParameterError(
			'Record ID is not a number',
			'Enter the last number in the address of the marketing event in HubSpot',
		);
	}
	const name = `marketing event with the record ID ${recordId}`;
	return { source: { objectId: recordId }, name, event: { recordId } };
}

async function ofWebinar(
	client: HubSpotClient,
	typedId: string,
	partId: string,
	accountId: string,
): Promise<Asked> {
	if (typedId === '') {
		throw new ParameterError('Webinar ID is empty', 'Enter the ID of the webinar');
	}
	// Zoom shows its numbers with blanks.
	const webinarId = /^[\d\s-]+$/.test(typedId) ? typedId.replace(/\D/g, '') : typedId;
	const part = partId === '' ? '' : `.${segment(partId)}`;
	const externalEventId = `${segment(webinarId)}${part}`;
	const name = `marketing event of the webinar ${[webinarId, partId].filter(Boolean).join(', ')}`;
	if (accountId !== '') {
		const key = { externalAccountId: accountId, externalEventId };
		return { source: key, name, event: key };
	}
	const [found, ...more] = await eventsCalled(client, externalEventId);
	if (found === undefined) throw noSuch(name);
	if (more.length > 0) throw several(name, [found, ...more]);
	const { objectId, externalAccountId } = found;
	const event = { recordId: objectId, externalAccountId, externalEventId };
	return { source: { objectId }, name, event };
}

/** Those of this sign-in's own app; where it has none, those of other apps. */
async function eventsCalled(client: HubSpotClient, externalEventId: string): Promise<FoundEvent[]> {
	const isMeant = (event: FoundEvent) => event.externalEventId === externalEventId;
	const own = (await findOwnEvents(client, externalEventId)).filter(isMeant);
	return own.length > 0 ? own : (await findEvents(client, externalEventId)).filter(isMeant);
}

/** @param name the end of "HubSpot has no …" */
export function noSuch(name: string): ParameterError {
	return new ParameterError(
		`HubSpot has no ${name}`,
		'Check the ID. A recurring webinar may have one marketing event per occurrence or session: then its ID is needed as well. A new event of another app is found after some minutes only.',
	);
}

function several(name: string, events: readonly FoundEvent[]): ParameterError {
	const list = events
		.map(({ objectId, app, externalAccountId }) =>
			app === '' ? `${objectId} (account ${externalAccountId})` : `${objectId} (${app})`,
		)
		.join(', ');
	return new ParameterError(
		`HubSpot has more than one ${name}: ${list}`,
		'Set Participation Of to Marketing Event and enter one of these record IDs, or set the option Account ID',
	);
}
