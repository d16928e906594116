import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { whenPeopleFailOption, type Written } from '../../../shared/node/people';
import { asObject } from '../../../shared/transport/json';
import { unless } from '../../../shared/transport/unless';
import { readWebinarId, webinarLocator } from '../../descriptions/webinarLocator';
import { deleteWebinar } from '../../transport/endpoints/webinars';
import { isNotFound } from '../../transport/told';
import { tellingMeetings } from '../../transport/whatIsIt';
import { oneByOne } from './oneByOne';
import { alreadySo, done } from './outcome';
import { readScope, scopeFields } from './scopeField';

const fields: INodeProperties[] = [
	webinarLocator,
	...scopeFields,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Notify by Email',
				name: 'notify',
				type: 'boolean',
				default: false,
				description: 'Whether Zoom mails the cancellation to panelists and registrants',
			},
			whenPeopleFailOption,
		],
	},
];

export const description = updateDisplayOptions(
	{ show: { resource: ['webinar'], operation: ['delete'] } },
	fields,
);

/** One webinar, series or occurrence per item; what is gone already is `unchanged`. */
export async function operation(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	return await oneByOne(this, items, async (index) => {
		const webinarId = readWebinarId(this, index);
		const occurrenceId = readScope(this, index);
		const { notify } = asObject(this.getNodeParameter('options', index, {}));
		const sent = deleteWebinar(this, webinarId, occurrenceId, notify === true);
		const deleted = await unless(
			isNotFound,
			tellingMeetings(this, webinarId, sent).then(() => true),
		);
		const what = occurrenceId === '' ? `webinar ${webinarId}` : `occurrence ${occurrenceId}`;
		return {
			outcome:
				deleted === true
					? done('deleted', webinarId, `Deleted the ${what}`)
					: alreadySo(webinarId, `Zoom does not know the ${what} any more`, 'webinarNotFound'),
		};
	});
}
