import { EVENT, EVENT_ROOM, MEETING_ROOM } from '../../../sandbox/adobeConnect/testing/ids';
import type { Stage } from '../../support/world';
import { actions, EVERYBODY, getAttendees, people, smallStage, statuses } from './support';

let here: Stage;
beforeEach(async () => {
	here = await smallStage();
});
afterEach(async () => await here.close());

test('Minimum Attendance: who stayed for less is a no-show with their figures', async () => {
	const seconds = people(await getAttendees(here, EVENT, { options: { minimumAttendance: 900 } }));
	const leo = seconds.find(({ email }) => email.startsWith('leo'))!;
	expect(leo).toMatchObject({
		attendanceStatus: 'noShow',
		attendance: { belowThreshold: true, attendedSeconds: 600 },
	});
	const options = { minimumAttendance: 50, minimumAttendanceUnit: 'percent' };
	const percent = people(await getAttendees(here, EVENT, { options }));
	expect(statuses(percent).filter((text) => text.endsWith('attended'))).toEqual([
		'pat.example@example.com attended',
	]);
	const { error } = await getAttendees(here, EVENT, { options: { minimumAttendance: -1 } });
	expect(error?.message).toContain('Minimum Attendance');
});

test('Clip to Scheduled Time: percent is of the plan, not of the hour in which the host prepared', async () => {
	const whole = people(await getAttendees(here, EVENT));
	const pat = whole.find(({ email }) => email.startsWith('pat'))!;
	// 43 minutes of a run of 67, of a plan of 50.
	expect(pat.attendance).toMatchObject({ attendedSeconds: 43 * 60, attendedPercent: 64.2 });
	const clipped = people(await getAttendees(here, EVENT, { options: { clipToScheduled: true } }));
	expect(clipped.find(({ email }) => email.startsWith('pat'))!.attendance).toMatchObject({
		attendedSeconds: 43 * 60,
		attendedPercent: 86,
	});
});

test('Clip to Scheduled Time says where there is nothing to clip by', async () => {
	const result = await getAttendees(here, MEETING_ROOM, { options: { clipToScheduled: true } });
	expect(people(result).length).toBeGreaterThan(0);
	expect(result.hints.map(({ message }) => message).join()).toContain('all of it was counted');
});

test('Registered People Only leaves out whoever came without; presenters and hosts stay', async () => {
	const options = { registeredOnly: true };
	const found = people(await getAttendees(here, EVENT, { options, peopleToReturn: EVERYBODY }));
	expect(statuses(found).some((text) => text.startsWith('Walk In'))).toBe(false);
	expect(new Set(found.map(({ attendance }) => attendance.role))).toEqual(
		new Set(['attendee', 'panelist', 'host']),
	);
});

test('Include Engagement: polls, questions and files make the level; without it nothing is asked for', async () => {
	const options = { includeTexts: true };
	const pat = people(await getAttendees(here, EVENT, { options })).find(({ email }) =>
		email.startsWith('pat'),
	)!;
	expect(pat.engagement).toMatchObject({
		level: 'medium',
		basis: ['duration', 'polls', 'questions', 'files'],
		pollsAnswered: 1,
		questionsAsked: 2,
		filesDownloaded: 1,
		polls: [{ question: 'What is your timeline?', answer: '3 months' }],
		questions: [
			{ question: 'Will it be recorded?', answer: 'Yes' },
			{ question: 'Who is it for?', answer: '' },
		],
	});
	expect(pat.registrant?.answers).toEqual({ Company: 'Example Inc', Country: 'Germany' });
	here.sandbox.adobeConnect.calls.length = 0;
	const without = { includeEngagement: false };
	const off = people(await getAttendees(here, EVENT, { options: without }));
	expect(new Set(off.map(({ engagement }) => engagement.level))).toEqual(new Set(['unknown']));
	expect(actions(here)).not.toContain('report-quiz-interactions');
});

test('of a room, polls alone make the level, several choices being one answer', async () => {
	const { polls } = here.sandbox.adobeConnect.room(EVENT_ROOM);
	const room = here.sandbox.adobeConnect.room(MEETING_ROOM);
	const run = room.held![2]!;
	const at = new Date(Date.parse(run.begin) + 10 * 60_000).toISOString();
	const learner = run.stays.find(({ name }) => name === 'Lee Learner')!;
	room.polls = [
		{
			interactionId: '80200',
			question: polls![1]!.question,
			answers: [{ ...learner, responses: ['Security', 'Pricing'], at }],
		},
		{
			// Of another run of the same room.
			interactionId: '80201',
			question: 'Old?',
			answers: [{ ...learner, responses: ['Yes'], at: room.held![0]!.begin }],
		},
	];
	const options = { includeTexts: true };
	const found = people(await getAttendees(here, MEETING_ROOM, { options }));
	const lee = found.find(({ firstName }) => firstName === 'Lee')!;
	expect(lee.engagement).toMatchObject({
		level: 'high',
		basis: ['duration', 'polls'],
		pollsAnswered: 1,
		polls: [{ question: 'Which topics next?', answer: 'Security; Pricing' }],
	});
});

test('Final After and Retry After are checked', async () => {
	for (const options of [{ finalAfterHours: 'x' }, { retryAfterMinutes: -1 }]) {
		expect((await getAttendees(here, EVENT, { options })).error?.message).toMatch(
			/is not a number/,
		);
	}
});

test('People to Return must not be empty', async () => {
	const { error } = await getAttendees(here, EVENT, { peopleToReturn: [] });
	expect(error?.message).toBe('People to Return is empty');
});
