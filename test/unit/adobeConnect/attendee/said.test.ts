import { saidIn } from '../../../../nodes/AdobeConnect/mapping/said';
import type { EventReport } from '../../../../nodes/AdobeConnect/mapping/eventReport';
import { row as stay } from '../../shared/attendees/people';
import { read } from '../xml/reading';

const NONE: ReadonlySet<string> = new Set();

function answer(transcript: string, name: string, response: string, minute = 1) {
	return read(
		`<row transcript-id="${transcript}" interaction-id="7"><name>${name}</name>
		<date-created>2026-12-01T18:0${minute}:00Z</date-created><description>When?</description><response>${response}</response></row>`,
	);
}

const report: EventReport = {
	pollsHeld: 1,
	people: [
		{
			...{ principalId: '1', permission: 'view', name: 'Pat', login: 'Pat@Example.com' },
			...{ registeredAt: null, attended: true, firstInTime: null, lastEndTime: null },
			...{ attendedSeconds: undefined, registrationAnswers: {}, files: [] },
			polls: [{ question: 'When?', answer: 'Soon', answeredAt: null }],
			questions: [{ question: 'Why?', answer: 'Because', askedAt: null }],
		},
	],
};

const REPLY = { question: 'When?', answers: ['Soon'] };

test('the report of an event tells polls and questions, by address and name', () => {
	expect(saidIn({ report, surveyed: NONE }, [])).toEqual([
		{
			...{ email: 'pat@example.com', name: 'Pat', surveys: [] },
			...{ polls: [REPLY], questions: report.people[0]!.questions },
		},
	]);
});

test('where the room was asked as well, its polls are those of everybody, and count once', () => {
	const said = saidIn({ report, polls: [answer('t1', 'Pat', 'Soon')], surveyed: NONE }, []);
	expect(said.flatMap(({ polls }) => polls)).toEqual([REPLY]);
	expect(said.flatMap(({ questions }) => questions)).toHaveLength(1);
});

test('several choices of one moment are one reply; a later one takes their place', () => {
	const polls = [
		answer('t1', 'Pat', 'Soon'),
		answer('t1', 'Pat', 'Late'),
		answer('t2', 'Kim', 'Soon'),
	];
	const both = saidIn({ polls, surveyed: NONE }, []);
	expect(both.map((one) => one.polls)).toEqual([
		[{ question: 'When?', answers: ['Soon', 'Late'] }],
		[REPLY],
	]);
	const again = [...polls, answer('t1', 'Pat', 'Never', 9)];
	expect(saidIn({ polls: again, surveyed: NONE }, [])[0]!.polls[0]!.answers).toEqual(['Never']);
});

test('who came back is one voice, and its address is that of the stay', () => {
	const rows = ['t1', 't2'].map((joinId) =>
		stay({ joinId, registrantId: '1', email: 'pat@example.com' }),
	);
	const polls = [answer('t1', 'Pat', 'Soon'), answer('t2', 'Pat', 'Later', 9)];
	expect(saidIn({ polls, surveyed: NONE }, rows)).toEqual([
		{
			...{ email: 'pat@example.com', name: 'Pat', questions: [], surveys: [] },
			polls: [{ question: 'When?', answers: ['Later'] }],
		},
	]);
});

test('people who said nothing are no voices', () => {
	const silent = { ...report, people: [{ ...report.people[0]!, polls: [], questions: [] }] };
	expect(saidIn({ report: silent, surveyed: NONE }, [])).toEqual([]);
});
