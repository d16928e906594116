import type { StoryPerson, StorySession } from '../../story/contract';

/** Six people and a host, two sessions; short enough to work out every value by hand. */
function person(over: Partial<StoryPerson> & Pick<StoryPerson, 'key'>): StoryPerson {
	const email = over.email ?? `${over.key}@example.com`;
	return {
		kind: 'registrant',
		typedEmail: email,
		email,
		emailValid: email !== '',
		firstName: over.key,
		lastName: 'Small',
		registeredAt: null,
		registrantId: null,
		presence: [],
		pollsAnswered: 0,
		questionsAsked: 0,
		surveyAnswered: false,
		crm: 'absent',
		...over,
	};
}

function stay(from: string, to: string): StoryPerson['presence'][number] {
	return { from: `2026-11-20T${from}Z`, to: `2026-11-20T${to}Z` };
}

export const MAIN: StorySession = {
	webinarId: 111,
	topic: 'Main',
	// Bytes 0xff 0xef 0xbe and so on: all of base64's awkward letters.
	sessionUuid: '/++++//gAAAAAAAAAAAAAA==',
	startTime: '2026-11-20T16:00:00Z',
	endTime: '2026-11-20T17:00:00Z',
	hostEmail: 'host@example.com',
	pollCount: 2,
	questionAndAnswer: true,
	registration: true,
	people: [
		person({
			key: 'ada',
			crm: 'known',
			contactId: '1',
			registeredAt: '2026-11-10T08:00:00Z',
			presence: [stay('16:00:00', '17:00:00')],
			pollsAnswered: 2,
			questionsAsked: 1,
		}),
		person({
			key: 'bea',
			registeredAt: '2026-11-11T08:00:00Z',
			presence: [stay('16:10:00', '16:30:00'), stay('16:40:00', '17:00:00')],
			pollsAnswered: 1,
		}),
		person({ key: 'cyd', registeredAt: '2026-11-12T08:00:00Z' }),
		person({
			key: 'dan',
			kind: 'unregisteredGuest',
			crm: 'known',
			contactId: '4',
			presence: [stay('16:00:00', '16:15:00')],
			pollsAnswered: 2,
			questionsAsked: 1,
		}),
		person({
			key: 'eve',
			crm: 'accountUser',
			registeredAt: '2026-11-13T08:00:00Z',
			presence: [stay('16:00:00', '16:50:00')],
		}),
		person({
			key: 'phone',
			kind: 'phoneCaller',
			email: '',
			presence: [stay('16:30:00', '16:31:00')],
		}),
		person({
			key: 'host',
			kind: 'host',
			crm: 'accountUser',
			presence: [stay('16:00:00', '17:00:00')],
		}),
	],
};

/** A month before, 1,000 seconds long: Ada for 333 of them, Bea not. */
export const BASICS: StorySession = {
	webinarId: 110,
	topic: 'Basics',
	sessionUuid: 'AAAA//AAAAAAAAAAAAAAAA==',
	startTime: '2026-10-20T16:00:00Z',
	endTime: '2026-10-20T16:16:40Z',
	hostEmail: 'host@example.com',
	pollCount: 0,
	questionAndAnswer: false,
	registration: true,
	people: [
		person({
			key: 'ada',
			crm: 'known',
			contactId: '1',
			registeredAt: '2026-10-01T08:00:00Z',
			presence: [{ from: '2026-10-20T16:00:10Z', to: '2026-10-20T16:05:43Z' }],
		}),
		person({ key: 'bea', registeredAt: '2026-10-02T08:00:00Z' }),
	],
};

export function withPerson(over: Partial<StoryPerson>): StorySession {
	return { ...MAIN, people: [person({ key: 'one', ...over })] };
}
