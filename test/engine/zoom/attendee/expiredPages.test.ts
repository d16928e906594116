import type { AttendeeItem } from '../../../../nodes/shared/model/attendance';
import { expectedAttendees } from '../../../truth';
import type { NodeRunResult } from '../../support/runNode';
import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../support/specs';
import { apiCalls, attendeesOf, inAHurry, zoomNode } from '../support/zoom';

/** Zoom's page tokens live 15 minutes. */
const TOO_LATE = 16 * 60_000;

let here: Stage;
beforeAll(inAHurry);
beforeEach(async () => {
	here = await stage({ registrants: 1000 });
});
afterEach(async () => {
	await here.close();
	expectBySpec(here.sandbox);
});

/**
 * Lets the time of a page token pass just before Zoom answers these requests for a list, counted
 * from 1: Zoom looks at the list once for each of them.
 */
function slow(owner: object, list: string, requests: readonly number[]): void {
	const rows: unknown = Reflect.get(owner, list);
	let reads = 0;
	Object.defineProperty(owner, list, {
		get: () => {
			reads += 1;
			if (requests.includes(reads)) here.sandbox.advance(TOO_LATE);
			return rows;
		},
	});
}

const webinar = () =>
	here.sandbox.zoom.world.webinars.find(({ id }) => id === here.story.main.webinarId)!;

async function run(): Promise<NodeRunResult> {
	const { webinarId, sessionUuid } = here.story.main;
	return await zoomNode(
		here,
		attendeesOf(webinarId, {
			source: 'past',
			session: 'one',
			sessionId: sessionUuid,
			options: { includeEngagement: false },
		}),
		{ items: [{ webinar: { sessionId: sessionUuid, ...here.story.main } }] },
	);
}

function expectExactly({ outputs, error }: NodeRunResult): void {
	expect(error).toBeNull();
	const facts = (person: { email: string; attendanceStatus: string }, seconds: number): string =>
		`${person.email} ${person.attendanceStatus} ${seconds}`;
	const seen = outputs[0]!.map(({ json }) => {
		const item = json as AttendeeItem;
		return facts(item, item.attendance.attendedSeconds);
	});
	const told = expectedAttendees(here.story.main).map((person) =>
		facts(person, person.attendedSeconds),
	);
	expect(seen.sort()).toEqual(told.sort());
}

const pages = (end: string): number => apiCalls(here).filter((call) => call.endsWith(end)).length;

test.each([2, 3])(
	'registrants, at page %d: read again from the start, nobody doubled',
	async (at) => {
		slow(webinar(), 'registrants', [at]);
		expectExactly(await run());
		expect(pages('/registrants')).toBe(4 + at);
	},
);

test('participants, at page 2: read again from the start, nobody counted twice', async () => {
	const session = webinar().sessions.find(({ uuid }) => uuid === here.story.main.sessionUuid)!;
	const count = Math.ceil(session.participants.length / 300);
	slow(session, 'participants', [2]);
	expectExactly(await run());
	expect(pages('/participants')).toBe(count + 2);
});

// The lists are read beside each other, so a wait may cost both of them their tokens.
test('one wait late in both lists: whoever is read again, nobody is missing or doubled', async () => {
	const session = webinar().sessions.find(({ uuid }) => uuid === here.story.main.sessionUuid)!;
	const count = Math.ceil(session.participants.length / 300);
	slow(session, 'participants', [count]);
	expectExactly(await run());
	expect(pages('/participants')).toBe(2 * count);
	expect(pages('/registrants')).toBeGreaterThanOrEqual(4);
});

test('twice in one list: one error that says so, and nobody comes out', async () => {
	slow(webinar(), 'registrants', [2, 5]);
	const { error, outputs } = await run();
	expect(error?.message).toMatch(/twice while it was read.*next page token is invalid or expired/);
	expect(error?.description).toContain('15 minutes');
	expect(outputs.flat()).toEqual([]);
});
