import { until } from '../../../sandbox/testing/until';
import { longTravel } from '../../support/longTravel';
import { stage, type Stage } from '../../support/world';
import { changed, clientOf, MARKETO, READ } from './client';
import { counting, mostWithin, type Counting } from './counting';

const WINDOW_MS = 20_000;

let here: Stage;
let server: Counting;
beforeAll(longTravel);
beforeEach(async () => {
	here = await stage({ registrants: 12 });
	server = await counting(20);
});
afterEach(async () => {
	await server.close();
	await here.close();
});

const credentials = (changes: object = {}) => changed(here, { endpoint: server.url, ...changes });
/** @param atOnce so many calls should be under way at the same time, and no more */
async function readTimes(
	times: number,
	atOnce: number,
	{ clients = 1, ...changes }: { clients?: number; [field: string]: unknown } = {},
): Promise<void> {
	const store = credentials(changes);
	const all = await Promise.all(Array.from({ length: clients }, async () => await clientOf(store)));
	await all[0]!.request(READ);
	server.gather(atOnce);
	const reads = Array.from({ length: times - 1 }, (_, index) => all[index % clients]!);
	await Promise.all(reads.map(async (client) => await client.request(READ)));
}

describe('by itself', () => {
	it('never more than 50 calls in 20 seconds, whatever the number of executions', async () => {
		await readTimes(60, 5, { clients: 3 });
		expect(server.arrivals).toHaveLength(60);
		expect(mostWithin(server.arrivals, WINDOW_MS)).toBe(50);
	});

	it('never more than 5 at once, whatever the number of executions', async () => {
		await readTimes(40, 5, { clients: 4 });
		expect(server.most()).toBe(5);
	});
});

describe('the fields of the credential', () => {
	it('change both', async () => {
		await readTimes(25, 3, { callsPerWindow: 20, concurrentCalls: 3 });
		expect(server.arrivals).toHaveLength(25);
		expect(mostWithin(server.arrivals, WINDOW_MS)).toBe(20);
		expect(server.most()).toBe(3);
	});

	it('cannot go beyond what Marketo allows to all integrations', async () => {
		await readTimes(60, 10, { callsPerWindow: 5000, concurrentCalls: 500 });
		expect(server.most()).toBe(10);
	});

	it('take effect with the next execution', async () => {
		await readTimes(15, 5);
		expect(server.most()).toBe(5);
		await readTimes(15, 8, { concurrentCalls: 8 });
		expect(server.most()).toBe(8);
	});

	it('that are empty or nonsense count as not changed', async () => {
		await readTimes(20, 5, { callsPerWindow: '', concurrentCalls: 'many' });
		expect(server.most()).toBe(5);
	});
});

it('two credentials of one instance share its limits', async () => {
	const one = credentials();
	const other = { [MARKETO]: { ...one[MARKETO], clientId: 'FAKE-another-service' } };
	const clients = await Promise.all([clientOf(one), clientOf(other)]);
	await Promise.all(clients.map(async (client) => await client.request(READ)));
	server.gather(5);
	await Promise.all(
		Array.from({ length: 30 }, async (_, index) => await clients[index % 2]!.request(READ)),
	);
	expect(server.most()).toBe(5);
});

it('a cancelled execution sends nothing further, and does not block the next one', async () => {
	const store = credentials({ callsPerWindow: 10 });
	const controller = new AbortController();
	const cancelled = await clientOf(store, controller.signal);
	await cancelled.request(READ);
	const reads = Array.from({ length: 20 }, async () => await cancelled.request(READ));
	const ended = Promise.allSettled(reads);
	await until(() => server.arrivals.length >= 10, 'ten calls have arrived');
	controller.abort();
	const results = await ended;
	const failed = results.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
	expect(failed.length).toBeGreaterThanOrEqual(11);
	expect(new Set(failed)).toEqual(new Set(['CancelledError: The execution was cancelled']));
	expect(server.arrivals).toHaveLength(10);
	const next = await clientOf({ [MARKETO]: { ...store[MARKETO], callsPerWindow: 100 } });
	await next.request(READ);
	expect(server.arrivals).toHaveLength(11);
});
