import type { Browser } from 'playwright-core';
import {
	createCredential,
	hubSpotCredentialData,
	zoomCredentialData,
} from '../host/drive/credentials';
import { MAIN_TEMPLATE, SYNC_NODE } from '../host/job/mainJob';
import { importWorkflow, readTemplate } from '../host/drive/templates';
import {
	canvasNodes,
	type EditorPage,
	launchBrowser,
	openEditor,
	searchNodes,
	signIn,
} from './support/browser';
import { CleanUp } from './support/cleanUp';
import { sharedN8n } from './support/sharedServer';
import { soon } from './support/soon';

const n8n = sharedN8n();
const cleanUp = new CleanUp(n8n);
/** Nothing is called here, so nobody has to answer. */
const nowhere = 'http://127.0.0.1:9';

let browser: Browser;
let editor: EditorPage;

beforeAll(async () => {
	browser = await launchBrowser();
	editor = await openEditor(browser);
	await signIn(editor.page, n8n);
});

afterAll(async () => {
	await editor?.close();
	await browser?.close();
	await cleanUp.all();
});

async function credentials() {
	const zoom = { accountId: 'a', clientId: 'b', clientSecret: 'c', webhookSecretToken: 'd' };
	const made = [
		await createCredential(
			n8n,
			'zoomWebinarServerToServerOAuth2Api',
			'Zoom account',
			zoomCredentialData(zoom, nowhere),
		),
		await createCredential(
			n8n,
			'hubSpotWebinarServiceKeyApi',
			'HubSpot account',
			hubSpotCredentialData({ serviceKey: 'pat-na1-nobody' }, nowhere),
		),
	];
	for (const { id } of made) cleanUp.credential(id);
	return made;
}

describe('the editor in a browser', () => {
	it('finds the Zoom Webinar node in the node panel', async () => {
		await editor.page.goto(`${n8n.url}/workflow/new`);
		const found = await searchNodes(editor.page, 'Zoom Webinar');
		await editor.screenshot('node-panel');
		expect(found).toContain('Zoom Webinar');
	});

	it('shows the imported template with all its nodes, ready to run', async () => {
		const file = readTemplate(MAIN_TEMPLATE);
		const workflow = await importWorkflow(n8n, file, await credentials());
		cleanUp.workflow(workflow.id);
		await editor.page.goto(`${n8n.url}/workflow/${workflow.id}`);
		const steps = file.nodes.filter(({ type }) => !type.endsWith('.stickyNote'));
		const names = steps.map(({ name }) => name).sort();
		await soon(async () => expect((await canvasNodes(editor.page)).sort()).toEqual(names));
		await editor.screenshot(MAIN_TEMPLATE);
		expect(names).toContain(SYNC_NODE);
		// With the two credentials picked nothing else is left to fill in.
		expect(await editor.page.locator('[data-test-id="node-issues"]').count()).toBe(0);
	});

	it('opens the settings of the node that writes to HubSpot', async () => {
		const node = editor.page.locator(`[data-test-id="canvas-node"][data-node-name="${SYNC_NODE}"]`);
		await node.dblclick();
		await editor.page.locator('[data-test-id="ndv"]').waitFor();
		await editor.screenshot('sync-attendance');
		const panel = await editor.page.locator('[data-test-id="ndv"]').innerText();
		expect(panel).toContain(SYNC_NODE);
		expect(panel).not.toContain('Install this node');
	});

	it('has shown no error in the console', () => {
		expect(editor.errors()).toEqual([]);
	});
});
