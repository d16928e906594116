import fc from 'fast-check';
import { makeStory } from '../../story';
import { engagementLevel, expectedAttendees, expectedHubSpot, externalEventId } from '../../truth';
import { BASICS, MAIN, withPerson } from './smallStory';

const RULES = { zoomAccountId: 'ACC' };

describe('expectedAttendees', () => {
	it('gives the values worked out by hand', () => {
		const short = expectedAttendees(MAIN).map((each) => [
			each.key,
			each.attendanceStatus,
			each.firstJoinTime?.slice(11, 19) ?? null,
			each.lastLeaveTime?.slice(11, 19) ?? null,
			each.attendedSeconds,
			each.attendedPercent,
			each.level,
		]);
		expect(short).toEqual([
			['ada', 'attended', '16:00:00', '17:00:00', 3600, 100, 'high'],
			['bea', 'attended', '16:10:00', '17:00:00', 2400, 66.7, 'medium'],
			['cyd', 'noShow', null, null, 0, 0, 'unknown'],
			['dan', 'attended', '16:00:00', '16:15:00', 900, 25, 'low'],
			['eve', 'attended', '16:00:00', '16:50:00', 3000, 83.3, 'low'],
			['phone', 'attended', '16:30:00', '16:31:00', 60, 1.7, 'low'],
		]);
	});

	it('adds panelists and host only when asked', () => {
		expect(expectedAttendees(MAIN, ['host'])).toMatchObject([{ key: 'host', role: 'host' }]);
	});

	it('knows no no-shows without registration, and no attendance of what never ran', () => {
		const open = expectedAttendees({ ...MAIN, registration: false });
		expect(open.map(({ key }) => key)).toEqual(['ada', 'bea', 'dan', 'eve', 'phone']);
		const never = { ...MAIN, sessionUuid: '', people: [MAIN.people[2]] };
		expect(expectedAttendees(never)).toMatchObject([{ attendanceStatus: 'unknown' }]);
	});
});

describe('engagementLevel', () => {
	const till = (minute: string) => [
		{ from: '2026-11-20T16:00:00Z', to: `2026-11-20T16:${minute}:00Z` },
	];
	const level = (minute: string, pollsAnswered: number, questionsAsked: number, over = {}) => {
		const session = withPerson({ presence: till(minute), pollsAnswered, questionsAsked });
		return engagementLevel({ ...session, ...over }, session.people[0]);
	};

	it.each([
		['48', 2, 1, 'high'],
		['47', 2, 1, 'medium'],
		['48', 1, 1, 'medium'],
		['48', 2, 0, 'medium'],
		['48', 0, 0, 'low'],
		['36', 0, 1, 'medium'],
		['35', 2, 1, 'low'],
	])('stayed until minute %s, %i polls, %i questions: %s', (minute, polls, questions, expected) => {
		expect(level(minute, polls, questions)).toBe(expected);
	});

	it('never lowers anybody for what was not offered', () => {
		expect(level('48', 0, 1, { pollCount: 0 })).toBe('high');
		expect(level('48', 2, 0, { questionAndAnswer: false })).toBe('high');
	});

	it('does not judge by time alone', () => {
		expect(level('48', 0, 0, { pollCount: 0, questionAndAnswer: false })).toBe('unknown');
	});
});

describe('expectedHubSpot', () => {
	it('gives the outcomes and activities worked out by hand', () => {
		const { outcomes, events } = expectedHubSpot([MAIN], RULES);
		expect(outcomes.map(({ key, action, reason }) => [key, action ?? reason])).toEqual([
			['ada', 'updated'],
			['bea', 'created'],
			['cyd', 'created'],
			['dan', 'updated'],
			['eve', 'internalUser'],
			['phone', 'noEmail'],
		]);
		expect(events).toHaveLength(1);
		expect(events[0]).toMatchObject({
			externalAccountId: 'ACC',
			externalEventId: '111',
			eventName: 'Main',
			eventType: 'WEBINAR',
			eventOrganizer: 'host@example.com',
			startDateTime: '2026-11-20T16:00:00Z',
			endDateTime: '2026-11-20T17:00:00Z',
		});
		const start = 1795190400000;
		expect(
			events[0].activities.map(({ email, verb, interactionDateTime, joinedAt, leftAt }) =>
				[email[0], verb, interactionDateTime, joinedAt, leftAt].join(' '),
			),
		).toEqual([
			'a register 1794297600000  ',
			`a attend ${start} 2026-11-20T16:00:00Z 2026-11-20T17:00:00Z`,
			'b register 1794384000000  ',
			`b attend ${start} 2026-11-20T16:10:00Z 2026-11-20T17:00:00Z`,
			'c register 1794470400000  ',
			`d attend ${start} 2026-11-20T16:00:00Z 2026-11-20T16:15:00Z`,
		]);
	});

	it('gives the contacts’ properties worked out by hand, over both sessions', () => {
		const { contacts, outcomes } = expectedHubSpot([BASICS, MAIN], RULES);
		const rows = contacts.map(({ email, created, properties }) => [
			email[0],
			created,
			...Object.values(properties),
		]);
		expect(rows).toEqual([
			// 33.3 and 100: the mean 66.65 goes up.
			['a', false, '2', '2', '66.7', 'Main', '111', 'Main', '3600', '100'],
			['b', true, '2', '1', '66.7', 'Main', '111', 'Main', '2400', '66.7'],
			['c', true, '1', '0', null, 'Main', null, null, null, null],
			['d', false, '0', '1', '25', null, '111', 'Main', '900', '25'],
		]);
		const bea = outcomes.filter(({ key }) => key === 'bea').map(({ action }) => action);
		expect(bea).toEqual(['created', 'updated']);
	});

	it('takes the latest session for the last one, in whatever order they are synced', () => {
		const values = (sessions: Parameters<typeof expectedHubSpot>[0]) =>
			expectedHubSpot(sessions, RULES).contacts.find(({ email }) => email.startsWith('ada'));
		expect(values([MAIN, BASICS])?.properties).toEqual(values([BASICS, MAIN])?.properties);
	});

	it('refuses a session that never ran', () => {
		expect(() => expectedHubSpot([{ ...MAIN, sessionUuid: '' }], RULES)).toThrow('never ran');
	});

	it('applies the exclusions in their order', () => {
		const rules = { ...RULES, excludedDomains: ['Rival.example.com'] };
		const reason = (over: Parameters<typeof withPerson>[0]) =>
			expectedHubSpot([withPerson({ registeredAt: '2026-11-01T00:00:00Z', ...over })], rules)
				.outcomes[0].reason;
		const at = (domain: string) => ({ email: `x@${domain}` });
		expect(reason({ email: '', emailValid: false, crm: 'accountUser' })).toBe('noEmail');
		expect(reason({ emailValid: false, crm: 'accountUser' })).toBe('invalidEmail');
		expect(reason({ ...at('rival.example.com'), crm: 'accountUser' })).toBe('internalUser');
		expect(reason({ ...at('rival.example.com'), crm: 'secondary' })).toBe('excludedDomain');
		expect(reason({ ...at('eu.rival.example.com') })).toBe('excludedDomain');
		expect(reason({ ...at('notrival.example.com') })).toBeNull();
		expect(reason({ crm: 'secondary' })).toBe('secondaryEmail');
		expect(reason({ crm: 'deleted' })).toBe('deletedContact');
	});

	it('accounts for every returned person of any story, once', () => {
		fc.assert(
			fc.property(fc.integer(), fc.integer({ min: 10, max: 60 }), (seed, registrants) => {
				const { earlier, nobody, noRegistration, main } = makeStory({ seed, registrants });
				const sessions = [earlier, noRegistration, nobody, main];
				const { outcomes, contacts, events } = expectedHubSpot(sessions, RULES);
				const people = sessions.flatMap((session) => expectedAttendees(session));
				expect(outcomes.map(({ key }) => key)).toEqual(people.map(({ key }) => key));
				const synced = new Set(
					outcomes.filter(({ result }) => result === 'synced').map(({ email }) => email),
				);
				expect(new Set(contacts.map(({ email }) => email))).toEqual(synced);
				expect(new Set(events.map((event) => event.externalEventId)).size).toBe(4);
				for (const session of sessions) {
					expect(externalEventId(session)).toMatch(/^\d+$/);
				}
			}),
			{ numRuns: 20 },
		);
	});
});
