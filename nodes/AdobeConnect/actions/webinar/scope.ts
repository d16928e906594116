import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { ParameterError } from '../../../shared/node/errors';
import { occurrenceLocator, readOccurrence } from '../../descriptions/occurrenceLocator';
import type { WebinarKey } from '../../mapping/webinarLink';
import type { AdobeClient } from '../../transport/request';
import { findWebinar, type FoundWebinar } from '../webinars/find';

/**
 * What is changed or deleted. A choice of its own: an occurrence that an expression leaves empty must
 * not mean the whole room.
 */
export const scopeFields: INodeProperties[] = [
	{
		displayName: 'Applies To',
		name: 'appliesTo',
		type: 'options',
		default: 'webinar',
		options: [
			{
				name: 'Webinar',
				value: 'webinar',
				description: 'A meeting, or a seminar with all its sessions',
			},
			{
				name: 'One Seminar Session',
				value: 'occurrence',
				description: 'The others stay as they are',
			},
		],
	},
	{
		...occurrenceLocator,
		required: true,
		description: 'The session of the seminar',
		displayOptions: { show: { appliesTo: ['occurrence'] } },
	},
];

/** A room, or one session of it, that may be changed. */
export interface Target {
	found: FoundWebinar;
	/** sco-id of the one session that is meant; empty for the room with everything in it. */
	sessionId: string;
}

/**
 * Finds what is to be changed or deleted. The ID of a session in place of a webinar's means that session
 * alone.
 * @param doing e.g. `delete`, as the end of "the API does not …"
 * @throws VendorError webinarNotFound, notAWebinar
 * @throws ParameterError for events, and where one session is meant and there is none
 */
export async function findTarget(
	context: IExecuteFunctions,
	client: AdobeClient,
	itemIndex: number,
	key: WebinarKey,
	doing: string,
): Promise<Target> {
	const isOne = context.getNodeParameter('appliesTo', itemIndex, 'webinar') === 'occurrence';
	const occurrenceId = isOne ? readOccurrence(context, itemIndex) : '';
	if (isOne && occurrenceId === '') {
		throw new ParameterError(
			'Seminar Session is empty',
			'Choose the session, or choose Webinar in Applies To',
		);
	}
	const found = await findWebinar(client, key, occurrenceId);
	const { kind, webinarId } = found.webinar;
	if (kind === 'event') {
		throw new ParameterError(
			`Adobe Connect's API does not ${doing} events`,
			`Open the event in Adobe Connect Central under Event Management and ${doing} it there`,
		);
	}
	if (isOne && kind === 'meeting') {
		throw new ParameterError(
			'A meeting has no sessions to choose from; only seminars have',
			'Choose Webinar in Applies To',
		);
	}
	const isNamed = 'scoId' in key && key.scoId !== webinarId;
	return { found, sessionId: isOne || isNamed ? found.webinar.occurrenceId : '' };
}
