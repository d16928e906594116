import { AnswerBook } from '../../../../nodes/AdobeConnect/mapping/answers';
import type { EventReport } from '../../../../nodes/AdobeConnect/mapping/eventReport';
import type { Who } from '../../../../nodes/shared/attendees/books';
import { absence } from '../../../../nodes/shared/attendees/attendance';
import { row as stay } from '../../shared/attendees/people';
import { escaped, read } from '../xml/reading';

const ALL = { ...absence('attendee', 'attended'), attendedSeconds: 3600, attendedPercent: 100 };
const NONE: ReadonlySet<string> = new Set();

const who = (changes: Partial<Who>): Who => ({
	registrant: null,
	rows: [],
	email: '',
	emails: new Set(),
	name: '',
	...changes,
});

function answer(transcript: string, name: string, question: string, response: string, minute = 1) {
	const time = `2026-12-01T18:${String(minute).padStart(2, '0')}:00Z`;
	return read(
		`<row transcript-id="${transcript}" interaction-id="${escaped(question)}"><name>${escaped(name)}</name>
		<date-created>${time}</date-created><description>${escaped(question)}</description><response>${response}</response></row>`,
	);
}

const report = (changes: Partial<EventReport['people'][number]> = {}): EventReport => ({
	pollsHeld: 1,
	people: [
		{
			principalId: '1',
			permission: 'view',
			name: 'Pat',
			login: '',
			registeredAt: null,
			attended: true,
			firstInTime: null,
			lastEndTime: null,
			attendedSeconds: undefined,
			registrationAnswers: {},
			polls: [{ question: 'When?', answer: 'Soon', answeredAt: null }],
			questions: [],
			files: [],
			...changes,
		},
	],
});

test('the answers of a room are found by the stay, several choices being one answer', () => {
	const polls = [
		answer('t1', 'Pat', 'Topics?', 'A'),
		answer('t1', 'Pat', 'Topics?', 'B'),
		answer('t2', 'Pat', 'Topics?', 'C'),
	];
	const book = new AnswerBook({ polls, surveyed: NONE });
	const mine = book.of(who({ rows: [stay({ joinId: 't1' })] }), ALL, true);
	expect(mine).toMatchObject({ level: 'high', basis: ['duration', 'polls'], pollsAnswered: 1 });
	expect(mine.polls).toMatchObject([{ question: 'Topics?', answer: 'A; B' }]);
	expect(book.of(who({ rows: [stay({ joinId: 't9' })] }), ALL, false).pollsAnswered).toBe(0);
});

test('a poll that was held again is one poll, the last answer stands', () => {
	const polls = [answer('t1', 'Pat', 'When?', 'Soon', 1), answer('t1', 'Pat', 'When?', 'Later', 9)];
	const { polls: told } = new AnswerBook({ polls, surveyed: NONE }).of(
		who({ rows: [stay({ joinId: 't1' })] }),
		ALL,
		true,
	);
	expect(told).toMatchObject([{ answer: 'Later' }]);
});

test('without a stay, by the name that one person alone has', () => {
	const polls = [answer('', 'Walk In', 'When?', 'Soon')];
	const book = new AnswerBook({ polls, surveyed: NONE });
	expect(book.of(who({ name: 'walk in' }), ALL, false).pollsAnswered).toBe(1);
	expect(book.of(who({ name: '' }), ALL, false).pollsAnswered).toBe(0);
});

test('a signal that nobody used is none: it lowers nobody', () => {
	const pat = who({ rows: [stay({ registrantId: '1' })] });
	const only = new AnswerBook({ report: report(), surveyed: NONE }).of(pat, ALL, false);
	expect(only).toMatchObject({ level: 'high', basis: ['duration', 'polls'] });
	expect(only).not.toHaveProperty('filesDownloaded');
	const question = { question: 'Why?', answer: '', askedAt: null };
	const other = { ...report().people[0]!, principalId: '2', questions: [question], files: ['a'] };
	const both = { pollsHeld: 1, people: [...report().people, other] };
	const asked = new AnswerBook({ report: both, surveyed: NONE });
	expect(asked.of(pat, ALL, false)).toMatchObject({
		level: 'medium',
		basis: ['duration', 'polls', 'questions', 'files'],
		filesDownloaded: 0,
	});
	// Whom the event does not know may have asked as well.
	expect(asked.of(who({ rows: [stay()] }), ALL, false).basis).toEqual(['duration', 'polls']);
});

test('an answered survey is told by the stay', () => {
	const book = new AnswerBook({ surveyed: new Set(['t1']) });
	const told = (joinId: string) => book.of(who({ rows: [stay({ joinId })] }), ALL, false);
	expect(told('t1')).toMatchObject({ surveyAnswered: true, basis: ['duration', 'surveys'] });
	expect(told('t2').surveyAnswered).toBe(false);
});

test('nothing told is unknown, and who was not there has no level', () => {
	const book = new AnswerBook({ surveyed: NONE });
	expect(book.of(who({}), ALL, false)).toMatchObject({ level: 'unknown', basis: ['duration'] });
	const absent = absence('attendee', 'noShow');
	expect(
		new AnswerBook({ report: report(), surveyed: NONE }).of(who({}), absent, false).level,
	).toBe('unknown');
});
