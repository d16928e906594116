import path from 'node:path';

import type { INodeExecutionData } from 'n8n-workflow';

import type { Fault } from '../../../sandbox/contract';
import type { NodeRunResult } from '../../support/runNode';
import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../support/specs';
import { apiCalls, attendeesOf, inAHurry, tokenCalls, zoomFault, zoomNode } from '../support/zoom';

/**
 * Every endpoint that Get Attendees calls, met by every fault. The endpoints are read from the books
 * of a calm run, so that one that is added later is tested without a change here.
 */
const PASSING: Array<[string, Fault]> = [
	['401', { kind: 'status', status: 401 }],
	['429 per second', { kind: 'status', status: 429, policy: 'QPS' }],
	['500', { kind: 'status', status: 500 }],
	['503', { kind: 'status', status: 503 }],
	['a connection cut before the answer', { kind: 'cutBefore' }],
	['a connection cut in the answer', { kind: 'cutAfter' }],
	['a page instead of JSON', { kind: 'html' }],
];

const LASTING: Array<[string, Fault, RegExp, number]> = [
	['429 per day', { kind: 'status', status: 429, policy: 'Daily-limit' }, /daily limit/, 1],
	['503', { kind: 'status', status: 503 }, /overloaded or cannot be reached/, 6],
	['no connection', { kind: 'cutBefore' }, /could not be reached/, 6],
	['a refused token', { kind: 'status', status: 401 }, /does not accept the access token/, 2],
];

type Limits = typeof import('../../../../nodes/Zoom/transport/limits');

/** Some thousand calls: neither side counts them per second, which other tests look at. */
async function unpaced(): Promise<void> {
	const built = path.join(__dirname, '../../../../dist/nodes/Zoom/transport/limits.js');
	const { ZOOM_LIMITS } = (await import(built)) as Limits;
	for (const limit of Object.values(ZOOM_LIMITS)) limit.max = 10_000;
}

let here: Stage;
beforeAll(inAHurry);
beforeAll(unpaced);
beforeEach(async () => {
	here = await stage({ registrants: 30 }, { limits: false });
	const { main } = here.story;
	const webinar = here.sandbox.zoom.world.webinars.find(({ id }) => id === main.webinarId)!;
	webinar.recordings = [
		{
			sessionUuid: main.sessionUuid,
			readyAt: main.endTime,
			shareUrl: '',
			playPasscode: '',
			password: '',
			files: [],
			views: [{ name: 'Sam', email: 'sam@example.com', date_time: main.endTime, duration: 60 }],
		},
	];
});
afterEach(async () => {
	await here.close();
	expectBySpec(here.sandbox);
});

/** All people of the main session and of all runs of the webinar: no endpoint is left out. */
async function run(source: string): Promise<NodeRunResult> {
	here.sandbox.books.clear();
	return await zoomNode(
		here,
		attendeesOf(here.story.main.webinarId, {
			source,
			session: 'all',
			peopleToReturn: ['attended', 'noShow', 'onDemand', 'panelist', 'host'],
		}),
	);
}

function people({ outputs, error, hints }: NodeRunResult): INodeExecutionData[] {
	expect(error).toBeNull();
	expect(outputs[1]).toEqual([]);
	expect(hints.filter(({ message }) => !message.includes('only host and panelists'))).toEqual([]);
	return outputs[0]!;
}

/** The endpoints of the last run, without the IDs in their paths. */
function endpoints(): string[] {
	const calls = here.sandbox.books.calls('zoom').filter(({ route }) => route !== '/oauth/token');
	return [...new Set(calls.map(({ route }) => route.replace(/^\/zoom\/v2/, '')))].sort();
}

const pattern = (route: string): RegExp => new RegExp(`^GET ${route.replace(/:[^/]+/g, '[^/]+')}$`);

const ENDPOINTS = {
	report: [
		'/meetings/:meetingId/recordings/analytics_details',
		'/past_webinars/:webinarId/instances',
		'/report/webinars/:webinarId',
		'/report/webinars/:webinarId/participants',
		'/report/webinars/:webinarId/polls',
		'/report/webinars/:webinarId/qa',
		'/report/webinars/:webinarId/survey',
		'/webinars/:webinarId',
		'/webinars/:webinarId/panelists',
		'/webinars/:webinarId/registrants',
	],
	past: [
		'/meetings/:meetingId/recordings/analytics_details',
		'/past_webinars/:webinarId/instances',
		'/past_webinars/:webinarId/participants',
		'/past_webinars/:webinarId/polls',
		'/past_webinars/:webinarId/qa',
		'/webinars/:webinarId',
		'/webinars/:webinarId/panelists',
		'/webinars/:webinarId/registrants',
	],
};

describe.each(['report', 'past'] as const)('from the source %s', (source) => {
	test('these are all endpoints that are called', async () => {
		expect(people(await run(source)).length).toBeGreaterThan(20);
		expect(endpoints()).toEqual(ENDPOINTS[source]);
	});

	describe.each(ENDPOINTS[source])('%s', (route) => {
		test('each fault once: tried again, and everybody comes out exactly as without it', async () => {
			const calm = people(await run(source));
			const asked = apiCalls(here).length;
			for (const [name, fault] of PASSING) {
				zoomFault(here, { match: pattern(route), fault });
				const result = await run(source);
				expect([name, people(result)]).toEqual([name, calm]);
				expect([name, apiCalls(here).length]).toEqual([name, asked + 1]);
				expect([name, tokenCalls(here)]).toEqual([name, name === '401' ? 1 : 0]);
			}
		});

		test.each(LASTING)(
			'%s for ever: one clear error, and nobody',
			async (_, fault, words, tries) => {
				zoomFault(here, { match: pattern(route), fault, times: 99 });
				const { error, outputs } = await run(source);
				expect(error?.message).toMatch(words);
				expect(error?.description).not.toBe('');
				expect(outputs.flat()).toEqual([]);
				const calls = apiCalls(here).filter((call) => pattern(route).test(call));
				expect(calls).toHaveLength(tries);
			},
		);
	});
});
