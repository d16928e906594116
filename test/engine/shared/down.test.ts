import type { BookEntry } from '../../sandbox/contract';
import type { Outcome } from '../../../nodes/shared/model/outcome';
import { onceCalled } from '../support/onceCalled';
import type { NodeRunResult } from '../support/runNode';
import type { Stage } from '../support/world';
import { attendeesOf, zoomNode } from '../zoom/support/zoom';
import { ENDLESS, JOBS, jobStage, PEOPLE, shortWaits, type Vendor } from './jobs';

let here: Stage;
beforeAll(shortWaits);
beforeEach(async () => {
	here = await jobStage();
});
afterEach(async () => await here.close());

function outcomesOf({ outputs, error }: NodeRunResult): Outcome[] {
	expect(error).toBeNull();
	expect(outputs[0]).toHaveLength(PEOPLE);
	return outputs[0]!.map(({ json }) => json.outcome as Outcome);
}

/** Nobody failed, and whoever waits knows why, until when and what to do. */
function expectExplained(outcomes: readonly Outcome[]): void {
	for (const outcome of outcomes) {
		const later = outcome.result === 'deferred';
		expect(['synced', 'unchanged', ...(later ? ['deferred'] : [])]).toContain(outcome.result);
		if (!later) continue;
		expect(outcome.reason).toBe('temporarilyUnavailable');
		expect(outcome.message).not.toBe('');
		expect(outcome.repair).not.toBe('');
		expect(Date.parse(outcome.retryAt ?? '')).toBeGreaterThan(Date.now());
	}
}

const DOWN = { kind: 'status', status: 503 } as const;
const TROUBLES = [
	['answers 503', DOWN],
	['cuts every connection', { kind: 'cutBefore' }],
] as const;

const isOf =
	(of: Vendor, match: RegExp) =>
	({ vendor, method, path, route }: BookEntry) =>
		vendor === of && match.test(`${method} ${path} ${route}`);

/** What a run may send to a vendor that is down, whatever the number of its people. */
const CALLS = 30;

describe.each(JOBS)('$name', ({ vendor, middle, ready }) => {
	const faulty = (): BookEntry[] =>
		here.sandbox.books.calls(vendor).filter(({ fault }) => fault !== undefined);

	test.each(TROUBLES)(
		'a vendor that %s: everybody is deferred after a few calls',
		async (_, fault) => {
			const run = ready(here);
			here.sandbox.addFault({ vendor, match: /./, fault, times: ENDLESS });
			const outcomes = outcomesOf(await run('continueRegularOutput'));
			expectExplained(outcomes);
			expect(outcomes.filter(({ result }) => result === 'deferred')).toHaveLength(PEOPLE);
			expect(here.sandbox.books.calls(vendor).length).toBeLessThanOrEqual(CALLS);

			here.sandbox.clearFaults();
			for (const { result } of outcomesOf(await run('continueRegularOutput'))) {
				expect(['synced', 'unchanged']).toContain(result);
			}
		},
	);

	test('a vendor that goes down in the middle: who is left is deferred, and the next run ends it', async () => {
		const run = ready(here);
		onceCalled(here.sandbox, isOf(vendor, middle), () => {
			here.sandbox.addFault({ vendor, match: /./, fault: DOWN, times: ENDLESS });
		});
		const outcomes = outcomesOf(await run('stopWorkflow'));
		const open = outcomes.filter(({ result }) => result === 'deferred' || result === 'failed');
		expect(open.length).toBeGreaterThan(0);
		for (const { result, reason } of open) {
			expect(reason).toBe(result === 'failed' ? 'uncertain' : 'temporarilyUnavailable');
		}
		expect(faulty().length).toBeLessThanOrEqual(CALLS);

		here.sandbox.clearFaults();
		for (const { result } of outcomesOf(await run('stopWorkflow'))) {
			expect(['synced', 'unchanged']).toContain(result);
		}
	});
});

test('an operation that works item by item asks a few times, not some for each of 1,000 items', async () => {
	here.sandbox.addFault({
		vendor: 'zoom',
		match: /GET /,
		fault: { kind: 'cutBefore' },
		times: ENDLESS,
	});
	const items = Array.from({ length: 1000 }, () => ({}));
	const onError = 'continueRegularOutput';
	const { outputs } = await zoomNode(here, attendeesOf(here.story.main.webinarId), {
		items,
		onError,
	});
	expect(outputs[0]).toHaveLength(1000);
	expect(here.sandbox.books.calls('zoom').length).toBeLessThanOrEqual(CALLS);
});
