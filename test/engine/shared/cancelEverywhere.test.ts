import { subscribe, unsubscribe } from 'node:diagnostics_channel';

import { WorkflowExecute } from 'n8n-core';
import { createRunExecutionData, type IDataObject, type INodeParameters } from 'n8n-workflow';

import { adobeWorld } from '../../sandbox/adobeConnect/testing/world';
import type { BookEntry, Fault } from '../../sandbox/contract';
import { until } from '../../sandbox/testing/until';
import { MARKETO_PROGRAMS } from '../../story';
import {
	addTo as addToAdobe,
	newRoom,
	people as adobePeople,
} from '../adobeConnect/registrant/support';
import { stay } from '../hubspot/attendance/support';
import type { CredentialValues } from '../support/credentials';
import { loneNode } from '../support/loneNode';
import { stage, type Stage } from '../support/world';
import { addTo as addToZoom, newWebinar, people } from '../zoom/registrant/support';

const ENDLESS = 100_000;

interface Job {
	vendor: BookEntry['vendor'];
	/** Several calls, one after the other. */
	ready(here: Stage): {
		type: string;
		credentials: CredentialValues;
		parameters: INodeParameters;
		items: IDataObject[];
	};
}

const stays = () => people(150).map(({ email }) => stay(String(email)));

const JOBS: Job[] = [
	{
		vendor: 'zoom',
		ready: (here) => ({
			type: 'zoomWebinar',
			credentials: here.zoom,
			parameters: addToZoom(newWebinar(here, { approvalType: 1 }).id),
			items: people(150),
		}),
	},
	{
		vendor: 'hubspot',
		ready: (here) => ({
			type: 'hubSpotWebinar',
			credentials: here.hubspot,
			parameters: {
				resource: 'attendance',
				operation: 'sync',
				mapData: 'automatic',
				preview: false,
				options: {},
			},
			items: stays(),
		}),
	},
	{
		vendor: 'marketo',
		ready: (here) => ({
			type: 'marketoProgram',
			credentials: here.marketo,
			parameters: {
				resource: 'attendance',
				operation: 'sync',
				program: { __rl: true, mode: 'id', value: String(MARKETO_PROGRAMS.earlier) },
				options: {},
			},
			items: stays(),
		}),
	},
	{
		vendor: 'adobeConnect',
		ready: (here) => ({
			type: 'adobeConnect',
			credentials: here.adobeConnect,
			parameters: { resource: 'registrant', operation: 'add', ...addToAdobe(newRoom(here).id) },
			items: adobePeople(150),
		}),
	},
];

/** What an execution may be waiting for when it is cancelled. */
const PLACES: Array<[string, Fault]> = [
	['while it waits for a limit', { kind: 'status', status: 429, policy: 'QPS' }],
	['while it waits before the next try', { kind: 'status', status: 503 }],
	['while it waits for a slow answer', { kind: 'slow', ms: 700 }],
];

/** Requests of this process, in the moment of sending: a busy machine hears of their arrival later. */
let sent = 0;
const count = () => (sent += 1);
/** https://nodejs.org/api/diagnostics_channel.html#http */
const REQUEST_STARTS = 'http.client.request.start';
beforeAll(() => subscribe(REQUEST_STARTS, count));
afterAll(() => unsubscribe(REQUEST_STARTS, count));

const wait = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

let here: Stage;
beforeEach(async () => {
	const now = new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString();
	here = await stage({ registrants: 10 }, { adobeConnect: adobeWorld({}, now) });
});
afterEach(async () => await here.close());

describe.each(JOBS)('$vendor', ({ vendor, ready }) => {
	const calls = () => here.sandbox.books.calls(vendor);

	test.each(PLACES)(
		'%s: two seconds after it was cancelled no call is sent any more',
		async (_, fault) => {
			const { items, ...given } = ready(here);
			const changes = { onError: 'continueRegularOutput' as const };
			const { workflow, node, additionalData } = await loneNode({ ...given, changes });
			const main = [items.map((json) => ({ json }))];
			const stop = here.sandbox.books.listen(() => {
				if (calls().length < 2) return;
				stop();
				here.sandbox.addFault({ vendor, match: /./, fault, times: ENDLESS });
			});
			const running = new WorkflowExecute(
				additionalData,
				'trigger',
				createRunExecutionData({
					executionData: { nodeExecutionStack: [{ node, data: { main }, source: null }] },
				}),
			).processRunExecutionData(workflow);
			await until(() => calls().some((call) => call.fault !== undefined), 'a call has met it');
			running.cancel();
			const run = await running;
			expect(run.finished).not.toBe(true);
			await wait(2000);
			const soFar = sent;
			await wait(1500);
			expect(sent).toBe(soFar);
		},
	);
});
