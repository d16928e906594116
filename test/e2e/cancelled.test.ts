import { setTimeout as sleep } from 'node:timers/promises';

import { createSandboxCredentials } from '../host/drive/credentials';
import { runManually } from '../host/drive/workflows';
import { startSandbox } from '../sandbox';
import type { BookEntry, Fault, Sandbox } from '../sandbox/contract';
import { makeStory } from '../story';
import { Canvas } from './support/canvas';
import { manualWorkflow } from './support/manualWorkflow';

/** From pressing "Stop" in n8n until nothing is sent any more; less than between the tries that would still come. */
const STOPS_WITHIN_MS = 5000;
/** As long as calls would go on if nothing stopped them. */
const LOOKED_FOR_MS = 13_000;

const story = makeStory({ seed: 41, registrants: 1500, now: new Date().toISOString() });
const canvas = new Canvas();
let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ world: story.world });
	canvas.hold(await createSandboxCredentials(canvas.n8n, sandbox));
});
afterEach(() => {
	sandbox.clearFaults();
	sandbox.books.clear();
});
afterAll(async () => {
	await canvas.clear();
	await sandbox.close();
});

const id = (value: number | string) => ({ __rl: true, mode: 'id', value: String(value) });

const GET_ATTENDEES = {
	name: 'Get attendees',
	type: 'zoomWebinar',
	parameters: {
		resource: 'attendee',
		operation: 'get',
		webinar: id(story.main.webinarId),
		session: 'one',
		sessionId: story.main.sessionUuid,
		peopleToReturn: ['attended', 'noShow'],
		options: {},
	},
};

const SET_UP = {
	name: 'Set up properties',
	type: 'hubSpotWebinar',
	parameters: { resource: 'property', operation: 'setUp' },
};

type Case = [string, typeof GET_ATTENDEES | typeof SET_UP, BookEntry['vendor'], Fault];

describe('an execution that is stopped in a real n8n', () => {
	it.each<Case>([
		['between slow pages', GET_ATTENDEES, 'zoom', { kind: 'slow', ms: 700 }],
		['before the next try', GET_ATTENDEES, 'zoom', { kind: 'status', status: 503 }],
		[
			'while it waits for a limit',
			SET_UP,
			'hubspot',
			{ kind: 'status', status: 429, policy: 'TEN_SECONDLY_ROLLING' },
		],
	])('sends nothing more, %s', async (_when, node, vendor, fault) => {
		sandbox.addFault({ vendor, match: /^(?!.*oauth)/, fault, times: 10_000 });
		const { id: workflowId } = await canvas.imported(manualWorkflow('Is stopped', node));
		const run = await runManually(canvas.n8n, workflowId, 'Start');
		if (!('executionId' in run)) throw new Error('The workflow waits for a call');
		const calls = () => sandbox.books.calls(vendor).filter(({ path }) => !path.includes('oauth'));
		while (calls().length === 0) await sleep(50);

		const before = calls().length;
		await canvas.n8n.api('POST', `/executions/${run.executionId}/stop`);
		const stoppedAt = sandbox.now();
		await sleep(LOOKED_FOR_MS);
		const late = calls().filter(({ at }) => Date.parse(at) > stoppedAt + STOPS_WITHIN_MS);
		expect(late).toEqual([]);
		// There was something to stop.
		expect(before).toBeLessThan(6);
	});
});
