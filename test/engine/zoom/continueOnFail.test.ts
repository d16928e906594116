import type { INodeParameters } from 'n8n-workflow';

import { expectedAttendees } from '../../truth';
import type { NodeRun, NodeRunResult } from '../support/runNode';
import { stage, type Stage } from '../support/world';
import { attendeesOf, getManyWebinars, getWebinar, jsons, zoomNode } from './support/zoom';

const UNKNOWN = 99_999_999_999;

let here: Stage;
beforeAll(async () => {
	here = await stage();
});
afterAll(async () => await here.close());

async function run(
	onError: NodeRun['onError'],
	parameters: INodeParameters,
	ids: number[],
): Promise<NodeRunResult> {
	return await zoomNode(here, parameters, { onError, items: ids.map((id) => ({ id })) });
}

/** Operation, its parameters by expression, and the index of n8n's error output. */
const operations: Array<[string, INodeParameters, number]> = [
	['Get attendees', attendeesOf('={{ $json.id }}'), 2],
	['Get webinar', getWebinar('={{ $json.id }}'), 1],
	[
		'Get many webinars',
		getManyWebinars({ which: 'ended', days: '={{ $json.id === 99999999999 ? 999 : 1 }}' }),
		1,
	],
];

describe.each(operations)('%s', (_, parameters, errorOutput) => {
	test('stop: the run ends with the error and no item', async () => {
		const { main } = here.story;
		const { error, outputs } = await run('stopWorkflow', parameters, [main.webinarId, UNKNOWN]);
		expect(error?.message).not.toBe('');
		expect(error?.description).not.toBe('');
		expect(outputs.flat()).toEqual([]);
	});

	test('continue: one failing item of three is an item that says so, the others are whole', async () => {
		const { main, nobody } = here.story;
		const ids = [main.webinarId, UNKNOWN, nobody.webinarId];
		const { error, outputs } = await run('continueRegularOutput', parameters, ids);
		expect(error).toBeNull();
		const failed = outputs[0]!.filter(({ json }) => 'error' in json);
		expect(failed).toEqual([
			{
				json: {
					error: expect.any(String) as string,
					message: expect.any(String) as string,
					details: { repair: expect.any(String) as string, reason: expect.any(String) as string },
				},
				pairedItem: { item: 1 },
			},
		]);
		const others = outputs[0]!.filter(({ json }) => !('error' in json));
		expect(new Set(others.map(({ pairedItem }) => JSON.stringify(pairedItem)))).toEqual(
			new Set(['{"item":0}', '{"item":2}']),
		);
		expect(outputs.slice(1).flat()).toEqual([]);
	});

	test('error output: the failing item comes there with its input, and nowhere else', async () => {
		const { main, nobody } = here.story;
		const ids = [UNKNOWN, main.webinarId, nobody.webinarId];
		const { error, outputs } = await run('continueErrorOutput', parameters, ids);
		expect(error).toBeNull();
		expect(outputs).toHaveLength(errorOutput + 1);
		expect(jsons(outputs[errorOutput])).toEqual([
			expect.objectContaining({ id: UNKNOWN, error: expect.any(String) as string }),
		]);
		const good = outputs.slice(0, errorOutput).flat();
		expect(good.length).toBeGreaterThan(0);
		for (const { json, pairedItem } of good) {
			expect(json).not.toHaveProperty('error');
			expect(pairedItem).not.toEqual({ item: 0 });
		}
	});

	test.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'%s: a cause that concerns everybody is no success of anybody',
		async (onError) => {
			const credential = here.zoom.zoomWebinarServerToServerOAuth2Api!;
			const wrong = { ...credential, clientSecret: 'FAKE-wrong', oauthTokenData: {} };
			const { outputs, error } = await zoomNode(
				{ zoom: { zoomWebinarServerToServerOAuth2Api: wrong } },
				parameters,
				{
					onError,
					items: [{ id: here.story.main.webinarId }, { id: here.story.nobody.webinarId }],
				},
			);
			expect(error).toBeNull();
			const index = onError === 'continueErrorOutput' ? errorOutput : 0;
			expect(jsons(outputs[index]).map((json) => json.error)).toEqual(
				Array(2).fill(expect.stringContaining('Zoom refused the sign-in')),
			);
			expect(outputs.filter((_items, other) => other !== index).flat()).toEqual([]);
		},
	);
});

test.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
	'%s: an operation that does not exist passes nobody on as a success',
	async (onError) => {
		const { outputs } = await run(onError, { resource: 'webinar', operation: 'nonsense' }, [1, 2]);
		const items = outputs.flat();
		expect(items).toHaveLength(2);
		for (const { json } of items) expect(json.error).toContain('webinar:nonsense does not exist');
	},
);

test('Get attendees of several webinars: everybody of each, linked to its item', async () => {
	const { main, noRegistration, nobody } = here.story;
	const sessions = [main, noRegistration, nobody];
	const { outputs } = await run(
		'stopWorkflow',
		attendeesOf('={{ $json.id }}'),
		sessions.map(({ webinarId }) => webinarId),
	);
	sessions.forEach((session, index) => {
		const own = outputs[0]!.filter(
			({ pairedItem }) => JSON.stringify(pairedItem) === `{"item":${index}}`,
		);
		expect(own).toHaveLength(expectedAttendees(session).length);
		for (const { json } of own) {
			expect(json.webinar).toMatchObject({ webinarId: String(session.webinarId) });
		}
	});
});
