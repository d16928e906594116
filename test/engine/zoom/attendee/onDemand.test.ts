import type { AttendeeItem } from '../../../../nodes/shared/model/attendance';
import type { ZoomRecording } from '../../../sandbox/world';
import type { StoryPerson } from '../../../story/contract';
import { expectedAttendees } from '../../../truth';
import type { NodeRunResult } from '../../support/runNode';
import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../support/specs';
import { apiCalls, attendeesOf, jsons, zoomFault, zoomNode } from '../support/zoom';

const MINUTE = 60_000;
const STRANGER = 'stranger@elsewhere.example.com';

let here: Stage;
let recording: ZoomRecording;
/** Plain registrants with a name that nobody else has. */
let absent: StoryPerson[];
let present: StoryPerson;
beforeEach(async () => {
	here = await stage();
	const { main } = here.story;
	const names = main.people.map(({ firstName, lastName }) => `${firstName} ${lastName}`);
	const plain = main.people.filter(
		({ kind, emailValid, firstName, lastName }) =>
			kind === 'registrant' &&
			emailValid &&
			names.filter((name) => name === `${firstName} ${lastName}`).length === 1,
	);
	absent = plain.filter(({ presence }) => presence.length === 0);
	present = plain.find(({ presence }) => presence.length > 0)!;
	recording = {
		sessionUuid: main.sessionUuid,
		readyAt: main.endTime,
		shareUrl: 'https://zoom.example/rec/share/main',
		playPasscode: 'FAKE-play',
		password: 'FAKE-word',
		files: [],
		views: [],
	};
	world().recordings = [recording];
});
afterEach(async () => {
	await here.close();
	expectBySpec(here.sandbox);
});

function world(uuid = here.story.main.sessionUuid) {
	return here.sandbox.zoom.world.webinars.find(({ sessions }) =>
		sessions.some((session) => session.uuid === uuid),
	)!;
}

/** Minutes after the end of the session. */
function view(email: string, name: string, after: number, seconds: number): void {
	const at = Date.parse(here.story.main.endTime) + after * MINUTE;
	recording.views.push({ email, name, date_time: new Date(at).toISOString(), duration: seconds });
}

const fullName = ({ firstName, lastName }: StoryPerson): string => `${firstName} ${lastName}`;

async function run(peopleToReturn: string[], options = {}): Promise<NodeRunResult> {
	return await zoomNode(
		here,
		attendeesOf(here.story.main.webinarId, {
			session: 'one',
			sessionId: here.story.main.sessionUuid,
			peopleToReturn,
			options,
		}),
	);
}

function items({ outputs, error }: NodeRunResult): AttendeeItem[] {
	expect(error).toBeNull();
	return outputs[0]!.map(({ json }) => json as AttendeeItem);
}

const ALL = ['attended', 'noShow', 'onDemand'];

describe('On-demand viewers', () => {
	test('no-shows who viewed attended on demand, by address and by a name that only they have', async () => {
		const [byEmail, byName] = absent as [StoryPerson, StoryPerson];
		view(` ${byEmail.email.toUpperCase()}`, 'Somebody', 1, 600);
		view(byEmail.email, '', 3, 30);
		view('', fullName(byName), 2, 45);
		const found = items(await run(ALL));
		expect(found).toHaveLength(expectedAttendees(here.story.main).length);
		const viewers = found.filter(({ attendanceStatus }) => attendanceStatus === 'attendedOnDemand');
		const at = (after: number): string =>
			new Date(Date.parse(here.story.main.endTime) + after * MINUTE)
				.toISOString()
				.replace('.000Z', 'Z');
		expect(new Map(viewers.map(({ email, attendance }) => [email, attendance]))).toEqual(
			new Map([
				[
					byEmail.email,
					expect.objectContaining({
						status: 'attendedOnDemand',
						attendedSeconds: 0,
						matchedBy: 'email',
						onDemand: {
							viewedSeconds: 630,
							views: 2,
							firstViewedAt: at(1),
							lastViewedAt: at(3),
						},
					}),
				],
				[
					byName.email,
					expect.objectContaining({
						matchedBy: 'name',
						onDemand: { viewedSeconds: 45, views: 1, firstViewedAt: at(2), lastViewedAt: at(2) },
					}),
				],
			]),
		);
		for (const { registrant } of viewers) expect(registrant).not.toBeNull();
	});

	test('who was there stays attended, and what they viewed is told too', async () => {
		view(present.email, fullName(present), 1, 60);
		const found = items(await run(ALL)).find(({ email }) => email === present.email)!;
		expect(found.attendanceStatus).toBe('attended');
		expect(found.attendance.attendedSeconds).toBeGreaterThan(0);
		expect(found.attendance.onDemand).toMatchObject({ viewedSeconds: 60, views: 1 });
	});

	test('viewers who never registered come out as well, unless registered people only are wanted', async () => {
		view(STRANGER, 'Sam Van Stranger', 1, 60);
		view('', 'No Address', 1, 30);
		const found = items(await run(['onDemand']));
		expect(found).toEqual([
			expect.objectContaining({
				email: STRANGER,
				firstName: 'Sam',
				lastName: 'Van Stranger',
				registrant: null,
				attendanceStatus: 'attendedOnDemand',
			}),
			expect.objectContaining({ email: '', firstName: 'No', lastName: 'Address' }),
		]);
		const registered = items(await run(ALL, { registeredOnly: true }));
		expect(registered.every(({ registrant }) => registrant !== null)).toBe(true);
	});

	test('a name that several people have, and views of nobody, are given to nobody', async () => {
		const [one, other] = absent as [StoryPerson, StoryPerson];
		const rows = world().registrants.filter(({ id }) =>
			[one.registrantId, other.registrantId].includes(id),
		);
		for (const row of rows) [row.first_name, row.last_name] = ['Chris', 'Twice'];
		view('', 'Chris Twice', 1, 60);
		view('', '', 1, 60);
		const result = await run(['onDemand', 'noShow']);
		const viewers = items(result).filter((item) => item.attendance.onDemand !== undefined);
		expect(viewers).toEqual([expect.objectContaining({ email: '', registrant: null })]);
		expect(result.hints.map(({ message }) => message)).toEqual([
			'Views of the recording with neither a name nor an address, left out: 1',
		]);
	});

	test('registering for the recording, or opening it, is not viewing', async () => {
		const [registered, opened] = absent as [StoryPerson, StoryPerson];
		recording.registrants = world().registrants.filter(({ id }) => id === registered.registrantId);
		view(opened.email, fullName(opened), 1, 0);
		view(STRANGER, 'Only Opened', 1, 0);
		const found = items(await run(ALL));
		expect(found).toHaveLength(expectedAttendees(here.story.main).length);
		expect(found.some(({ attendanceStatus }) => attendanceStatus === 'attendedOnDemand')).toBe(
			false,
		);
	});

	test('are not read unless they are asked for', async () => {
		view(absent[0]!.email, '', 1, 60);
		items(await run(['attended', 'noShow']));
		expect(apiCalls(here).filter((call) => call.includes('analytics'))).toEqual([]);
	});

	test('of a long time: month by month, every view once, over pages', async () => {
		const { earlier } = here.story;
		const views = Array.from({ length: 700 }, (_view, index) => ({
			email: `viewer${index % 350}@elsewhere.example.com`,
			name: '',
			date_time: new Date(
				Date.parse(earlier.endTime) +
					(index / 700) * (here.sandbox.now() - Date.parse(earlier.endTime)),
			).toISOString(),
			duration: 10,
		}));
		world(earlier.sessionUuid).recordings = [
			{ ...recording, sessionUuid: earlier.sessionUuid, readyAt: earlier.endTime, views },
		];
		const found = items(
			await zoomNode(here, attendeesOf(earlier.webinarId, { peopleToReturn: ['onDemand'] })),
		);
		expect(found).toHaveLength(350);
		for (const { attendance } of found) {
			expect(attendance.onDemand).toMatchObject({ views: 2, viewedSeconds: 20 });
		}
		const ranges = here.sandbox.books
			.calls('zoom')
			.filter(({ path }) => path.endsWith('analytics_details'))
			.map(({ query }) => `${query.from} ${query.to}`);
		expect(new Set(ranges).size).toBe(2);
		expect(ranges.length).toBeGreaterThan(2);
	});
});

describe('where Zoom does not tell who viewed', () => {
	const hint = /Who viewed the recording is not known/;

	test.each<[string, () => void]>([
		[
			'without the scope',
			() => {
				const { zoom } = here.sandbox;
				zoom.world.scopes = zoom.world.scopes.filter((scope) => !scope.includes('analytics'));
			},
		],
		['without a recording', () => void (world().recordings = [])],
		[
			'where the role or the plan does not allow it',
			() => zoomFault(here, { match: /analytics/, fault: { kind: 'status', status: 403 } }),
		],
	])('%s: a hint, and everybody else comes out', async (_, prepare) => {
		view(absent[0]!.email, '', 1, 60);
		prepare();
		const result = await run(ALL);
		expect(items(result)).toHaveLength(expectedAttendees(here.story.main).length);
		expect(result.hints.map(({ message }) => message)).toEqual([expect.stringMatching(hint)]);
	});

	test('a used-up limit is no hint: it would make no-shows of those who viewed', async () => {
		zoomFault(here, {
			match: /analytics/,
			fault: { kind: 'status', status: 429, policy: 'Daily-limit' },
		});
		const { error, outputs } = await run(ALL);
		expect(error?.message).toContain('daily limit is used up');
		expect(outputs.flat()).toEqual([]);
	});
});

test('as a tool: how many viewed stands in the summary', async () => {
	view(absent[0]!.email, '', 1, 60);
	const { outputs } = await zoomNode(
		here,
		attendeesOf(here.story.main.webinarId, { peopleToReturn: ALL }),
		{ asTool: true },
	);
	expect(jsons(outputs[0])).toEqual([expect.objectContaining({ attendedOnDemand: 1 })]);
});
