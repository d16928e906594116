import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { HOST } from '../../../sandbox/adobeConnect/testing/ids';
import type { Stage } from '../../support/world';
import {
	adobe,
	byId,
	DAY,
	fault,
	inAHurry,
	inMinutes,
	jsons,
	MINUTE,
	outcomes,
	smallStage,
	type NodeRun,
	type NodeRunResult,
} from './support';

let here: Stage;
let next = 43_000;
beforeAll(async () => {
	await inAHurry();
	here = await smallStage();
});
afterAll(async () => await here.close());
beforeEach(() => here.sandbox.clearFaults());

/** A meeting that can be written. */
function newMeeting(): IDataObject {
	next += 1;
	const id = String(next);
	here.sandbox.adobeConnect.rooms.set(id, {
		id,
		kind: 'meeting',
		name: `Room ${id}`,
		urlPath: `/r${id}/`,
		createdAt: inMinutes(-60),
		access: 'remove',
		permissions: { [HOST.id]: 'host' },
	});
	return { webinarId: id };
}

const room = (id: unknown) => here.sandbox.adobeConnect.rooms.get(String(id));

interface WritingOperation {
	parameters: () => INodeParameters;
	good: () => IDataObject;
	bad: () => IDataObject;
	isDone: (item: IDataObject) => boolean;
}

const OPERATIONS: Record<string, WritingOperation> = {
	create: {
		parameters: () => ({
			kind: 'meeting',
			topic: '={{ $json.topic }}',
			startTime: inMinutes(DAY / MINUTE),
			folder: byId('={{ $json.folder }}'),
		}),
		good: () => ({ topic: `New ${(next += 1)}`, folder: '11006' }),
		bad: () => ({ topic: 'Bad', folder: '99999' }),
		isDone: ({ topic }) =>
			[...here.sandbox.adobeConnect.rooms.values()].some(({ name }) => name === topic),
	},
	update: {
		parameters: () => ({
			webinar: byId('={{ $json.webinarId }}'),
			updateFields: { agenda: 'Changed' },
		}),
		good: newMeeting,
		bad: () => ({ webinarId: '99999' }),
		isDone: ({ webinarId }) => room(webinarId)!.description === 'Changed',
	},
	delete: {
		parameters: () => ({ webinar: byId('={{ $json.webinarId }}') }),
		good: newMeeting,
		bad: () => ({ webinarId: '11006' }),
		isDone: ({ webinarId }) => room(webinarId) === undefined,
	},
};

describe.each(Object.entries(OPERATIONS))('webinar:%s', (name, operation) => {
	const run = async (
		items: IDataObject[],
		whenPeopleFail: string,
		changes: Partial<NodeRun> = {},
	): Promise<NodeRunResult> =>
		await adobe(
			here,
			name,
			{ ...operation.parameters(), options: { whenPeopleFail } },
			{ items, ...changes },
		);

	const mixed = (): IDataObject[] => [operation.good(), operation.bad(), operation.good()];

	function expectGoodDone([first, , third]: IDataObject[]): void {
		expect(operation.isDone(first!)).toBe(true);
		expect(operation.isDone(third!)).toBe(true);
	}

	test.each([undefined, 'continueRegularOutput'] as const)(
		'as items (%s): every item comes out once, with its input and its outcome',
		async (onError) => {
			const items = mixed();
			const result = await run(items, 'items', onError && { onError });
			expect(result.outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual(
				items.map((_, item) => ({ item })),
			);
			jsons(result).forEach((json, index) => {
				expect(json).toMatchObject(items[index]!);
				expect(json).not.toHaveProperty('error');
				expect(json.outcome).toMatchObject({
					destination: 'adobeConnect',
					result: index === 1 ? 'failed' : 'synced',
				});
			});
			expectGoodDone(items);
		},
	);

	test('to the error output: the one that failed comes there, the others do not', async () => {
		const items = mixed();
		const { outputs } = await run(items, 'errorOutput', { onError: 'continueErrorOutput' });
		expect(outputs[0]).toHaveLength(2);
		expect(outputs[1]).toHaveLength(1);
		expect(outputs[1]![0]!.json).toMatchObject({ error: { outcome: { result: 'failed' } } });
		expectGoodDone(items);
	});

	test('stop: everything is tried, then the run ends and says why', async () => {
		const items = mixed();
		const { outputs, error } = await run(items, 'stop');
		expect(error?.message).toMatch(/^1 of 3 /);
		expect(error?.description).not.toBe('');
		expect(outputs.flat()).toEqual([]);
		expectGoodDone(items);
	});

	test('all fail: all come out, each with its reason', async () => {
		const result = await run([operation.bad(), operation.bad()], 'items');
		expect(outcomes(result)).toEqual(
			Array(2).fill(
				expect.objectContaining({ result: 'failed', reason: expect.any(String) as string }),
			),
		);
	});

	describe('the account of the credential has expired', () => {
		beforeEach(() =>
			fault(here, {
				match: /action=sco-/,
				fault: { kind: 'adobeError', code: 'no-access', subcode: 'account-expired' },
				times: 20,
			}),
		);

		test('stop: it is said at once', async () => {
			const { outputs, error } = await run([operation.good(), operation.good()], 'items');
			expect(error?.message).toContain('has expired');
			expect(outputs.flat()).toEqual([]);
		});

		test.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
			'%s: it is the outcome of everybody',
			async (onError) => {
				const items = [operation.good(), operation.good()];
				const result = await run(items, 'items', { onError });
				expect(outcomes(result)).toEqual(
					Array(2).fill(expect.objectContaining({ result: 'failed', reason: 'permissionMissing' })),
				);
				for (const item of items) expect(operation.isDone(item)).toBe(false);
			},
		);
	});

	test('as a tool: figures, and what failed', async () => {
		const result = await run(mixed(), 'items', { asTool: true });
		expect(jsons(result)).toEqual([expect.objectContaining({ people: 3, synced: 2, failed: 1 })]);
	});

	test('while the server is down, everybody is deferred with the moment to come back', async () => {
		fault(here, { match: /action=sco-/, fault: { kind: 'status', status: 503 }, times: 200 });
		const [outcome] = outcomes(await run([operation.good()], 'items'));
		expect(outcome).toMatchObject({ result: 'deferred', reason: 'temporarilyUnavailable' });
		expect(Date.parse(outcome!.retryAt!)).toBeGreaterThan(Date.now());
	});
});

test('what concerns everybody after something was written ends as outcomes, and nothing is lost', async () => {
	const items = [newMeeting(), newMeeting(), newMeeting()];
	const parameters = {
		webinar: byId('={{ $json.webinarId }}'),
		updateFields: { agenda: 'Done' },
	};
	// Each item costs four calls; the account expires with the second item.
	const slow = { match: /action=sco-/, fault: { kind: 'slow', ms: 1 } } as const;
	fault(here, { ...slow, times: 3 });
	fault(here, {
		match: /action=sco-/,
		fault: { kind: 'adobeError', code: 'no-access', subcode: 'account-expired' },
		times: 5,
	});
	const result = await adobe(here, 'update', parameters, { items });
	expect(outcomes(result)).toEqual([
		expect.objectContaining({ result: 'synced' }),
		expect.objectContaining({ result: 'failed', reason: 'permissionMissing' }),
		expect.objectContaining({ result: 'failed', reason: 'permissionMissing' }),
	]);
});
