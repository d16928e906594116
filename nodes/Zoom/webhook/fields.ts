import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { DEFAULT_WINDOW_MINUTES } from './settings';
import { triggerEvent } from './events';

/** An event of the list, with the scope that Zoom wants for it. */
function choice(name: string, value: string, description: string): INodePropertyOptions {
	return { name, value, description: `${description}. Scope ${triggerEvent(value)?.scope}.` };
}

export const eventsField: INodeProperties = {
	displayName: 'Trigger On',
	name: 'events',
	type: 'multiOptions',
	required: true,
	default: ['webinar.ended'],
	description:
		'The app in Zoom needs the scope named with each event, with :admin at its end for apps of the whole account',
	options: [
		choice('Participant Joined', 'webinar.participant_joined', 'When somebody comes in'),
		choice('Participant Left', 'webinar.participant_left', 'When somebody goes out'),
		choice('Recording Completed', 'recording.completed', 'When the files can be downloaded'),
		choice(
			'Recording Transcript Completed',
			'recording.transcript_completed',
			'When the transcript is ready, after the recording',
		),
		choice('Registration Approved', 'webinar.registration_approved', 'When somebody is let in'),
		choice(
			'Registration Cancelled',
			'webinar.registration_cancelled',
			'When a registration is taken back',
		),
		choice(
			'Registration Created',
			'webinar.registration_created',
			'When somebody registers, approved at once or pending',
		),
		choice('Registration Denied', 'webinar.registration_denied', 'When somebody is turned down'),
		choice('Webinar Created', 'webinar.created', 'When a webinar is scheduled'),
		choice('Webinar Deleted', 'webinar.deleted', 'When a webinar or one of its dates is deleted'),
		choice('Webinar Ended', 'webinar.ended', 'When a session of a webinar is over'),
		choice('Webinar Started', 'webinar.started', 'When a session of a webinar begins'),
		choice('Webinar Updated', 'webinar.updated', 'When a webinar is changed'),
	],
};

export const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Accept Deliveries Up To (Minutes)',
			name: 'acceptUpToMinutes',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: DEFAULT_WINDOW_MINUTES,
			description:
				'How far the time at which Zoom signed an event may be from now. Zoom tries again for up to 85 minutes when n8n cannot be reached.',
		},
		{
			displayName: 'Hosts',
			name: 'hosts',
			type: 'string',
			default: '',
			placeholder: 'e.g. host@example.com, KdYKjnimT4KPd8FFgQt9FQ',
			description:
				'Only webinars of these hosts, separated by commas. Zoom names the host by email and user ID when a webinar started, ended or was recorded, and by user ID only in all other events.',
		},
		{
			displayName: 'Include Download Token',
			name: 'includeDownloadToken',
			type: 'boolean',
			default: false,
			description:
				'Whether recording events carry the token that opens their files for 24 hours. Whoever sees the item can download them.',
		},
		{
			displayName: 'Include Practice Sessions',
			name: 'includePracticeSessions',
			type: 'boolean',
			default: false,
			description: 'Whether to start also when only a practice session ended',
		},
		{
			displayName: 'Topic Contains',
			name: 'topicContains',
			type: 'string',
			default: '',
			placeholder: 'e.g. product update',
			description:
				'Only webinars whose topic contains this text. Upper and lower case do not matter.',
		},
		{
			displayName: 'Webinar IDs',
			name: 'webinarIds',
			type: 'string',
			default: '',
			placeholder: 'e.g. 852 1234 5678, 987 6543 2100',
			description: 'Only these webinars, separated by commas. Spaces and dashes do not matter.',
		},
	],
};
