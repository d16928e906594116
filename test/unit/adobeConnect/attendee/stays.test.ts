import fc from 'fast-check';

import { attendanceOf } from '../../../../nodes/shared/attendees/attendance';
import { identify } from '../../../../nodes/shared/attendees/identify';
import type { EventPerson } from '../../../../nodes/AdobeConnect/mapping/eventReport';
import {
	addressOf,
	eventStay,
	toStays,
	toUserStays,
} from '../../../../nodes/AdobeConnect/mapping/stays';
import type { AdobeWebinar } from '../../../../nodes/AdobeConnect/mapping/webinar';
import type { XmlElement } from '../../../../nodes/AdobeConnect/xml/element';
import { registrant } from '../../shared/attendees/people';
import { escaped, read } from '../xml/reading';

const START = Date.parse('2026-12-01T18:00:00Z');
const MINUTE = 60_000;
const RUN = { from: START, to: START + 60 * MINUTE };
const at = (minute: number): string => new Date(START + minute * MINUTE).toISOString();

interface Stay {
	id?: string;
	login?: string;
	name?: string;
	from: number;
	to?: number;
	survey?: string;
}

function row({ id, login = '', name = 'Pat', from, to, survey = '0' }: Stay): XmlElement {
	const principal = id === undefined ? '' : ` principal-id="${id}"`;
	const end = to === undefined ? '' : `<date-end>${at(to)}</date-end>`;
	return read(
		`<row transcript-id="t${from}"${principal} answered-survey="${survey}"><login>${escaped(login)}</login>
		<date-created>${at(from)}</date-created>${end}<participant-name>${escaped(name)}</participant-name></row>`,
	);
}

test('reads a stay, with an address only where the login is one', () => {
	const { rows, unfinished, surveyed } = toStays(
		[
			row({ id: '1', login: ' Pat@Example.com ', from: 1, to: 5, survey: '1' }),
			row({ login: 'pat', from: 2, to: 3 }),
		],
		RUN,
	);
	expect(rows).toEqual([
		{
			registrantId: '1',
			userId: '1',
			email: 'pat@example.com',
			joinId: 't1',
			name: 'Pat',
			from: START + MINUTE,
			to: START + 5 * MINUTE,
		},
		expect.objectContaining({ registrantId: '', email: '', name: 'Pat' }),
	]);
	expect(unfinished).toBe(false);
	expect([...surveyed]).toEqual(['t1']);
});

test('who has not left counts until the end, and makes the report unfinished', () => {
	const { rows, unfinished } = toStays([row({ id: '1', from: 20 })], RUN);
	expect(unfinished).toBe(true);
	expect(rows[0]?.to).toBe(RUN.to);
});

test('stays of other runs, and rows without a time, are none', () => {
	const others = [
		row({ from: -30, to: -10 }),
		row({ from: 70, to: 80 }),
		read('<row transcript-id="x"/>'),
	];
	expect(toStays(others, RUN)).toEqual({ rows: [], unfinished: false, surveyed: new Set() });
});

test('of the users of a session, those who are wanted', () => {
	const users = ['1', '2', ''].map((id) =>
		read(
			`<row principal-id="${id}"><principal-name>H</principal-name><date-created>${at(0)}</date-created></row>`,
		),
	);
	const stays = toUserStays(users, (id) => id !== '2', RUN);
	expect(stays.map(({ registrantId, from, to }) => [registrantId, from, to])).toEqual([
		['1', RUN.from, RUN.to],
	]);
});

describe('what the event tells as one stay', () => {
	const person = (changes: Partial<EventPerson>): EventPerson => ({
		principalId: '1',
		permission: 'view',
		name: 'Pat Example',
		login: 'pat@example.com',
		registeredAt: null,
		attended: true,
		firstInTime: at(10),
		lastEndTime: at(50),
		attendedSeconds: 1200,
		registrationAnswers: {},
		polls: [],
		questions: [],
		files: [],
		...changes,
	});
	const webinar = {
		startTime: at(0),
		endTime: at(60),
		durationSeconds: 3600,
	} as AdobeWebinar;

	test('counts the time of all visits, between the first and the last', () => {
		const stay = eventStay(person({}), RUN)!;
		expect(attendanceOf([stay], webinar, 'attendee', 'registrantId')).toMatchObject({
			status: 'attended',
			attendedSeconds: 1200,
			attendedPercent: 33.3,
			firstJoinTime: '2026-12-01T18:10:00Z',
			lastLeaveTime: '2026-12-01T18:50:00Z',
		});
	});

	test.each([
		[{ lastEndTime: null }, 1200],
		[{ attendedSeconds: undefined }, 2400],
		[{ lastEndTime: null, attendedSeconds: undefined }, 0],
	])('%j makes %j seconds', (changes, seconds) => {
		const stay = eventStay(person(changes), RUN)!;
		expect(attendanceOf([stay], webinar, 'attendee', null).attendedSeconds).toBe(seconds);
	});

	test.each([{ firstInTime: null }, { firstInTime: at(61) }, { firstInTime: at(-5) }])(
		'%j is no stay of this run',
		(changes) => expect(eventStay(person(changes), RUN)).toBeUndefined(),
	);
});

test.each([
	['Pat@Example.com', 'pat@example.com'],
	['pat', ''],
	['', ''],
	['CORP\\pat', ''],
])('the login %j is the address %j', (login, email) => expect(addressOf(login)).toBe(email));

const stayOf = fc.record({
	id: fc.option(fc.constantFrom('1', '2', '3'), { nil: undefined }),
	login: fc.constantFrom('', 'ann@example.com', 'x'),
	name: fc.constantFrom('Ann Lee', 'Bob Ray', 'Guest', ''),
	from: fc.integer({ min: -20, max: 80 }),
	to: fc.option(fc.integer({ min: -20, max: 80 }), { nil: undefined }),
});

test('every stay of the run is somebody’s, once, and nobody was there longer than it ran', () => {
	const registrants = ['1', '2'].map((id) => registrant(id));
	fc.assert(
		fc.property(fc.array(stayOf, { maxLength: 30 }), (stays) => {
			const { rows } = toStays(stays.map(row), RUN);
			const people = identify(rows, registrants);
			expect(people.reduce((sum, { rows: own }) => sum + own.length, 0)).toBe(rows.length);
			const own = people.flatMap(({ registrant: owner }) => owner ?? []);
			expect(new Set(own).size).toBe(own.length);
			for (const person of people) {
				const webinar = {
					startTime: at(0),
					endTime: at(60),
					durationSeconds: 3600,
				} as AdobeWebinar;
				const { attendedSeconds } = attendanceOf(person.rows, webinar, 'attendee', null);
				expect(attendedSeconds).toBeLessThanOrEqual(3600);
			}
		}),
	);
});
