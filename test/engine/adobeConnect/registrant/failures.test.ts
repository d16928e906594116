import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { PAT } from '../../../sandbox/adobeConnect/testing/ids';
import type { NodeRun, NodeRunResult } from '../../support/runNode';
import type { Stage } from '../../support/world';
import { as, byId, fault, inAHurry, smallStage } from '../webinar/support';
import { add, addTo, known, newEvent, newRoom, people, registrants, told, writes } from './support';

let here: Stage;
beforeAll(inAHurry);
beforeEach(async () => {
	here = await smallStage();
});
afterEach(async () => await here.close());

const WEBINAR = { webinar: byId('={{ $json.webinar }}') };

/** Resource, operation and its parameters; every item names the webinar and the person. */
const operations: Array<[resource: string, operation: string, parameters: INodeParameters]> = [
	['registrant', 'add', { ...addTo(''), ...WEBINAR }],
	['registrant', 'updateStatus', { ...known(''), ...WEBINAR, newStatus: 'deny' }],
	['registrant', 'delete', { ...known(''), ...WEBINAR }],
	[
		'panelist',
		'add',
		{ ...WEBINAR, email: '={{ $json.email }}', panelistName: 'New One', options: {} },
	],
	['panelist', 'remove', { ...WEBINAR, remove: 'one', panelist: PAT, options: {} }],
];

type Mode = 'items' | 'errorOutput' | 'stop';
const MODES: Array<[Mode, NodeRun['onError']]> = [
	['items', 'stopWorkflow'],
	['items', 'continueRegularOutput'],
	['items', 'continueErrorOutput'],
	['errorOutput', 'continueErrorOutput'],
	['stop', 'stopWorkflow'],
	['stop', 'continueRegularOutput'],
	['stop', 'continueErrorOutput'],
];

describe.each(operations)('%s:%s', (resource, operation, parameters) => {
	/** Three people; those whose number is in the list belong to a webinar that does not exist. */
	function items(failing: readonly number[]): IDataObject[] {
		const permissions = { [PAT]: resource === 'panelist' ? 'mini-host' : 'view' } as const;
		return people(3, 'new').map((person, index) => ({
			...person,
			webinar: failing.includes(index) ? '99999' : newRoom(here, { permissions }).id,
			registrant: PAT,
		}));
	}

	const run = async (
		mode: Mode,
		onError: NodeRun['onError'],
		given: IDataObject[],
		on: Pick<Stage, 'adobeConnect'> = here,
	): Promise<NodeRunResult> =>
		await registrants(
			on,
			operation,
			{ ...parameters, resource, options: { whenPeopleFail: mode } },
			{ items: given, onError },
		);

	/** Failed people by the output on which they come out. */
	function failedOn({ outputs }: NodeRunResult): number[] {
		return outputs.map(
			(output) =>
				output.filter(({ json }) => {
					const error = json.error as { outcome?: IDataObject } | undefined;
					const outcome = error?.outcome ?? (json.outcome as IDataObject | undefined);
					return outcome?.result === 'failed';
				}).length,
		);
	}

	describe.each([
		['one fails', [1]],
		['all fail', [0, 1, 2]],
	])('%s', (_case, failing) => {
		test.each(MODES)('%s, on error %s', async (mode, onError) => {
			const result = await run(mode, onError, items(failing));
			if (mode === 'stop' && onError === 'stopWorkflow') {
				expect(result.error?.message).toContain(
					`${failing.length} of 3 people could not be written`,
				);
				expect(result.outputs.flat()).toEqual([]);
				return;
			}
			expect(result.error).toBeNull();
			expect(result.outputs.flat()).toHaveLength(3);
			const toErrors = mode !== 'items' && onError === 'continueErrorOutput';
			const outputs = onError === 'continueErrorOutput' ? 2 : 1;
			const expected = Array<number>(outputs).fill(0);
			expected[toErrors ? 1 : 0] = failing.length;
			expect(failedOn(result)).toEqual(expected);
		});
	});

	describe('a cause that concerns everybody', () => {
		const wrong = (): Pick<Stage, 'adobeConnect'> =>
			as(here, { login: 'api@example.com', password: 'FAKE-wrong' });

		test('stops the run with one error', async () => {
			const { error, outputs } = await run('items', 'stopWorkflow', items([]), wrong());
			expect(error?.message).toContain('does not accept login or password');
			expect(outputs.flat()).toEqual([]);
		});

		test.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
			'%s: is everybody’s outcome',
			async (onError) => {
				const result = await run('items', onError, items([]), wrong());
				expect(result.error).toBeNull();
				expect(result.outputs.flat()).toHaveLength(3);
				expect(failedOn(result)[0]).toBe(3);
			},
		);
	});

	test('an expression that cannot be read is the problem of its item alone', async () => {
		const given = items([]);
		given[1]!.webinar = 'nonsense';
		const result = await run('items', 'stopWorkflow', given);
		expect(result.error).toBeNull();
		expect(failedOn(result)).toEqual([1]);
	});
});

describe('a registration whose answer is lost', () => {
	test('after it took effect, is made once and told as ours', async () => {
		const { id } = newEvent(here);
		fault(here, { match: /event-register/, fault: { kind: 'cutAfter' } });
		const result = await add(here, id, people(2));
		expect(told(result)).toEqual(Array(2).fill('synced registered -'));
		expect(here.sandbox.adobeConnect.event(id).registrants).toHaveLength(2);
	});

	test('before it took effect, is sent again', async () => {
		const { id } = newEvent(here);
		fault(here, { match: /event-register/, fault: { kind: 'cutBefore' } });
		expect(told(await add(here, id, people(1)))).toEqual(['synced registered -']);
		expect(here.sandbox.adobeConnect.event(id).registrants).toHaveLength(1);
	});

	test('for good, is looked for; those after it are for later', async () => {
		const { id } = newEvent(here);
		fault(here, { match: /event-register/, fault: { kind: 'cutAfter' } });
		fault(here, { match: /event-register/, fault: { kind: 'cutBefore' }, times: 4 });
		const result = await add(here, id, people(2));
		expect(told(result)).toEqual(['synced registered -', 'deferred none temporarilyUnavailable']);
	});

	test('for good before it took effect, is for later', async () => {
		const { id } = newEvent(here);
		fault(here, { match: /event-register/, fault: { kind: 'cutBefore' }, times: 5 });
		expect(told(await add(here, id, people(1)))).toEqual(['deferred none temporarilyUnavailable']);
	});

	test('and cannot be looked for either, is uncertain', async () => {
		const { id } = newEvent(here);
		fault(here, { match: /event-register/, fault: { kind: 'cutAfter' }, times: 5 });
		const reads = (): number => here.sandbox.adobeConnect.callsOf('permissions-info').length;
		expect(reads()).toBe(0);
		here.sandbox.addFault({
			vendor: 'adobeConnect',
			match: /permissions-info/,
			fault: { kind: 'slow', ms: 1 },
		});
		fault(here, { match: /permissions-info/, fault: { kind: 'status', status: 503 }, times: 5 });
		const result = await add(here, id, people(1));
		expect(told(result)).toEqual(['failed none uncertain']);
		expect(told(await add(here, id, people(1)))).toEqual(['unchanged none alreadyRegistered']);
	});
});

test('a guest whose creation was answered by nobody is not made twice', async () => {
	const { id } = newRoom(here);
	fault(here, { match: /principal-update/, fault: { kind: 'cutAfter' } });
	const before = here.sandbox.adobeConnect.principals.size;
	expect(told(await add(here, id, people(2)))).toEqual(Array(2).fill('synced registered -'));
	expect(here.sandbox.adobeConnect.principals.size).toBe(before + 2);
});

test('permissions that broke on the way are set, read back and told once', async () => {
	const { id } = newRoom(here);
	fault(here, { match: /permissions-update/, fault: { kind: 'cutAfter' }, times: 5 });
	expect(told(await add(here, id, people(3)))).toEqual(Array(3).fill('synced registered -'));
	expect(writes(here)['principal-update']).toBe(3);
});

test('a session that has ended in between is renewed', async () => {
	const { id } = newEvent(here);
	await add(here, id, people(1, 'first'));
	here.sandbox.adobeConnect.expireSessions();
	expect(told(await add(here, id, people(2)))).toEqual(Array(2).fill('synced registered -'));
});

test('a user without rights is told what is missing', async () => {
	const { id } = newRoom(here);
	const learner = as(here, { login: 'learner@example.com', password: 'secret-4' });
	const result = await add(learner, id, people(1));
	expect(told(result)[0]).toMatch(/^failed none/);
	expect(writes(here)).toEqual({});
});
