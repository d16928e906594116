import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { NodeRun, NodeRunResult } from '../../support/runNode';
import { stage, type Stage } from '../../support/world';
import { jsons, zoomNode } from '../support/zoom';

export interface WritingOperation {
	parameters: INodeParameters;
	/** An item that can be written, made anew for every test. */
	good(here: Stage, index: number): IDataObject;
	/** An item that Zoom or the node refuses. */
	bad(here: Stage): IDataObject;
	/** Whether Zoom's state says that the item was written. */
	isDone(here: Stage, item: IDataObject): boolean;
	/** Without it Zoom refuses the write. */
	scope: string;
}

/** {stop, continue, error output} × {one fails, all fail, run-wide} of an operation that writes. */
export function describeModes(name: string, operation: WritingOperation): void {
	describe(`${name}: when something fails`, () => {
		let here: Stage;
		beforeAll(async () => {
			here = await stage({ registrants: 20 });
		});
		afterAll(async () => await here.close());

		const run = async (
			items: IDataObject[],
			whenPeopleFail: string,
			onError?: NodeRun['onError'],
		): Promise<NodeRunResult> =>
			await zoomNode(
				here,
				{ ...operation.parameters, options: { whenPeopleFail } },
				{ items, ...(onError && { onError }) },
			);

		const mixed = (): IDataObject[] => [
			operation.good(here, 1),
			operation.bad(here),
			operation.good(here, 2),
		];

		function expectGoodDone([first, , third]: IDataObject[]): void {
			expect(operation.isDone(here, first!)).toBe(true);
			expect(operation.isDone(here, third!)).toBe(true);
		}

		test.each([undefined, 'continueRegularOutput'] as const)(
			'as items (%s): every item comes out once, with its input and its outcome',
			async (onError) => {
				const items = mixed();
				const { outputs, error } = await run(items, 'items', onError);
				expect(error).toBeNull();
				expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual(
					items.map((_, item) => ({ item })),
				);
				jsons(outputs[0]).forEach((json, index) => {
					expect(json).toMatchObject(items[index]!);
					expect(json).not.toHaveProperty('error');
					expect(json.outcome).toMatchObject({
						destination: 'zoom',
						result: index === 1 ? 'failed' : 'synced',
					});
				});
				expectGoodDone(items);
			},
		);

		test('to the error output: the one that failed comes there, the others do not', async () => {
			const items = mixed();
			const { outputs } = await run(items, 'errorOutput', 'continueErrorOutput');
			expect(outputs[0]).toHaveLength(2);
			expect(jsons(outputs[1])).toEqual([
				expect.objectContaining({
					error: expect.objectContaining({
						outcome: expect.objectContaining({ result: 'failed' }) as object,
					}) as object,
				}),
			]);
			expectGoodDone(items);
		});

		test('stop: everybody is tried, then the run ends and names who failed', async () => {
			const items = mixed();
			const { outputs, error } = await run(items, 'stop');
			expect(error?.message).toMatch(/^1 of 3 /);
			expect(error?.description).not.toBe('');
			expect(outputs.flat()).toEqual([]);
			expectGoodDone(items);
		});

		test('all fail: all come out, each with its reason', async () => {
			const items = [operation.bad(here), operation.bad(here)];
			const { outputs, error } = await run(items, 'items');
			expect(error).toBeNull();
			expect(jsons(outputs[0]).map(({ outcome }) => outcome)).toEqual(
				Array(2).fill(
					expect.objectContaining({ result: 'failed', reason: expect.any(String) as string }),
				),
			);
		});

		describe('a scope is missing', () => {
			let scopes: string[];
			beforeEach(() => {
				({ scopes } = here.sandbox.zoom.world);
				here.sandbox.zoom.world.scopes = scopes.filter((scope) => scope !== operation.scope);
				here.sandbox.zoom.revokeTokens();
			});
			afterEach(() => {
				here.sandbox.zoom.world.scopes = scopes;
				here.sandbox.zoom.revokeTokens();
			});

			test('stop: it is said at once, with the scope', async () => {
				const items = [operation.good(here, 3), operation.good(here, 4)];
				const { outputs, error } = await run(items, 'items');
				expect(error?.message).toContain(operation.scope);
				expect(outputs.flat()).toEqual([]);
			});

			test.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
				'%s: it is the outcome of everybody',
				async (onError) => {
					const items = [operation.good(here, 5), operation.good(here, 6)];
					const { outputs, error } = await run(items, 'items', onError);
					expect(error).toBeNull();
					expect(jsons(outputs[0]).map(({ outcome }) => outcome)).toEqual(
						Array(2).fill(
							expect.objectContaining({ result: 'failed', reason: 'permissionMissing' }),
						),
					);
					for (const item of items) expect(operation.isDone(here, item)).toBe(false);
				},
			);
		});

		test('as a tool: figures, and what failed', async () => {
			const { outputs } = await zoomNode(here, operation.parameters, {
				items: mixed(),
				asTool: true,
			});
			expect(jsons(outputs[0])).toEqual([
				expect.objectContaining({ people: 3, synced: 2, failed: 1 }),
			]);
		});
	});
}
