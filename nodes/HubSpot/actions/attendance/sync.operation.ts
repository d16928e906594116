import type { INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';

import { attendanceRuleOptions } from '../../../shared/node/attendanceOptions';
import { whenPeopleFailOption } from '../../../shared/node/people';
import {
	mapDataField,
	mapEachField,
	optionsField,
	previewField,
} from '../../../shared/node/mapData';
import { withSyncOptions } from '../people/options';

export { syncAttendance as operation } from './sync';

const own: INodeProperties[] = [
	{
		displayName: 'Engagement',
		name: 'engagement',
		type: 'options',
		default: 'leave',
		description: 'Where to write what each person did in the webinar, e.g. questions asked',
		options: [
			{ name: 'Nowhere', value: 'leave' },
			{
				name: 'Contact Properties',
				value: 'properties',
				description: 'Level, polls answered and questions asked in the last attended webinar',
			},
			{
				name: 'Note on the Contact',
				value: 'note',
				description:
					'One per person and session, with polls and questions if the items carry their texts',
			},
		],
	},
	...attendanceRuleOptions('Their registration is written, but no attendance'),
];

const fields: INodeProperties[] = [
	mapDataField({
		description: 'Where the people and their webinar come from',
		automatically: 'The items come from Get Attendees of a webinar node of this package',
		elsewhere: 'a CSV file',
	}),
	mapEachField({
		method: 'getPersonFields',
		item: 'Person',
		description:
			'Times like 2026-10-01T09:00:00Z; without a time zone they are taken as UTC. If Attended Percent is empty, it is worked out from the seconds.',
	}),
	previewField('HubSpot'),
	optionsField([...withSyncOptions(own), whenPeopleFailOption]),
];

/** The fields of *Sync Attendance*. */
export const description = updateDisplayOptions(
	{ show: { resource: ['attendance'], operation: ['sync'] } },
	fields,
);
