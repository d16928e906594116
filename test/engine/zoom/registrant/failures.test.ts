import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { NodeRun, NodeRunResult } from '../../support/runNode';
import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../support/specs';
import { inAHurry, jsons, zoomNode } from '../support/zoom';
import { addTo, newWebinar, registered, registrantOperation } from './support';

let here: Stage;
beforeAll(inAHurry);
beforeEach(async () => {
	here = await stage({ registrants: 10 });
});
afterEach(async () => {
	expectBySpec(here.sandbox);
	await here.close();
});

const UNKNOWN = 99_999_999_999;
const WEBINAR = '={{ $json.webinar }}';

/** Operation and its parameters; every item names the webinar and the person. */
const operations: Array<[string, INodeParameters]> = [
	['add', addTo(WEBINAR)],
	['updateStatus', registrantOperation('updateStatus', WEBINAR, { newStatus: 'approve' })],
	['delete', registrantOperation('delete', WEBINAR)],
];

/** Three people; those whose number is in the list belong to a webinar that Zoom does not know. */
function items(failing: readonly number[]): IDataObject[] {
	const { id } = newWebinar(here, {
		approvalType: 1,
		registrants: [0, 1, 2].map((person) => registered(`known${person}@example.com`, 'pending')),
	});
	return [0, 1, 2].map((person) => ({
		webinar: failing.includes(person) ? UNKNOWN : id,
		registrant: `known${person}@example.com`,
		email: `new${person}@example.com`,
		firstName: 'New',
	}));
}

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

describe.each(operations)('registrant:%s', (_, parameters) => {
	const run = async (
		mode: Mode,
		onError: NodeRun['onError'],
		given: IDataObject[],
		on: Pick<Stage, 'zoom'> = here,
	): Promise<NodeRunResult> =>
		await zoomNode(
			on,
			{ ...parameters, options: { whenPeopleFail: mode } },
			{ items: given, onError },
		);

	/** Failed people by the output on which they come out. */
	function failedOn({ outputs }: NodeRunResult): number[] {
		return outputs.map(
			(output) =>
				jsons(output).filter((json) => {
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
				expect(result.error?.description).toContain('what was written stays written');
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
		const wrong = (): Pick<Stage, 'zoom'> => {
			const credential = here.zoom.zoomWebinarServerToServerOAuth2Api!;
			const clientSecret = 'FAKE-wrong';
			return {
				zoom: {
					zoomWebinarServerToServerOAuth2Api: { ...credential, clientSecret, oauthTokenData: {} },
				},
			};
		};

		test('stops the run with one error', async () => {
			const { error, outputs } = await run('items', 'stopWorkflow', items([]), wrong());
			expect(error?.message).toContain('Zoom refused the sign-in');
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
		const outcome = result.outputs[0]![1]!.json.outcome as IDataObject;
		expect(outcome.message).toContain('"nonsense"');
		expect(outcome.repair).toContain('9 to 12 digits');
	});
});
