import {
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { readLimit } from '../../../shared/node/limit';
import { listFields } from '../../../shared/registrants/fields';
import { asObject, asText } from '../../../shared/transport/json';
import { occurrenceLocator } from '../../descriptions/occurrenceLocator';
import { readWebinarId, webinarLocator } from '../../descriptions/webinarLocator';
import { toRegistrant } from '../../mapping/registrant';
import { LISTED_STATUSES, registrantPages } from '../../transport/endpoints/registrants';
import { tellingMeetings } from '../../transport/whatIsIt';

const fields: INodeProperties[] = [
	webinarLocator,
	occurrenceLocator,
	...listFields({
		denied: 'Includes people whose registration the host cancelled',
		answers: 'Whether to return the answers to the custom questions of the webinar',
	}),
];

/** The fields of *Get many* registrants. */
export const description = updateDisplayOptions(
	{ show: { resource: ['registrant'], operation: ['getAll'] } },
	fields,
);

/** Registrants of a webinar, one item each; Zoom has a list for each status. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[][]> {
	const webinarId = readWebinarId(this, itemIndex);
	const occurrenceId = asText(
		this.getNodeParameter('occurrence', itemIndex, '', { extractValue: true }),
	).trim();
	const options = asObject(this.getNodeParameter('options', itemIndex, {}));
	const texts = options.includeAnswers === true;
	const limit = readLimit(this, itemIndex);
	const status = this.getNodeParameter('status', itemIndex, 'approved');
	const items: INodeExecutionData[] = [];
	const add = async (): Promise<void> => {
		for (const listed of LISTED_STATUSES.filter((one) => status === 'all' || status === one)) {
			for await (const page of registrantPages(this, webinarId, listed, occurrenceId)) {
				for (const row of page) {
					const json: IDataObject = { webinarId, ...toRegistrant(row, texts) };
					items.push({ json, pairedItem: { item: itemIndex } });
				}
				if (items.length >= limit) return;
			}
		}
	};
	await tellingMeetings(this, webinarId, add());
	return [items.slice(0, limit)];
}
