import { meantSession } from '../../../../nodes/AdobeConnect/mapping/seminarSession';
import { kindOf, toWebinar } from '../../../../nodes/AdobeConnect/mapping/webinar';
import { toSeminars } from '../../../../nodes/AdobeConnect/mapping/webinarRows';
import { toSettings } from '../../../../nodes/AdobeConnect/mapping/webinarShown';
import { attributeOf } from '../../../../nodes/AdobeConnect/xml/element';
import { ACCOUNT, inSample, sample, sco, session } from './samples';

const at = (day: number, hour = 10): string =>
	`2030-03-0${day}T${String(hour).padStart(2, '0')}:00:00.000+00:00`;

const whenPresent = sample('recorded/net_sco-info') === undefined ? describe.skip : describe;

whenPresent('the samples', () => {
	test('a recorded meeting with its times', () => {
		const room = inSample('recorded/rb_meeting_find_by_id_success', 'sco')!;
		expect(kindOf(room)).toBe('meeting');
		expect(toWebinar({ kind: 'meeting', sco: room, access: 'remove' }, ACCOUNT)).toMatchObject({
			accountId: '1234',
			webinarId: '98765',
			topic: 'THE Meeting',
			scheduledStartTime: '2014-03-06T00:00:00Z',
			scheduledEndTime: '2014-03-06T01:00:00Z',
			durationSeconds: 3600,
			joinUrl: 'https://example.adobeconnect.com/r3wrt7zkrpg/',
			registrationRequired: true,
		});
	});

	test('a recorded meeting without times', () => {
		const room = inSample('recorded/net_sco-info', 'sco')!;
		expect(toWebinar({ kind: 'meeting', sco: room }, ACCOUNT)).toMatchObject({
			scheduledStartTime: null,
			durationSeconds: 0,
			registrationRequired: null,
		});
	});

	test('an event, from event-info and from a row of a folder', () => {
		const row = inSample('constructed/sco-contents-events', 'scos', 'sco')!;
		const event = sample('constructed/event-info')!;
		const known = {
			kind: 'event' as const,
			webinarId: '1890591',
			scheduledStartTime: '2026-12-01T18:00:00Z',
			joinUrl: 'https://example.adobeconnect.com/e10sample01/',
			registrationRequired: true,
		};
		expect(toWebinar({ kind: 'event', sco: row }, ACCOUNT)).toMatchObject(known);
		expect(toWebinar({ kind: 'event', sco: row, event }, ACCOUNT)).toMatchObject(known);
		const settings = toSettings({
			kind: 'event',
			sco: row,
			event,
			sessions: [],
			roomId: '1890500',
			access: '',
			capacity: null,
			expectedAttendees: null,
		});
		expect(settings).toMatchObject({
			registration: 'automatic',
			registrationLimited: false,
			registeredUsers: 1,
			passwordBypass: true,
			cancelled: false,
			roomId: '1890500',
		});
	});

	test('a session as it was made', () => {
		expect(kindOf(inSample('constructed/sco-update-seminarsession', 'sco')!)).toBe('session');
	});
});

test.each([
	[{ type: 'event' }, 'event'],
	[{ type: 'meeting', icon: 'seminar' }, 'seminar'],
	[{ type: 'meeting', icon: 'meeting' }, 'meeting'],
	[{ type: 'meeting', icon: 'virtual-classroom' }, 'meeting'],
	[{ type: 'seminarsession', icon: 'session' }, 'session'],
	[{ type: 'folder', icon: 'folder' }, undefined],
	[{ type: 'content', icon: 'archive' }, undefined],
	[{}, undefined],
])('%j is %s', (attributes, kind) => {
	expect(kindOf(sco(attributes as Record<string, string>))).toBe(kind);
});

test('the domain of an event is taken only when it is an address of the web', () => {
	const event = (domain: string) => ({
		...sco({}),
		children: [sco({}, { 'domain-name': domain, 'url-path': '/e1/' })].map((info) => ({
			...info,
			name: 'event-info',
		})),
	});
	const urlOf = (domain: string): string =>
		toWebinar({ kind: 'event', sco: sco({}), event: event(domain) }, ACCOUNT).joinUrl;
	expect(urlOf('https://events.example.com/')).toBe('https://events.example.com/e1/');
	for (const domain of [
		'javascript:alert(1)',
		'events.example.com',
		'https://a b',
		'https://x@y',
	]) {
		expect(urlOf(domain)).toBe('https://example.adobeconnect.com/e1/');
	}
});

describe('the session of a seminar that is meant', () => {
	const sessions = [
		session('3', [at(3), at(3, 11)]),
		session('1', [at(1), at(1, 11)]),
		session('2', [at(2), at(2, 11)]),
		session('0'),
	];
	const meant = (now: string, chosen = ''): string | undefined => {
		const found = meantSession(sessions, chosen, Date.parse(now));
		return found && attributeOf(found, 'sco-id');
	};

	test.each([
		[at(1, 9), '1'],
		[at(1, 12), '1'],
		[at(2, 12), '2'],
		[at(9), '3'],
	])('at %s is %s: the one that ended last, else the next one', (now, id) => {
		expect(meant(now)).toBe(id);
	});

	test('is the chosen one, or none', () => {
		expect(meant(at(9), '0')).toBe('0');
		expect(meant(at(9), '77')).toBeUndefined();
	});
});

test('rows of seminars: one per session, one for a room without any, none for the room of an event', () => {
	const room = (id: string) =>
		sco({ 'sco-id': id, type: 'meeting', icon: 'seminar' }, { name: `Room ${id}` });
	const rows = [
		room('1'),
		session('11', [at(1), at(1, 11)]),
		session('12'),
		room('2'),
		room('3'),
		sco({ 'sco-id': '4', type: 'folder' }),
	];
	const found = toSeminars(rows, ACCOUNT, { behindEvents: new Set(['3']) });
	expect(found.map(({ webinarId, occurrenceId }) => [webinarId, occurrenceId])).toEqual([
		['1', '11'],
		['1', '12'],
		['2', ''],
	]);
});
