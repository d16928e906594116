import type { INodeProperties } from 'n8n-workflow';

import type { JsonObject } from '../../shared/transport/json';
import type { EventUnit } from '../mapping/event';

/** What is done where another app has made the webinar's event already. */
export type OtherApps = 'report' | 'use' | 'ignore';

export interface EventOptions {
	marketingEvent: EventUnit;
	otherApps: OtherApps;
}

/** The Options about marketing events, the same in every operation that writes them. */
export const eventOptions: INodeProperties[] = [
	{
		displayName: 'Events of Other Apps',
		name: 'otherApps',
		type: 'options',
		default: 'report',
		description:
			'What to do where another app, e.g. the Zoom integration of HubSpot, has made a marketing event of the same webinar',
		options: [
			{
				name: 'Report',
				value: 'report',
				description:
					'Create no second event: the outcome names the app and its event. Contacts are still written.',
			},
			{
				name: 'Use',
				value: 'use',
				description: 'Write into the event of the other app',
			},
			{
				name: 'Ignore',
				value: 'ignore',
				description: 'Create a second event beside it',
			},
		],
	},
	{
		displayName: 'One Marketing Event Per',
		name: 'marketingEvent',
		type: 'options',
		default: 'webinar',
		description:
			'What one marketing event stands for. Choose the same in every operation, so that registrations and attendance meet.',
		options: [
			{
				name: 'Webinar',
				value: 'webinar',
				description:
					'Each occurrence of a recurring webinar has its own. All sessions of a recurring webinar without a fixed time share one.',
			},
			{
				name: 'Session',
				value: 'session',
				description:
					'Each run has its own. Registrations come before there is a session, so they stand in the event of the webinar or occurrence.',
			},
		],
	},
];

/** The chosen ones. @param options the collection Options of the operation */
export function readEventOptions({ marketingEvent, otherApps }: JsonObject): EventOptions {
	return {
		marketingEvent: marketingEvent === 'session' ? 'session' : 'webinar',
		otherApps: otherApps === 'use' || otherApps === 'ignore' ? otherApps : 'report',
	};
}
