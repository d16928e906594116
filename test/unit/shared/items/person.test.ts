import fc from 'fast-check';

import { isAtDomain, parseDomains } from '../../../../nodes/shared/items/domains';
import { readPerson } from '../../../../nodes/shared/items/person';
import { itemFromFields, PERSON_FIELDS } from '../../../../nodes/shared/items/personFields';
import { newContactFields, registeredAt, reportOf } from '../../../../nodes/HubSpot/mapping/report';
import { readTime } from '../../../../nodes/shared/items/time';
import { sessionCalled } from '../../hubspot/samples';

const webinar = {
	provider: 'zoom',
	accountId: 'acc',
	webinarId: '85212345678',
	sessionId: '/a+b==',
	topic: 'Product update',
	startTime: '2026-01-01T10:00:00Z',
	endTime: '2026-01-01T11:00:00Z',
	hostEmail: 'Host@Example.com',
	joinUrl: 'https://zoom.example/j/1',
	registrationUrl: 'https://zoom.example/r/1',
};

const item = {
	email: ' Ada@Example.COM ',
	firstName: 'Ada',
	lastName: 'Lovelace',
	attendanceStatus: 'attended',
	webinar,
	registrant: { status: 'approved', registeredAt: '2025-12-20T08:00:00Z', company: 'Acme' },
	attendance: {
		role: 'attendee',
		firstJoinTime: '2026-01-01T10:05:00Z',
		lastLeaveTime: '2026-01-01T10:55:00Z',
		attendedSeconds: 2400,
		attendedPercent: 66.7,
	},
};

describe('reading a person', () => {
	it('takes what Get attendees returns', () => {
		expect(readPerson(item)).toMatchObject({
			email: 'ada@example.com',
			company: 'Acme',
			role: 'attendee',
			registration: 'approved',
			registeredAt: '2025-12-20T08:00:00Z',
			attended: true,
			joinedAt: '2026-01-01T10:05:00Z',
			seconds: 2400,
			percent: 66.7,
			problem: '',
			session: { hostEmail: 'host@example.com', url: 'https://zoom.example/r/1' },
		});
	});

	it.each([
		['webinarId', 'Webinar ID is missing'],
		['topic', 'Topic is missing'],
		['startTime', 'Start Time is missing'],
		['endTime', 'End Time is missing'],
	])('names the field when %s is missing', (field, problem) => {
		const read = readPerson({ ...item, webinar: { ...webinar, [field]: null } });
		expect(read).toMatchObject({ problem, session: null });
	});

	it.each([
		[{ webinar: { ...webinar, startTime: 'yesterday' } }, 'Start Time is not a valid time'],
		[{ webinar: { ...webinar, endTime: '2026-01-01T09:00:00Z' } }, 'End Time is before Start Time'],
		[
			{ attendanceStatus: 'came' },
			'Attendance Status must be attended, noShow, attendedOnDemand or unknown',
		],
		[{ attendanceStatus: undefined }, 'Attendance Status is missing'],
		[{ registrant: { registeredAt: '5' } }, 'Registered At is not a valid time'],
		[{ attendance: { firstJoinTime: 'soon' } }, 'First Join Time is not a valid time'],
	])('names what is wrong in %j', (change, problem) => {
		expect(readPerson({ ...item, ...change }).problem).toContain(problem);
	});

	it('never throws, whatever the item is', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.anything()), fc.anything(), (json, inner) => {
				const read = readPerson({ ...json, webinar: inner, attendance: inner, registrant: inner });
				expect(typeof read.problem).toBe('string');
			}),
		);
	});

	it('uses the scheduled times of a webinar nobody joined', () => {
		const scheduled = {
			...webinar,
			startTime: null,
			endTime: null,
			scheduledStartTime: '2026-01-01T10:00:00Z',
			scheduledEndTime: '2026-01-01T11:00:00Z',
		};
		const nobody = { ...item, attendanceStatus: 'noShow', webinar: scheduled };
		expect(readPerson({ ...nobody, reason: 'nobodyAttended' }).session).toMatchObject({
			start: '2026-01-01T10:00:00Z',
			end: '2026-01-01T11:00:00Z',
		});
		expect(readPerson(nobody).problem).toBe('Start Time is missing');
	});

	it('counts seconds and percent where a list tells only join and leave', () => {
		const { firstJoinTime, lastLeaveTime } = item.attendance;
		const read = readPerson({ ...item, attendance: { firstJoinTime, lastLeaveTime } });
		expect(read).toMatchObject({ seconds: 3000, percent: 83.3 });
	});

	it('gives no attendance to a no-show', () => {
		const read = readPerson({ ...item, attendanceStatus: 'noShow' });
		expect(read).toMatchObject({ attended: false, joinedAt: null, seconds: 0, percent: 0 });
	});

	it('removes what has no place in a property', () => {
		const read = readPerson({ ...item, firstName: ' A\u0000da\n\ud800 ', lastName: '👩‍🚀' });
		expect(read.firstName).toBe('A da');
		expect(read.lastName).toBe('👩‍🚀');
	});
});

describe('a time', () => {
	it.each([
		['2026-01-01T10:00:00Z', '2026-01-01T10:00:00Z'],
		['2026-01-01 10:00', '2026-01-01T10:00:00Z'],
		['2026-01-01T10:00:00', '2026-01-01T10:00:00Z'],
		['2026-01-01T10:00:00+02:00', '2026-01-01T08:00:00Z'],
		['2026-01-01', '2026-01-01T00:00:00Z'],
		[1767261600000, '2026-01-01T10:00:00Z'],
		[new Date('2026-01-01T10:00:00Z'), '2026-01-01T10:00:00Z'],
		['', null],
		[null, null],
		['01/02/2026', undefined],
		['2026-13-45T10:00:00Z', undefined],
		[new Date(NaN), undefined],
		[{}, undefined],
	])('%p is read as %p', (value, time) => {
		expect(readTime(value)).toBe(time);
	});
});

describe('mapped fields', () => {
	const row = {
		email: 'bob@example.com',
		attendanceStatus: 'attended',
		registeredAt: '2025-12-20',
		attendedSeconds: '1800',
		webinarId: '1',
		topic: 'From a list',
		startTime: '2026-01-01 10:00',
		endTime: '2026-01-01 11:00',
	};

	it('read like an item', () => {
		expect(readPerson(itemFromFields(row))).toMatchObject({
			email: 'bob@example.com',
			registeredAt: '2025-12-20T00:00:00Z',
			seconds: 1800,
			percent: 50,
			problem: '',
			session: { provider: 'webinar', webinarId: '1', sessionId: '' },
		});
	});

	it('may be blank where they are not required', () => {
		const blank = Object.fromEntries(PERSON_FIELDS.map(({ id }) => [id, '']));
		const read = readPerson(itemFromFields({ ...blank, ...row, registeredAt: '' }));
		expect(read.problem).toBe('');
		expect(registeredAt(read)).toBeNull();
	});

	it.each(PERSON_FIELDS.filter(({ required }) => required).map(({ id }) => id))(
		'are refused without %s',
		(id) => {
			const read = readPerson(itemFromFields({ ...row, [id]: '' }));
			expect(read.problem !== '' || read.email === '').toBe(true);
		},
	);
});

describe('what is written of a person', () => {
	it('counts only an approved registration', () => {
		const pending = { ...item, registrant: { ...item.registrant, status: 'pending' } };
		expect(registeredAt(readPerson(item))).toBe('2025-12-20T08:00:00Z');
		expect(registeredAt(readPerson(pending))).toBeNull();
	});

	it('leaves empty fields out of a new contact', () => {
		expect(newContactFields(readPerson(item))).toEqual({
			email: 'ada@example.com',
			firstname: 'Ada',
			lastname: 'Lovelace',
			company: 'Acme',
		});
	});

	it('cuts a long topic between characters', () => {
		const session = sessionCalled({ topic: '👩‍🚀'.repeat(200) });
		const { topic } = reportOf(readPerson(item), session, '2026-01-02T00:00:00Z');
		expect(Array.from(topic).length).toBe(200);
		expect(topic).not.toMatch(/\p{Cs}/u);
	});
});

describe('excluded domains', () => {
	const domains = parseDomains('Rival.example, @other.example\n*.third.example; ');

	it('are read however they are separated', () => {
		const names = domains.map(({ domain }) => domain);
		expect(names).toEqual(['rival.example', 'other.example', 'third.example']);
	});

	it('exclude themselves and their subdomains, and nothing that only looks alike', () => {
		expect(isAtDomain('a@rival.example', domains)).toBe(true);
		expect(isAtDomain('a@sales.rival.example', domains)).toBe(true);
		expect(isAtDomain('a@notrival.example', domains)).toBe(false);
		expect(isAtDomain('a@rival.example.org', domains)).toBe(false);
		expect(isAtDomain('a@example', [])).toBe(false);
	});
});
