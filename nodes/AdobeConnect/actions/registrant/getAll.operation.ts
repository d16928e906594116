import {
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { readLimit } from '../../../shared/node/limit';
import { listFields } from '../../../shared/registrants/fields';
import { asObject } from '../../../shared/transport/json';
import { occurrenceLocator } from '../../descriptions/occurrenceLocator';
import { webinarLocator } from '../../descriptions/webinarLocator';
import { createClient } from '../../transport/request';
import { joinLinkOption, readJoinLinks } from '../people/joinLinks';
import { findChosen, readWebinarChoice } from '../people/webinarOf';
import { listRegistrants, LISTED_STATUSES } from './list';

const fields: INodeProperties[] = [
	webinarLocator,
	{
		...occurrenceLocator,
		description: 'The session of a seminar that a personal join link is for',
	},
	...listFields(
		{
			denied: 'People whose registration was cancelled are in no list',
			answers: 'Whether to return the answers to the questions of the event',
		},
		[joinLinkOption],
	),
];

/** The fields of *Get many* registrants. */
export const description = updateDisplayOptions(
	{ show: { resource: ['registrant'], operation: ['getAll'] } },
	fields,
);

/** Registrants of an event, participants of a room, one item each. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[][]> {
	const client = await createClient(this);
	const choice = readWebinarChoice(this, itemIndex, client);
	const links = await readJoinLinks(this, itemIndex);
	const options = asObject(this.getNodeParameter('options', itemIndex, {}));
	const limit = readLimit(this, itemIndex);
	const status = this.getNodeParameter('status', itemIndex, 'approved');
	const { found, occurrenceId } = await findChosen(client, choice);
	const registrants = await listRegistrants(client, found, {
		statuses: LISTED_STATUSES.filter((one) => status === 'all' || status === one),
		limit,
		texts: options.includeAnswers === true,
	});
	return [
		registrants.map((registrant) => {
			const linked = links.withLink(registrant, found.webinar, occurrenceId);
			const json: IDataObject = { webinarId: found.webinar.webinarId, ...linked };
			return { json, pairedItem: { item: itemIndex } };
		}),
	];
}
