import { type Execution, executionError, nodeItems, nodeRan } from '../../host/drive/executions';
import { readTemplate } from '../../host/drive/templates';
import { MARKETO_PROGRAMS } from '../../story';
import { registrationWorkflow, toHubSpot, toMarketo } from '../adobeConnect/support/workflows';
import { NEXT, smallAccount } from '../adobeConnect/support/world';
import { hostileLinks, SCRIPT } from '../hostile/joinLinks';
import { setStage, type Stage } from './support/stage';

const TEMPLATE = 'adobe-connect-join-link';
const MINUTE_MS = 60_000;
const ago = (minutes: number): string => new Date(Date.now() - minutes * MINUTE_MS).toISOString();

let stage: Stage;
let workflowId: string;
/** The Production URL of the template's webhook. */
let address: string;
let links: Record<'ada' | 'grace', string>;

beforeAll(async () => {
	stage = await setStage({ template: TEMPLATE, seed: 75, prepare: smallAccount });
	await stage.publish();
	workflowId = stage.workflow.id;
	address = await stage.hookOf('Somebody opens their link');
});
afterAll(async () => await stage?.close());

/** Somebody clicks their link: the answer to the browser, and what the workflow did. */
async function clicks(link: string): Promise<{ answer: Response; execution: Execution }> {
	let answer = Response.error();
	const execution = await stage.executionOf(
		async () => (answer = await fetch(link, { redirect: 'manual' })),
		{ workflowId },
	);
	return { answer, execution };
}

const adobe = () => stage.sandbox.adobeConnect;

/** The event takes place: Grace comes; it is recorded. */
function hold(): void {
	const event = adobe().event(NEXT.eventId);
	const [begin, end] = [ago(70), ago(10)];
	Object.assign(event, { begin, end });
	const grace = adobe().principalByLogin('grace@example.com');
	const stay = { transcriptId: '99001', principalId: grace?.id, name: 'Grace Hopper', begin, end };
	adobe().room(NEXT.roomId).held = [{ assetId: '61999', begin, end, stays: [stay] }];
	adobe().addRecording(NEXT.roomId, { begin, end, urlPath: '/p71999/', access: 'view' });
}

test('everybody registered with the address of the template gets a link of their own', async () => {
	const person = (firstName: string) => ({
		email: `${firstName.toLowerCase()}@example.com`,
		firstName,
		lastName: 'Example',
		company: 'Engines Ltd',
	});
	const { id } = await stage.importAlso(
		registrationWorkflow(NEXT.eventId, [person('Ada'), person('Grace')], {
			fields: { [NEXT.company]: '={{ $json.company }}' },
			options: { joinLinkAddress: address },
		}),
	);
	const execution = await stage.start('Start', id);
	expect(executionError(execution)).toBe('');
	const [ada, grace] = nodeItems(execution, 'Register').map(
		({ json }) => json.registrant as { joinUrl: string; joinUrlIsPersonal: boolean },
	);
	for (const one of [ada, grace]) {
		expect(one?.joinUrlIsPersonal).toBe(true);
		expect(one?.joinUrl.startsWith(`${address}?`)).toBe(true);
		expect(one?.joinUrl).not.toMatch(/ada|grace|@/i);
	}
	links = { ada: ada?.joinUrl ?? '', grace: grace?.joinUrl ?? '' };
	expect(links.ada).not.toBe(links.grace);
});

test('before the end it leads straight into the event', async () => {
	const { answer, execution } = await clicks(links.ada);
	expect(executionError(execution)).toBe('');
	expect(answer.status).toBe(302);
	expect(answer.headers.get('cache-control')).toBe('no-store');
	const to = answer.headers.get('location') ?? '';
	expect(to.startsWith(`${stage.sandbox.adobeBaseUrl}/`)).toBe(true);
	expect(
		adobe()
			.callsOf('event-login')
			.map(({ params }) => params.login),
	).toEqual([['ada@example.com']]);
	expect((await fetch(to, { redirect: 'manual' })).status).toBeLessThan(400);
	expect(nodeItems(execution, 'Attends on demand')).toEqual([]);
});

test.each([
	['of somebody else', (link: string) => link.replace(/([?&]r=)\d+/, '$121001'), 404],
	['that was cut off', (link: string) => link.slice(0, -5), 404],
	['without anything', (link: string) => link.replace(/\?.*/, ''), 404],
])('a link %s shows a page, and Adobe Connect is not asked', async (_, forge, status) => {
	stage.sandbox.books.clear();
	const { answer } = await clicks(forge(links.ada));
	expect(answer.status).toBe(status);
	expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
	expect(await answer.text()).toMatch(/<h1>This link (does not work|is not complete)<\/h1>/);
	expect(stage.sandbox.books.calls('adobeConnect')).toEqual([]);
});

test('no address that somebody made up is let in, and the page repeats nothing of it', async () => {
	stage.sandbox.books.clear();
	const wrong: string[] = [];
	const tried = hostileLinks(links.ada);
	for (const [why, link] of tried) {
		const answer = await fetch(link, { redirect: 'manual' });
		const page = await answer.text();
		// n8n itself cannot read objects with a toString or constructor of their own: the page says to try again.
		const most = /\[(toString|prototype)\]/.test(link) ? 503 : 499;
		const isRefused = answer.status >= 400 && answer.status <= most;
		if (isRefused && !answer.headers.has('location') && !page.includes(SCRIPT)) continue;
		wrong.push(`${why}: ${answer.status} ${page.slice(0, 200)}`);
	}
	expect(wrong).toEqual([]);
	expect(tried.length).toBeGreaterThan(25);
	expect(stage.sandbox.books.calls('adobeConnect')).toEqual([]);
	const usual = await fetch(`${links.ada}&utm_source=mail`, { redirect: 'manual' });
	expect(usual.status).toBe(302);
});

describe('after the end, with Sync attendance behind the template as it says itself', () => {
	beforeAll(async () => {
		hold();
		await stage.retire();
		const file = readTemplate(TEMPLATE);
		const syncs = [toHubSpot(), toMarketo(MARKETO_PROGRAMS.earlier)];
		const main = [syncs.map(({ name }) => ({ node: name, type: 'main', index: 0 }))];
		const extended = await stage.importAlso({
			...file,
			nodes: [...file.nodes, ...syncs],
			connections: { ...file.connections, 'Attends on demand': { main } },
		});
		workflowId = extended.id;
		await stage.publish(extended);
	});

	/** Status in the program of whoever has the address. */
	function status(email: string): string | undefined {
		const { marketo } = stage.sandbox;
		const [lead] = marketo.leadsByEmail(email);
		return lead && marketo.memberOf(MARKETO_PROGRAMS.earlier, lead.id)?.statusName;
	}

	test('it leads to the recording, and Attended On-Demand is written', async () => {
		const { answer, execution } = await clicks(links.ada);
		expect(executionError(execution)).toBe('');
		expect(answer.headers.get('location')).toBe(`${stage.sandbox.adobeBaseUrl}/p71999/`);
		expect(nodeItems(execution, 'To Marketo').map(({ json }) => json.outcome)).toMatchObject([
			{ result: 'synced' },
		]);
		expect(nodeItems(execution, 'To HubSpot').map(({ json }) => json.outcome)).toMatchObject([
			{ destination: 'hubspot', result: 'synced' },
		]);
		expect(status('ada@example.com')).toBe('Attended On-demand');
		expect(stage.sandbox.hubspot.contactByEmail('ada@example.com')).toBeDefined();
	});

	test('opened again it leads there again, and nothing is doubled', async () => {
		const activities = stage.sandbox.marketo.activities.length;
		const { answer, execution } = await clicks(links.ada);
		expect(answer.status).toBe(302);
		expect(executionError(execution)).toBe('');
		expect(stage.sandbox.marketo.activities).toHaveLength(activities);
		expect(status('ada@example.com')).toBe('Attended On-demand');
	});

	test('who was there live sees the recording and stays as they are', async () => {
		const { answer, execution } = await clicks(links.grace);
		expect(answer.headers.get('location')).toBe(`${stage.sandbox.adobeBaseUrl}/p71999/`);
		expect(nodeRan(execution, 'To Marketo')).toBe(false);
		expect(status('grace@example.com')).toBeUndefined();
	});

	test('while Adobe Connect does not answer, a page asks to come again', async () => {
		stage.sandbox.addFault({
			vendor: 'adobeConnect',
			fault: { kind: 'status', status: 503 },
			times: 50,
		});
		const { answer } = await clicks(links.ada);
		stage.sandbox.clearFaults();
		expect(answer.status).toBe(503);
		expect(await answer.text()).toContain('open your link again in a few minutes');
	});
});
