import type { INodeProperties } from 'n8n-workflow';

import { attendanceRuleOptions } from '../../../shared/node/attendanceOptions';
import { withPeopleOptions } from '../people/options';

const peopleOptions: INodeProperties[] = [
	{
		displayName: 'Fill Webinar URL',
		name: 'fillWebinarUrl',
		type: 'boolean',
		default: true,
		description:
			"Whether members without a Webinar URL or a Registration Code get the person's join link and the ID of the registration",
	},
	{
		displayName: 'No-Shows Who Are Not Members',
		name: 'noShowsNotMembers',
		type: 'options',
		default: 'add',
		description: 'What to do with people who registered on the platform and did not come',
		options: [
			{ name: 'Add', value: 'add', description: 'They become members with the status No Show' },
			{
				name: 'Leave Out',
				value: 'leaveOut',
				description: 'As native event partners do: only members of the program become No Show',
			},
		],
	},
];

const engagementOptions: INodeProperties[] = [
	{
		displayName: 'Activity Type Name or ID',
		name: 'activityType',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getActivityTypes' },
		default: '',
		description:
			'The custom activity type to write engagement as. If empty, Webinar Interaction is used. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Create Missing Activity Type',
		name: 'createMissingActivityType',
		type: 'boolean',
		default: true,
		description:
			'Whether to create and approve the custom activity type Webinar Interaction when Marketo does not have it yet. Needs the permission Read-Write Activity Metadata; an instance has at most 10 types.',
	},
	{
		displayName: 'Create Missing Marker Field',
		name: 'createMissingMarkerField',
		type: 'boolean',
		default: true,
		description:
			'Whether to create the program member field n8nWebinarMarker when Marketo does not have it yet. Needs the permission Read-Write Schema Custom Field; an instance has at most 20 such fields, and none can be deleted.',
	},
	{
		displayName: 'Engagement',
		name: 'engagement',
		type: 'options',
		default: 'leave',
		description: 'Where to write what each person did in the webinar, e.g. questions asked',
		options: [
			{
				name: 'Custom Activities',
				value: 'activities',
				description:
					'One per poll answer, question and survey answer if the items carry their texts; otherwise one per kind, with the number',
			},
			{ name: 'Leave Out', value: 'leave' },
		],
	},
	{
		displayName: 'Marker Field Name or ID',
		name: 'markerField',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getTextMemberFields' },
		default: '',
		description:
			'The custom program member field that remembers which activities have been written. If empty, n8nWebinarMarker is used. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
];

/** The options of *Sync Attendance*, in the order of their names. */
export const attendanceOptionFields = withPeopleOptions([
	...engagementOptions,
	...peopleOptions,
	...attendanceRuleOptions('They get the status No Show'),
]);
