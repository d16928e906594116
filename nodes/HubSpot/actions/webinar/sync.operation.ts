import type { INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';

import { whenPeopleFailOption } from '../../../shared/node/people';
import {
	mapDataField,
	mapEachField,
	optionsField,
	previewField,
} from '../../../shared/node/mapData';
import { eventOptions } from '../../descriptions/eventOptions';

export { syncWebinars as operation } from './sync';

const options: INodeProperties[] = [
	{
		displayName: 'Account ID',
		name: 'accountId',
		type: 'string',
		default: '',
		description:
			'The account on the webinar platform, for webinars that do not name it, e.g. when Simplify was off. Use the ID that simplified webinars have, so that registrations and attendance go to the same event.',
	},
	...eventOptions,
	{
		displayName: 'When Deleted',
		name: 'whenDeleted',
		type: 'options',
		default: 'cancel',
		description: 'What to do with the marketing event of a webinar that was deleted',
		options: [
			{
				name: 'Cancel',
				value: 'cancel',
				description: 'The event and its registrations stay, marked as cancelled',
			},
			{ name: 'Leave as It Is', value: 'leave' },
		],
	},
	{
		...whenPeopleFailOption,
		description:
			'What to do with webinars that could not be written. In every case each one is tried, and what was written stays written.',
	},
];

const fields: INodeProperties[] = [
	mapDataField({
		description: 'Where the webinars come from',
		automatically:
			'The items come from Get or Get Many of a webinar node of this package, or from its trigger',
		elsewhere: 'a calendar',
	}),
	mapEachField({
		method: 'getWebinarFields',
		item: 'Webinar',
		description:
			'Times like 2026-10-01T09:00:00Z; without a time zone they are taken as UTC. Empty fields leave HubSpot as it is.',
	}),
	previewField('HubSpot'),
	optionsField(options),
];

/** The fields of *Sync Webinar*. */
export const description = updateDisplayOptions(
	{ show: { resource: ['webinar'], operation: ['sync'] } },
	fields,
);
