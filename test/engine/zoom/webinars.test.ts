import type { ZoomSession, ZoomWebinarState } from '../../sandbox/world';
import { stage, type Stage } from '../support/world';
import { apiCalls, getManyWebinars, getWebinar, jsons, zoomNode } from './support/zoom';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let here: Stage;
beforeAll(async () => {
	here = await stage();
});
afterAll(async () => await here.close());
beforeEach(() => {
	here.sandbox.clearFaults();
	here.sandbox.books.clear();
});

describe('Get', () => {
	test('gives the webinar with its latest run', async () => {
		const { main } = here.story;
		const { outputs, error } = await zoomNode(here, getWebinar(main.webinarId));
		expect(error).toBeNull();
		expect(outputs).toHaveLength(1);
		expect(outputs[0]).toEqual([
			{
				json: expect.objectContaining({
					provider: 'zoom',
					accountId: here.story.world.zoom.accountId,
					webinarId: String(main.webinarId),
					sessionId: main.sessionUuid,
					topic: main.topic,
					startTime: main.startTime,
					endTime: main.endTime,
					durationSeconds: (Date.parse(main.endTime) - Date.parse(main.startTime)) / 1000,
					hostEmail: main.hostEmail.toLowerCase(),
					registrationRequired: true,
				}) as object,
				pairedItem: { item: 0 },
			},
		]);
	});

	test('a webinar that never started has its plan, and no session', async () => {
		const { neverStarted } = here.story;
		const { outputs } = await zoomNode(here, getWebinar(neverStarted.webinarId));
		expect(jsons(outputs[0])).toEqual([
			expect.objectContaining({
				topic: neverStarted.topic,
				scheduledStartTime: neverStarted.startTime,
				sessionId: '',
				startTime: null,
				endTime: null,
			}),
		]);
	});

	test('an expired webinar is told from its report', async () => {
		const { earlier } = here.story;
		const match = new RegExp(`GET /webinars/${earlier.webinarId}$`);
		here.sandbox.addFault({ vendor: 'zoom', match, fault: { kind: 'status', status: 404 } });
		const { outputs, error } = await zoomNode(here, getWebinar(earlier.webinarId));
		expect(error).toBeNull();
		expect(jsons(outputs[0])).toEqual([
			expect.objectContaining({
				webinarId: String(earlier.webinarId),
				topic: earlier.topic,
				sessionId: earlier.sessionUuid,
				scheduledStartTime: null,
				registrationRequired: null,
			}),
		]);
	});

	test('takes the ID as people type it, and a join link', async () => {
		const id = String(here.story.main.webinarId);
		const typed = `${id.slice(0, 3)} ${id.slice(3, 7)}-${id.slice(7)}`;
		const url = { __rl: true, mode: 'url', value: `https://us02web.zoom.us/j/${id}?pwd=abc` };
		for (const parameters of [getWebinar(typed), { ...getWebinar(id), webinar: url }]) {
			const { outputs } = await zoomNode(here, parameters);
			expect(jsons(outputs[0])).toEqual([expect.objectContaining({ webinarId: id })]);
		}
	});
});

/** The main webinar held once more, under another ID. */
function heldAgain(on: Stage, index: number, end: number, minutes = 60): ZoomWebinarState {
	const main = on.sandbox.zoom.world.webinars.find(({ id }) => id === on.story.main.webinarId)!;
	const session: ZoomSession = {
		...main.sessions[0]!,
		uuid: `again${index}//==`,
		startTime: new Date(end - minutes * MINUTE).toISOString(),
		endTime: new Date(end).toISOString(),
		practiceSession: false,
		participants: [],
	};
	return { ...main, id: 96_000_000_000 + index, topic: `Again ${index}`, sessions: [session] };
}

describe('Get many: ended', () => {
	let many: Stage;
	/** Days ago at which the added webinars ended; 1 minute either side of the borders of 28 days. */
	const agos = [1, 27, 28 - 1 / 1440, 28 + 1 / 1440, 55, 56, 57, 100, 179, 181];

	beforeAll(async () => {
		many = await stage();
		const now = many.sandbox.now();
		many.sandbox.zoom.world.webinars.push(
			...agos.map((ago, index) => heldAgain(many, index, now - ago * DAY)),
			// Began on the day before the one on which the window begins.
			heldAgain(many, 90, now - 28 * DAY + 5 * MINUTE, 26 * 60),
			heldAgain(many, 91, now - 56 * DAY + 5 * MINUTE, 26 * 60),
		);
	});

	afterAll(async () => await many.close());
	beforeEach(() => many.sandbox.books.clear());

	async function ended(days: number, changes = {}): Promise<Array<Record<string, unknown>>> {
		const parameters = getManyWebinars({ which: 'ended', days, ...changes });
		const { outputs, error } = await zoomNode(many, parameters);
		expect(error).toBeNull();
		return jsons(outputs[0]);
	}

	function expected(days: number): string[] {
		const now = many.sandbox.now();
		return many.sandbox.zoom.world.webinars
			.flatMap(({ sessions }) => sessions)
			.filter((session) => !session.practiceSession)
			.filter(({ endTime }) => Date.parse(endTime) >= now - days * DAY)
			.sort((a, b) => Date.parse(b.endTime) - Date.parse(a.endTime))
			.map(({ uuid }) => uuid);
	}

	test.each([1, 7, 30, 60, 180])('%d days: every run once, newest first', async (days) => {
		const found = await ended(days);
		expect(found.map(({ sessionId }) => sessionId)).toEqual(expected(days));
		expect(expected(days).length).toBeGreaterThan(0);
		expect(apiCalls(many)).toHaveLength(Math.ceil(days / 28));
	});

	test('a practice session is no run', async () => {
		const practice = many.story.world.zoom.webinars
			.flatMap(({ sessions }) => sessions)
			.filter((session) => session.practiceSession);
		expect(practice.length).toBeGreaterThan(0);
		const ids = new Set((await ended(180)).map(({ sessionId }) => sessionId));
		expect(practice.filter(({ uuid }) => ids.has(uuid))).toEqual([]);
	});

	test('a limit gives the newest and asks for no more than they need', async () => {
		const found = await ended(180, { returnAll: false, limit: 3 });
		expect(found.map(({ sessionId }) => sessionId)).toEqual(expected(180).slice(0, 3));
		expect(apiCalls(many)).toHaveLength(1);
	});

	test.each([0, 181, 'soon'])('%s days are refused before anything is sent', async (days) => {
		const parameters = getManyWebinars({ which: 'ended', days });
		const { error } = await zoomNode(many, parameters);
		expect(error?.message).toContain('Ended Within (Days)');
		expect(error?.description).toMatch(/^Enter /);
		expect(apiCalls(many)).toEqual([]);
	});
});

describe('Get many: of a host', () => {
	test('upcoming webinars are those that are not over', async () => {
		const coming = heldAgain(here, 50, here.sandbox.now());
		const startTime = new Date(here.sandbox.now() + DAY).toISOString();
		here.sandbox.zoom.world.webinars.push({ ...coming, startTime, sessions: [] });
		const host = here.story.main.hostEmail;
		for (const [which, more] of [
			['upcoming', false],
			['scheduled', true],
		] as const) {
			const { outputs } = await zoomNode(
				here,
				getManyWebinars({ which, host: { ...byHost(host) } }),
			);
			const ids = jsons(outputs[0]).map(({ webinarId }) => webinarId);
			expect(ids).toContain(String(coming.id));
			expect(ids.includes(String(here.story.main.webinarId))).toBe(more);
		}
	});

	test('without a host nothing is sent', async () => {
		const { error } = await zoomNode(
			here,
			getManyWebinars({ which: 'upcoming', host: byHost('={{ " " }}') }),
		);
		expect(error?.message).toBe('Host is empty');
		expect(apiCalls(here)).toEqual([]);
	});

	test('a host whom Zoom does not know is no unknown webinar', async () => {
		const { error } = await zoomNode(
			here,
			getManyWebinars({ which: 'upcoming', host: byHost('nobody@example.com') }),
		);
		expect(error?.message).toMatch(/does not know this user.*nobody@example\.com/);
	});
});

function byHost(value: string): { __rl: true; mode: string; value: string } {
	return { __rl: true, mode: 'id', value };
}
