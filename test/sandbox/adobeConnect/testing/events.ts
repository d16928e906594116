import type { AdobeEvent, AdobeRegistrant } from '../world';
import {
	CANCELLED_EVENT,
	COMPANY_QUESTION,
	COUNTRY_QUESTION,
	EVENT,
	EVENT_ROOM,
	HOST,
	LATE,
	NEWS_QUESTION,
	NO_SHOW,
	ON_DEMAND,
	PAT,
	REFUSED,
	SPEAKER,
	UPCOMING_EVENT,
	UPCOMING_ROOM,
	WAITING,
} from './ids';
import type { At } from './rooms';

const DAY = 24 * 60;

function registrant(
	at: At,
	principalId: string,
	days: number,
	rest: Partial<AdobeRegistrant> = {},
): AdobeRegistrant {
	const answers = { [COMPANY_QUESTION]: 'Example Inc' };
	return { principalId, permission: 'view', registeredAt: at(-days * DAY), answers, ...rest };
}

/** It has just ended; somebody has watched the recording since. */
export function endedEvent(at: At): AdobeEvent {
	return {
		id: EVENT,
		name: 'Sample Webinar',
		description: 'All about samples',
		urlPath: '/e30001/',
		roomId: EVENT_ROOM,
		begin: at(-60),
		end: at(-10),
		createdAt: at(-40 * DAY),
		modifiedAt: at(-39 * DAY),
		status: 'not-cancelled',
		requireApproval: false,
		passwordBypass: true,
		registrationLimit: null,
		published: true,
		ownerId: HOST.id,
		questions: [
			{ id: COMPANY_QUESTION, kind: 'fill-in', description: 'Company', required: true },
			{
				id: COUNTRY_QUESTION,
				kind: 'choice',
				description: 'Country',
				required: false,
				choices: ['Germany', 'France', 'United States'],
			},
			{ id: NEWS_QUESTION, kind: 'true-false', description: 'Send me news', required: false },
		],
		registrants: [
			registrant(at, PAT, 11, {
				answers: { [COMPANY_QUESTION]: 'Example Inc', [COUNTRY_QUESTION]: 'Germany' },
			}),
			registrant(at, NO_SHOW, 10),
			registrant(at, ON_DEMAND, 9, { onDemand: { begin: at(-6), end: at(-2) } }),
			registrant(at, LATE, 8, { isLead: true }),
			registrant(at, REFUSED, 7, { permission: 'denied' }),
		],
		permissions: { [HOST.id]: 'host', [SPEAKER.id]: 'mini-host' },
		speaker: { name: 'Sam Speaker', overview: 'Knows samples' },
		notifications: [
			{
				actionId: '96001',
				templateId: 'event-reminder',
				status: 'completed',
				subject: '{event-name} Reminder',
				scheduledAt: at(-60 - DAY),
			},
		],
	};
}

/** In a week; managers let people in, five at most. */
export function upcomingEvent(at: At): AdobeEvent {
	return {
		...endedEvent(at),
		id: UPCOMING_EVENT,
		name: 'Next Webinar',
		urlPath: '/e30002/',
		roomId: UPCOMING_ROOM,
		begin: at(7 * DAY),
		end: at(7 * DAY + 60),
		requireApproval: true,
		registrationLimit: 5,
		registrants: [registrant(at, PAT, 3), registrant(at, WAITING, 2, { permission: 'pending' })],
		notifications: [],
	};
}

export function cancelledEvent(at: At): AdobeEvent {
	return {
		...upcomingEvent(at),
		id: CANCELLED_EVENT,
		name: 'Called Off',
		urlPath: '/e30003/',
		begin: at(3 * DAY),
		end: at(3 * DAY + 60),
		status: 'cancelled',
		published: false,
		registrants: [],
	};
}
