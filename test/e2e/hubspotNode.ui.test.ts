import type { INodeParameters } from 'n8n-workflow';
import type { Browser } from 'playwright-core';
import { startSandbox } from '../sandbox';
import type { Sandbox } from '../sandbox/contract';
import { makeStory } from '../story';
import { type EditorPage, launchBrowser, openEditor, searchNodes, signIn } from './support/browser';
import { CleanUp } from './support/cleanUp';
import { operationsOf } from './support/offered';
import { openNode } from './support/openNode';
import { expectTidy } from './support/panel';
import { sharedN8n } from './support/sharedServer';

const n8n = sharedN8n();
const cleanUp = new CleanUp(n8n);
const story = makeStory({ seed: 35, registrants: 12, now: new Date().toISOString() });

let browser: Browser;
let editor: EditorPage;
let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ world: story.world });
	browser = await launchBrowser();
	editor = await openEditor(browser);
	await signIn(editor.page, n8n);
});

afterAll(async () => {
	await editor?.close();
	await browser?.close();
	await cleanUp.all();
	await sandbox.close();
});

const open = async (type: string, parameters: INodeParameters) =>
	await openNode({ n8n, sandbox, editor, cleanUp }, type, parameters);

describe('the HubSpot Webinar node in the editor', () => {
	it.each(['sync registrations', 'marketing event', 'recordings to crm'])(
		'is found by "%s"',
		async (words) => {
			await editor.page.goto(`${n8n.url}/workflow/new`);
			expect(await searchNodes(editor.page, words, 'HubSpot Webinar')).toContain('HubSpot Webinar');
		},
	);

	it.each(operationsOf('hubSpotWebinar'))(
		'shows the panel of %s: %s',
		async (resource, operation) => {
			const page = await open('hubSpotWebinar', { resource, operation });
			await editor.screenshot(`hubspot-${resource}-${operation}`);
			await expectTidy(page);
		},
	);

	it.each(['webhook', 'workflowAction'])('shows the trigger called by %s', async (calledBy) => {
		const page = await open('hubSpotWorkflowActionTrigger', { calledBy });
		await editor.screenshot(`hubspot-trigger-${calledBy}`);
		expect(await page.locator('[data-test-id="ndv"]').innerText()).toContain('Webhook URLs');
		await expectTidy(page);
	});

	it('has shown no error in the console', () => {
		expect(editor.errors()).toEqual([]);
	});
});
