import { findSession, type Asked } from '../../../../nodes/Zoom/actions/attendee/findSession';
import type { AttendeeOptions } from '../../../../nodes/shared/attendees/options';
import type { SessionSource } from '../../../../nodes/Zoom/actions/attendee/source/source';
import type { JsonObject } from '../../../../nodes/shared/transport/json';

const HOUR = 3_600_000;
const END = Date.parse('2026-11-20T17:00:00Z');

const OPTIONS: AttendeeOptions = {
	people: new Set(['attended', 'noShow']),
	finalAfterMs: 2 * HOUR,
	retryAfterMs: 600_000,
	whenNotReady: 'output',
	includeEngagement: true,
	includeTexts: false,
	clipToScheduled: false,
	threshold: { amount: 0, unit: 'seconds' },
	registeredOnly: false,
};

const DETAILS = { id: 95426371234, type: 5, start_time: '2026-11-20T16:00:00Z', duration: 60 };
const REPORT = { uuid: 'a==', id: 95426371234, end_time: '2026-11-20T17:00:00Z' };
const ROW = {
	user_email: 'ann@example.com',
	join_time: '2026-11-20T16:05:00Z',
	leave_time: '2026-11-20T16:50:00Z',
	duration: 2700,
};

function source(
	report: JsonObject | undefined,
	rows: JsonObject[] | undefined,
	changes: Partial<SessionSource> = {},
): SessionSource {
	return {
		listsRuns: false,
		runs: async () => await Promise.resolve([]),
		find: async () => await Promise.resolve(report),
		rows: async () => await Promise.resolve(rows),
		answers: async () => await Promise.resolve(undefined),
		...changes,
	};
}

const asked = (changes: Partial<Asked> = {}): Asked => ({
	webinarId: '95426371234',
	accountId: 'account',
	details: DETAILS,
	sessionId: '',
	told: null,
	...changes,
});

const find = async (from: SessionSource, now: number, changes: Partial<Asked> = {}) =>
	await findSession({ source: from, readings: beside(), options: OPTIONS, now }, asked(changes));

/** What is read beside the rows; `log` hears of it. */
function beside(log: string[] = []) {
	let begun = Promise.resolve();
	return {
		begin: () => {
			log.push('begun');
			begun = begun.then(() => void log.push('read'));
		},
		settledAfter: async <T>(work: Promise<T>): Promise<T> =>
			await work.finally(async () => await begun),
	};
}

test.each([95426371234, '95426371234', undefined])('takes the webinar ID %j', async (id) => {
	const session = await find(source({ ...REPORT, id }, [ROW]), END);
	expect(session).toMatchObject({ webinar: { webinarId: '95426371234', sessionId: 'a==' } });
	expect(session.rows).toHaveLength(1);
});

test.each([95426371235, '95426371235'])('refuses the webinar ID %j', async (id) => {
	await expect(find(source({ ...REPORT, id }, [ROW]), END)).rejects.toThrow(
		'The session belongs to the webinar 95426371235, not to 95426371234',
	);
});

describe('registrants are read beside the rows', () => {
	/** Zoom gives a first page, and then the rest or an error. */
	const paged = (first: JsonObject[], rest: Promise<JsonObject[]>) =>
		source(REPORT, undefined, {
			rows: async (_, begun) => {
				begun(first);
				return await rest;
			},
		});
	const unfinished = { ...ROW, duration: 0 };
	test.each<[string, JsonObject[], number, string[]]>([
		['from the first page on', [ROW], END, ['begun', 'read']],
		['not while Zoom is still computing', [unfinished], END, []],
		['not where there is nothing yet', [], END, []],
		['whatever it says once the report is final', [unfinished], END + 2 * HOUR, ['begun', 'read']],
	])('%s', async (_, first, now, said) => {
		const log: string[] = [];
		const search = { source: paged(first, Promise.resolve([ROW])), options: OPTIONS, now };
		await findSession({ ...search, readings: beside(log) }, asked());
		expect(log).toEqual(said);
	});

	test('and nothing is under way any more when the rows could not be read', async () => {
		const log: string[] = [];
		const from = paged([ROW], Promise.reject(new Error('gone')));
		const search = { source: from, options: OPTIONS, now: END, readings: beside(log) };
		await expect(findSession(search, asked())).rejects.toThrow('gone');
		expect(log).toEqual(['begun', 'read']);
	});
});

describe('how far the report is', () => {
	const soon = END + HOUR;
	const final = END + 2 * HOUR;
	const held = [{ uuid: 'a==', start_time: DETAILS.start_time }];
	test.each<[string, SessionSource, number, string | undefined]>([
		['no report yet', source(undefined, undefined), soon, 'reportNotReady'],
		['no report, nor a run', source(undefined, undefined), final, 'neverStarted'],
		[
			'no report of a webinar that ran',
			source(undefined, undefined, { runs: async () => await Promise.resolve(held) }),
			final,
			'nobodyAttended',
		],
		['a report without a list of people', source(REPORT, undefined), soon, 'reportNotReady'],
		['an empty list', source(REPORT, []), soon, 'reportNotReady'],
		['durations of 0', source(REPORT, [{ ...ROW, duration: 0 }]), soon, 'reportNotReady'],
		['an empty list for good', source(REPORT, []), final, undefined],
		['durations of 0 for good', source(REPORT, [{ ...ROW, duration: 0 }]), final, undefined],
		['everything', source(REPORT, [ROW]), soon, undefined],
	])('%s', async (_, from, now, reason) => {
		expect((await find(from, now)).reason).toBe(reason);
	});

	test('a start that was moved to another day does not end the waiting for a session', async () => {
		const moved = { ...DETAILS, start_time: '2026-12-24T16:00:00Z' };
		const told = { startTime: '2026-11-20T16:00:00Z', endTime: null };
		const session = await find(source(undefined, undefined), final, {
			details: moved,
			sessionId: 'a==',
			told,
		});
		expect(session).toMatchObject({ reason: 'nobodyAttended', finalAt: '2026-11-20T19:00:00Z' });
	});
});

test('people whom Zoom counted and no longer tells are an error, and no no-shows', async () => {
	const forgotten = source({ ...REPORT, participants_count: 12 }, []);
	await expect(find(forgotten, END + 2 * HOUR)).rejects.toThrow('no longer says');
});

test('a source that lists all runs does not make no-shows of a session that is none', async () => {
	const from = source(undefined, undefined, { listsRuns: true });
	await expect(find(from, END + 2 * HOUR, { sessionId: 'x==' })).rejects.toThrow(
		'The session x== does not belong to the webinar 95426371234',
	);
});

test('where the source tells no times, those of the rows stand for them', async () => {
	const { webinar } = await find(source({ uuid: 'a==' }, [ROW]), END + HOUR);
	expect(webinar).toMatchObject({
		startTime: ROW.join_time,
		endTime: ROW.leave_time,
		durationSeconds: 2700,
	});
});
