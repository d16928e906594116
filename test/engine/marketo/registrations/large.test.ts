import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

import { longTravel } from '../../support/longTravel';
import { stage, type Stage } from '../../support/world';
import { enrol, outcomes, summaries } from '../support';
import { register, rowOf } from './support';

let here: Stage;
beforeAll(longTravel);
beforeEach(async () => {
	here = await stage({ registrants: 20 });
});
afterEach(async () => await here.close());

const PEOPLE = 10_000;
const WINDOW_MS = 20_000;
/** https://nodejs.org/api/diagnostics_channel.html#http */
const REQUEST_STARTS = 'http.client.request.start';
/** Calls that begin within it are under way at once. */
const ANSWER_MS = 80;

describe('ten thousand people', () => {
	it('cost no more calls than their batches, fifty in twenty seconds and five at once at most', async () => {
		const { world } = here.sandbox.marketo;
		world.answerDelayMs = ANSWER_MS;
		for (let index = 0; index < 600; index += 2) enrol(here, `p${index}@example.com`, 'Invited');
		const rows = Array.from({ length: PEOPLE }, (_, index) =>
			rowOf(`p${index}`, { status: index % 10 === 9 ? 'pending' : 'approved' }),
		);
		const times: number[] = [];
		// When they are sent: a busy process hears of their arrival and of their answers later.
		const sent = (message: unknown) => {
			const { request } = message as { request: ClientRequest };
			if (request.path.includes('/rest/')) times.push(Date.now());
		};
		subscribe(REQUEST_STARTS, sent);
		const result = await register(here, rows);
		unsubscribe(REQUEST_STARTS, sent);
		const told = outcomes(result);
		expect(told.filter(({ result: one }) => one === 'synced')).toHaveLength(PEOPLE);
		expect(summaries(result)).toMatchObject([
			{
				people: PEOPLE,
				synced: PEOPLE,
				statuses: { Registered: 9_000, 'Pending Approval': 1_000 },
			},
		]);
		const calls = here.sandbox.books
			.calls('marketo')
			.filter(({ path }) => path.startsWith('/rest'));
		// Leads, present members, Registered, Pending Approval, member data.
		const batches = [PEOPLE, PEOPLE, 9_000, 1_000, PEOPLE];
		const budget = batches.reduce((sum, each) => sum + Math.ceil(each / 300), 10);
		expect(calls.length).toBeLessThanOrEqual(budget);
		const codes = calls.flatMap(({ response }) =>
			((response as { errors?: Array<{ code: string }> }).errors ?? []).map(({ code }) => code),
		);
		expect(codes).toEqual([]);
		expect(times).toHaveLength(calls.length);
		expect(shortest(times, 50)).toBeGreaterThanOrEqual(WINDOW_MS);
		expect(shortest(times, 5)).toBeGreaterThanOrEqual(ANSWER_MS - 20);
	}, 300_000);
});

/** The shortest time in which `calls` calls and one more began, milliseconds. */
function shortest(times: readonly number[], calls: number): number {
	return Math.min(...times.slice(calls).map((time, index) => time - times[index]!));
}
