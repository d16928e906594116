import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { ParameterError } from '../../shared/node/errors';
import { asText } from '../../shared/transport/json';

/** One session of a seminar room, picked from a list or typed; empty means the one that is next or was last. */
export const occurrenceLocator: INodeProperties = {
	displayName: 'Seminar Session',
	name: 'occurrence',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description:
		'One session of a seminar. Leave it empty for events, meetings, and seminars with one session.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a session…',
			typeOptions: { searchListMethod: 'searchOccurrences', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 1890650',
		},
	],
};

/**
 * The session's sco-id; empty when none is chosen.
 * @throws ParameterError for what is no ID
 */
export function readOccurrence(
	context: Pick<IExecuteFunctions, 'getNodeParameter'>,
	itemIndex: number,
): string {
	const typed = context.getNodeParameter('occurrence', itemIndex, '', { extractValue: true });
	const occurrenceId = asText(typed).trim();
	if (occurrenceId === '' || /^\d{1,18}$/.test(occurrenceId)) return occurrenceId;
	throw new ParameterError(
		'Seminar Session is not an ID of Adobe Connect',
		'Choose the session from the list, or enter its ID, which has digits only',
	);
}
