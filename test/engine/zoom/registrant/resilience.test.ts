import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Fault } from '../../../sandbox/contract';
import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../support/specs';
import { byId, inAHurry, zoomFault, zoomNode } from '../support/zoom';
import { addTo, newWebinar, registered, registrantOperation, told } from './support';

let here: Stage;
beforeAll(async () => {
	await inAHurry();
	here = await stage({ registrants: 10 });
});
beforeEach(() => {
	here.sandbox.clearFaults();
	here.sandbox.books.clear();
});
afterEach(() => expectBySpec(here.sandbox));
afterAll(async () => await here.close());

/** What may happen to any call, once. */
const FAULTS: Fault[] = [
	{ kind: 'status', status: 401 },
	{ kind: 'status', status: 429, policy: 'QPS' },
	{ kind: 'status', status: 503 },
	{ kind: 'cutBefore' },
	{ kind: 'cutAfter' },
	{ kind: 'html' },
];

interface Case {
	operation: string;
	/** The calls that it makes. */
	calls: RegExp[];
	items: IDataObject[];
	expected: string[];
	parameters(webinarId: number): INodeParameters;
}

const LISTS = /GET .*\/registrants$/;
const WAITING = { registrant: 'waiting@example.com' };

const CASES: Case[] = [
	{
		operation: 'add',
		calls: [/GET .*\/webinars\/\d+$/, LISTS, /GET .*\/questions$/, /POST .*\/registrants$/],
		items: [
			{ email: 'new@example.com', firstName: 'New' },
			{ email: 'known@example.com', firstName: 'Known' },
		],
		expected: ['synced registered -', 'unchanged none alreadyRegistered'],
		parameters: (id) => addTo(id),
	},
	{
		operation: 'add, many',
		calls: [/POST .*\/batch_registrants$/],
		items: [
			{ email: 'new@example.com', firstName: 'New' },
			{ email: 'other@example.com', firstName: 'Other' },
		],
		expected: ['synced registered -', 'synced registered -'],
		parameters: (id) => addTo(id),
	},
	{
		operation: 'add, without looking up',
		calls: [/POST .*\/registrants$/, /GET .*\/registrants\/[^/]+$/],
		items: [{ email: 'known@example.com', firstName: 'Known' }],
		expected: ['unchanged none alreadyRegistered'],
		parameters: (id) => addTo(id, { options: { lookUpFirst: 'never' } }),
	},
	{
		operation: 'add, approving again',
		calls: [/PUT .*\/status$/, /GET .*\/registrants\/[^/]+$/],
		items: [{ email: 'denied@example.com', firstName: 'Denied' }],
		expected: ['synced approved -'],
		parameters: (id) => addTo(id, { options: { whenAlreadyDenied: 'approve' } }),
	},
	{
		operation: 'updateStatus',
		calls: [LISTS, /PUT .*\/status$/],
		items: [WAITING],
		expected: ['synced approved -'],
		parameters: (id) => registrantOperation('updateStatus', id, { newStatus: 'approve' }),
	},
	{
		operation: 'delete',
		calls: [LISTS, /DELETE .*\/registrants\/[^/]+$/],
		items: [WAITING],
		expected: ['synced deleted -'],
		parameters: (id) => registrantOperation('delete', id),
	},
];

function webinar(): number {
	return newWebinar(here, {
		registrants: [
			registered('known@example.com'),
			registered('waiting@example.com', 'pending'),
			registered('denied@example.com', 'denied'),
		],
	}).id;
}

describe.each(CASES)('$operation', ({ calls, items, expected, parameters }) => {
	const table = calls.flatMap((call) =>
		FAULTS.map((fault): [string, string, RegExp, Fault] => [
			call.source,
			JSON.stringify(fault),
			call,
			fault,
		]),
	);

	test.each(table)('%s meets %s', async (_call, _fault, match, fault) => {
		const id = webinar();
		zoomFault(here, { match, fault });
		expect(told(await zoomNode(here, parameters(id), { items }))).toEqual(expected);
		expect(here.sandbox.books.calls('zoom').filter((entry) => entry.fault)).toHaveLength(1);
	});
});

describe('get many', () => {
	test.each(FAULTS.map((fault): [string, Fault] => [JSON.stringify(fault), fault]))(
		'meets %s',
		async (_, fault) => {
			const parameters: INodeParameters = {
				resource: 'registrant',
				operation: 'getAll',
				webinar: byId(webinar()),
				status: 'all',
				returnAll: true,
				options: {},
			};
			zoomFault(here, { match: LISTS, fault });
			const { outputs, error } = await zoomNode(here, parameters);
			expect(error).toBeNull();
			expect(outputs[0]).toHaveLength(3);
		},
	);
});
