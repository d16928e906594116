import { readEventReport } from '../../../../nodes/AdobeConnect/mapping/eventReport';
import { escaped, read } from '../xml/reading';

function report(attributes: Record<string, string>, inside = ''): string {
	const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
	return `<results><status code="ok"/>
		<poll_questions><question id="7" description="When?"/><question id="8" description=""/></poll_questions>
		<registration_questions><question id="5" description="Company"/></registration_questions>
		<user_list><user principal_id="1"${written.join('')}>${inside}</user></user_list></results>`;
}

const personOf = (attributes: Record<string, string>, inside = '') =>
	readEventReport(read(report(attributes, inside))).people[0]!;

test('reads people, their answers, polls, questions and files', () => {
	const { people, pollsHeld } = readEventReport(
		read(
			report(
				{
					permission_id: 'View',
					name: 'Pat Example',
					login: 'pat@example.com',
					registration_time: '2026-11-20T08:00:00.000-08:00',
					attendance_status: '1',
					first_in_time: '2026-12-01T10:01:00.000-08:00',
					last_end_time: '2026-12-01T10:58:00.000-08:00',
					duration: '00:57:00',
					registration_question_5: 'Example Inc',
					poll_question_7: '3 months',
					poll_question_8: 'yes',
				},
				`<qa><question1 description="Recorded?"><answer1 description="Yes"/><answer2 description="Soon"/></question1>
				<question2 description="Slides?"/></qa>
				<files_downloaded><file1 name="a.pdf"/><file2 name="b.pdf"/></files_downloaded>`,
			),
		),
	);
	expect(pollsHeld).toBe(2);
	expect(people).toEqual([
		{
			principalId: '1',
			permission: 'view',
			name: 'Pat Example',
			login: 'pat@example.com',
			registeredAt: '2026-11-20T16:00:00Z',
			attended: true,
			firstInTime: '2026-12-01T18:01:00Z',
			lastEndTime: '2026-12-01T18:58:00Z',
			attendedSeconds: 3420,
			registrationAnswers: { Company: 'Example Inc' },
			polls: [
				{ question: 'When?', answer: '3 months', answeredAt: null },
				{ question: '8', answer: 'yes', answeredAt: null },
			],
			questions: [
				{ question: 'Recorded?', answer: 'Yes; Soon', askedAt: null },
				{ question: 'Slides?', answer: '', askedAt: null },
			],
			files: ['a.pdf', 'b.pdf'],
		},
	]);
});

test.each([
	['1', true],
	['true', true],
	['Attended', true],
	['0', false],
	['false', false],
	['not-attended', false],
	['No Show', false],
	['', false],
	['7', undefined],
	['perhaps', undefined],
])('attendance_status %j is %j', (attendance_status, attended) => {
	expect(personOf({ attendance_status }).attended).toBe(attended);
});

test.each([
	['00:57:00', 3420],
	['57:30', 3450],
	['3420', 3420],
	['1:00:00.5', 3601],
	['', undefined],
	['57 min', undefined],
	['-5', undefined],
])('duration %j is %j seconds', (duration, seconds) => {
	expect(personOf({ duration }).attendedSeconds).toBe(seconds);
});

test.each(['', '<user_list/>', '<user_list></user_list>'])('%j is nobody', (list) => {
	expect(readEventReport(read(`<results>${list}</results>`))).toEqual({ people: [], pollsHeld: 0 });
});
