import type { FaultRule } from '../../sandbox/contract';
import type { NodeRunResult } from '../support/runNode';
import { longHour } from '../support/longHour';
import { stage, type Stage } from '../support/world';
import {
	apiCalls,
	getManyWebinars,
	expectEverybodyOf,
	inAHurry,
	mainAttendees,
	tokenCalls,
	zoomFault,
	zoomNode,
} from './support/zoom';

const CREDENTIAL = 'zoomWebinarServerToServerOAuth2Api';

let here: Stage;
beforeAll(inAHurry);
beforeEach(async () => {
	here = await stage();
});
afterEach(async () => await here.close());

const fault = (rule: Parameters<typeof zoomFault>[1]) => zoomFault(here, rule);
const attendees = async (on: Pick<Stage, 'zoom'> = here) => await mainAttendees(here, on);
const expectEverybody = (run: NodeRunResult) => expectEverybodyOf(here, run);

describe('tokens', () => {
	test('revoked between two runs: one new token, and everybody is there', async () => {
		await attendees();
		here.sandbox.zoom.revokeTokens();
		here.sandbox.books.clear();
		expectEverybody(await attendees());
		expect(tokenCalls(here)).toBe(1);
	});

	test('revoked in the middle: renewed once, and the call comes again', async () => {
		fault({ match: /\/participants$/, fault: { kind: 'status', status: 401 } });
		expectEverybody(await attendees());
		expect(tokenCalls(here)).toBe(2);
		expect(apiCalls(here).filter((call) => call.endsWith('/participants')).length).toBe(2);
	});

	test('never good: one new token, then the error', async () => {
		fault({ match: /GET \/webinars/, fault: { kind: 'status', status: 401 }, times: 50 });
		const { error } = await attendees();
		expect(error?.message).toContain('does not accept the access token');
		expect(tokenCalls(here)).toBe(2);
		expect(apiCalls(here)).toHaveLength(2);
	});
});

describe('limits', () => {
	test('per second: waited for, then everybody is there', async () => {
		fault({ match: /registrants$/, fault: { kind: 'status', status: 429, policy: 'QPS' } });
		expectEverybody(await attendees());
		expect(apiCalls(here).filter((call) => call.endsWith('/registrants'))).toHaveLength(2);
	});

	test('of a free account: the same, by its own limits', async () => {
		here.sandbox.zoom.world.plan = 'free';
		const { main } = here.story;
		const results = await Promise.all(
			Array.from(
				{ length: 6 },
				async () =>
					await zoomNode(
						here,
						getManyWebinars({
							which: 'upcoming',
							host: { __rl: true, mode: 'id', value: main.hostEmail },
						}),
					),
			),
		);
		expect(results.map(({ error }) => error)).toEqual(results.map(() => null));
		expect(here.sandbox.books.calls('zoom').some(({ status }) => status === 429)).toBe(true);
	});

	test('per day: not waited for; the error says so and when', async () => {
		await longHour();
		fault({
			match: /registrants$/,
			fault: { kind: 'status', status: 429, policy: 'Daily-limit' },
			times: 50,
		});
		const { error, run } = await attendees();
		expect(error?.message).toMatch(/daily limit is used up.*maximum daily rate limit/);
		expect(error?.description).toMatch(/midnight UTC/);
		expect(apiCalls(here).filter((call) => call.endsWith('/registrants'))).toHaveLength(1);
		const midnight = new Date(here.sandbox.now());
		midnight.setUTCHours(24, 0, 0, 0);
		const failure: unknown = run.data.resultData.error;
		expect(failure).toMatchObject({
			failure: { cause: 'quota-exhausted', resetsAtEpochMs: midnight.getTime() },
		});
	});
});

describe('trouble on the way', () => {
	const troubles: Array<[string, FaultRule['fault']]> = [
		['500', { kind: 'status', status: 500 }],
		['503', { kind: 'status', status: 503 }],
		['a connection cut before the answer', { kind: 'cutBefore' }],
		['a connection cut in the answer', { kind: 'cutAfter' }],
		['a page instead of JSON', { kind: 'html' }],
	];

	test.each(troubles)('%s: tried again, then everybody is there', async (_, trouble) => {
		fault({ match: /\/participants$/, fault: trouble, times: 2 });
		expectEverybody(await attendees());
		expect(apiCalls(here).filter((call) => call.endsWith('/participants')).length).toBe(3);
	});

	test.each(troubles)('%s for ever: six tries, then one clear error', async (_, trouble) => {
		fault({ match: /\/participants$/, fault: trouble, times: 50 });
		const { error, outputs } = await attendees();
		expect(error?.message).toMatch(/overloaded or cannot be reached|could not be reached/);
		expect(error?.description).toMatch(/run again|Run again/);
		expect(error?.message).not.toMatch(/<|DOCTYPE|Please wait/);
		expect(outputs.flat()).toEqual([]);
		expect(apiCalls(here).filter((call) => call.endsWith('/participants')).length).toBe(6);
	});

	test.each(troubles)(
		'%s instead of a token is trouble too, and no wrong secret',
		async (_, trouble) => {
			fault({ match: /oauth/, fault: trouble, times: 2 });
			expectEverybody(await attendees());
			fault({ match: /oauth/, fault: trouble, times: 50 });
			const credential = { ...here.zoom[CREDENTIAL], oauthTokenData: {} };
			const { error } = await attendees({ zoom: { [CREDENTIAL]: credential } });
			expect(error?.message).toContain('could not be reached');
		},
	);
});
