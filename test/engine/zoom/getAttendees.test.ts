import type { INodeParameters } from 'n8n-workflow';

import type { AttendeeItem } from '../../../nodes/shared/model/attendance';
import type { StorySession } from '../../story/contract';
import { expectedAttendees } from '../../truth';
import { runNode, type NodeRunResult } from '../support/runNode';
import { stage, type Stage } from '../support/world';

const HOUR = 3_600_000;

let here: Stage;
beforeAll(async () => {
	here = await stage();
});
afterAll(async () => await here.close());
beforeEach(() => here.sandbox.books.clear());

function parametersFor(session: StorySession, changes: INodeParameters = {}): INodeParameters {
	return {
		resource: 'attendee',
		operation: 'get',
		webinar: { __rl: true, mode: 'id', value: String(session.webinarId) },
		session: 'one',
		sessionId: session.sessionUuid,
		peopleToReturn: ['attended', 'noShow'],
		options: {},
		...changes,
	};
}

async function run(parameters: INodeParameters, on: Stage = here): Promise<NodeRunResult> {
	return await runNode({ type: 'zoomWebinar', parameters, credentials: on.zoom });
}

function people({ outputs }: NodeRunResult): AttendeeItem[] {
	return outputs[0]!.map(({ json }) => json as AttendeeItem);
}

/** Order does not matter; people without an address are told apart by their figures. */
function facts(rows: Array<Record<string, unknown>>): string[] {
	return rows.map((row) => JSON.stringify(row)).sort();
}

function seen(items: AttendeeItem[]): string[] {
	return facts(
		items.map(({ email, attendanceStatus, attendance, engagement }) => ({
			email,
			attendanceStatus,
			role: attendance.role,
			first: attendance.firstJoinTime && Date.parse(attendance.firstJoinTime),
			last: attendance.lastLeaveTime && Date.parse(attendance.lastLeaveTime),
			seconds: attendance.attendedSeconds,
			percent: attendance.attendedPercent,
			level: engagement.level,
		})),
	);
}

function told(session: StorySession, roles?: Parameters<typeof expectedAttendees>[1]): string[] {
	return facts(
		expectedAttendees(session, roles).map((person) => ({
			email: person.email,
			attendanceStatus: person.attendanceStatus,
			role: person.role,
			first: person.firstJoinTime && Date.parse(person.firstJoinTime),
			last: person.lastLeaveTime && Date.parse(person.lastLeaveTime),
			seconds: person.attendedSeconds,
			percent: person.attendedPercent,
			level: person.level,
		})),
	);
}

describe('Get attendees', () => {
	test('returns exactly the people of the story, with their time, percent and engagement', async () => {
		const result = await run(parametersFor(here.story.main));
		expect(result.error).toBeNull();
		expect(seen(people(result))).toEqual(told(here.story.main));
	});

	test('returns panelists and host where they are asked for', async () => {
		const result = await run(
			parametersFor(here.story.main, {
				peopleToReturn: ['attended', 'noShow', 'panelist', 'host'],
			}),
		);
		const expected = told(here.story.main, ['attendee', 'panelist', 'host']);
		expect(seen(people(result))).toEqual(expected);
	});

	test('finds the latest session when none is named', async () => {
		const named = await run(parametersFor(here.story.main));
		const latest = await run(parametersFor(here.story.main, { session: 'latest' }));
		const empty = await run(parametersFor(here.story.main, { sessionId: '' }));
		expect(seen(people(latest))).toEqual(seen(people(named)));
		expect(seen(people(empty))).toEqual(seen(people(named)));
		expect(people(latest)[0]?.webinar.sessionId).toBe(here.story.main.sessionUuid);
	});

	test('reads a session whose UUID contains // and whose Q&A was off', async () => {
		const result = await run(parametersFor(here.story.earlier));
		expect(seen(people(result))).toEqual(told(here.story.earlier));
	});

	test('gives attendees but no no-shows where registration is off', async () => {
		const result = await run(parametersFor(here.story.noRegistration));
		expect(seen(people(result))).toEqual(told(here.story.noRegistration));
		expect(people(result).some(({ attendanceStatus }) => attendanceStatus === 'noShow')).toBe(
			false,
		);
	});

	test('says nobodyAttended for a session without anybody', async () => {
		const result = await run(parametersFor(here.story.nobody));
		expect(seen(people(result))).toEqual(told(here.story.nobody));
		expect(new Set(people(result).map(({ reason }) => reason))).toEqual(
			new Set(['nobodyAttended']),
		);
	});

	test('says neverStarted for a webinar that was never held', async () => {
		const result = await run(parametersFor(here.story.neverStarted));
		expect(seen(people(result))).toEqual(told(here.story.neverStarted));
		expect(new Set(people(result).map(({ reason }) => reason))).toEqual(new Set(['neverStarted']));
	});

	test('links every person to the input item and keeps items small', async () => {
		const result = await run(parametersFor(here.story.main));
		expect(
			result.outputs[0]!.every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}'),
		).toBe(true);
		const sizes = people(result)
			.map((item) => JSON.stringify(item).length)
			.sort((a, b) => a - b);
		expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(1500);
	});

	test('adds the texts of answers only where they are asked for', async () => {
		const without = people(await run(parametersFor(here.story.main)));
		const texts = people(
			await run(parametersFor(here.story.main, { options: { includeTexts: true } })),
		);
		expect(without.some(({ engagement }) => 'polls' in engagement)).toBe(false);
		const answered = texts.filter(({ engagement }) => engagement.pollsAnswered > 0);
		expect(answered.length).toBeGreaterThan(0);
		for (const { engagement } of answered) {
			expect(engagement.polls).toHaveLength(engagement.pollsAnswered);
			expect(engagement.polls?.[0]?.answer).not.toBe('');
		}
	});

	test('stays within the calls that the pages make necessary', async () => {
		await run(parametersFor(here.story.main));
		const rows = here.story.world.zoom.webinars
			.find(({ id }) => id === here.story.main.webinarId)!
			.sessions.find(({ uuid }) => uuid === here.story.main.sessionUuid)!.participants.length;
		const budget = Math.ceil(rows / 300) + Math.ceil(200 / 300) + 8;
		expect(here.sandbox.books.calls('zoom').length).toBeLessThanOrEqual(budget);
		expect(here.sandbox.books.writes('zoom')).toHaveLength(0);
	});
});

describe('Right after the end', () => {
	let late: Stage;
	beforeAll(async () => {
		late = await stage({ reportDelayMinutes: 30 });
	});
	afterAll(async () => await late.close());

	test('the whole input comes out on Not Ready, with retryAt and finalAt', async () => {
		const { outputs } = await runNode({
			type: 'zoomWebinar',
			parameters: parametersFor(late.story.main, { options: { retryAfterMinutes: 5 } }),
			items: [
				{
					mine: 'kept',
					webinar: {
						sessionId: late.story.main.sessionUuid,
						endTime: late.story.main.endTime,
					},
				},
			],
			credentials: late.zoom,
		});
		expect(outputs[0]).toHaveLength(0);
		const { json } = outputs[1]![0]!;
		expect(json).toMatchObject({ mine: 'kept', reason: 'reportNotReady' });
		expect(Date.parse(String(json.retryAt))).toBeGreaterThan(Date.now() + 4 * 60_000);
		expect(Date.parse(String(json.finalAt))).toBe(Date.parse(late.story.main.endTime) + 2 * HOUR);
	});

	test('durations of 0 are not ready either, then the report is complete', async () => {
		late.sandbox.advance(12 * 60_000);
		expect((await run(parametersFor(late.story.main), late)).outputs[1]).toHaveLength(1);
		late.sandbox.advance(20 * 60_000);
		const ready = await run(parametersFor(late.story.main), late);
		expect(seen(people(ready))).toEqual(told(late.story.main));
	});

	test('Fail stops with an error that says when to try again', async () => {
		const early = await stage({ reportDelayMinutes: 30 });
		const parameters = parametersFor(early.story.main, { options: { whenNotReady: 'fail' } });
		const { error } = await run(parameters, early);
		expect(error?.message).toMatch(/not ready yet/);
		await early.close();
	});
});
