import type { INodeParameters } from 'n8n-workflow';
import type { Browser } from 'playwright-core';

import { startSandbox } from '../sandbox';
import { adobeWorld } from '../sandbox/adobeConnect/testing/world';
import type { Sandbox } from '../sandbox/contract';
import { makeStory } from '../story';
import {
	type EditorPage,
	launchBrowser,
	openEditor,
	pickFromList,
	searchNodes,
	signIn,
} from './support/browser';
import { CleanUp } from './support/cleanUp';
import { operationsOf } from './support/offered';
import { openNode } from './support/openNode';
import { expectTidy } from './support/panel';
import { sharedN8n } from './support/sharedServer';

const n8n = sharedN8n();
const cleanUp = new CleanUp(n8n);
const now = new Date().toISOString();
const story = makeStory({ seed: 72, registrants: 12, now });

let browser: Browser;
let editor: EditorPage;
let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ world: { ...story.world, adobeConnect: adobeWorld({}, now) } });
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

/** Opens the panel of a node and waits until everything in it has been fetched. */
async function open(type: string, parameters: INodeParameters) {
	const page = await openNode({ n8n, sandbox, editor, cleanUp }, type, parameters);
	const fetching = page.getByText(/(?:Fetching|Loading) (?:fields|options)/);
	await expect(poll(async () => (await fetching.count()) === 0)).resolves.toBe(true);
	return page;
}

/** true as soon as the condition holds; false when it has not in time. */
async function poll(condition: () => Promise<boolean>): Promise<boolean> {
	for (let tries = 0; tries < 60; tries += 1) {
		if (await condition()) return true;
		await editor.page.waitForTimeout(250);
	}
	return false;
}

describe('the Adobe Connect node in the editor', () => {
	it.each(['adobe connect', 'webinar', 'presenter', 'no-show', 'seminar'])(
		'is found by "%s"',
		async (words) => {
			await editor.page.goto(`${n8n.url}/workflow/new`);
			expect(await searchNodes(editor.page, words, 'Adobe Connect')).toContain('Adobe Connect');
		},
	);

	it.each(operationsOf('adobeConnect'))(
		'shows the panel of %s: %s',
		async (resource, operation) => {
			await open('adobeConnect', { resource, operation });
			await editor.screenshot(`adobe-${resource}-${operation}`);
			await expectTidy(editor.page);
		},
	);

	it.each([
		['registrant', 'add', 'Next Webinar', ['Open Office Hour · no fixed time · Meeting']],
		['attendee', 'get', 'Sample Webinar', ['Sample Seminar', 'Open Office Hour']],
	])('lists webinars for %s: %s, with what they are', async (resource, operation, one, others) => {
		const webinar = { __rl: true, mode: 'list', value: '' };
		const page = await open('adobeConnect', { resource, operation, webinar });
		const offered = (await pickFromList(page, 'webinar', one)).join('\n');
		await editor.screenshot(`adobe-picked-${resource}`);
		expect(offered).toMatch(new RegExp(`${one} · .* · Event`));
		for (const other of others) expect(offered).toContain(other);
	});

	it('fills the registration fields with the questions of the event that was picked', async () => {
		const page = await open('adobeConnect', {
			resource: 'registrant',
			operation: 'add',
			webinar: { __rl: true, mode: 'list', value: '' },
		});
		await pickFromList(page, 'webinar', 'Next Webinar');
		const question = page.locator('[data-test-id="resource-mapper-container"]', {
			hasText: 'Company',
		});
		await question.first().waitFor();
		await editor.screenshot('adobe-questions');
		expect(await question.first().innerText()).toContain('Country');
	});
});

describe('the trigger and the credential in the editor', () => {
	it.each(['recording.completed', 'webinar.ended', 'webinar.registration_created'])(
		'shows the trigger on %s',
		async (event) => {
			await open('adobeConnectTrigger', { event });
			await editor.screenshot(`adobe-trigger-${event}`);
			await expectTidy(editor.page);
		},
	);

	it.each(['light', 'dark'] as const)('shows the credential, in the %s theme', async (theme) => {
		const page = await open('adobeConnect', { resource: 'webinar', operation: 'get' });
		await page.emulateMedia({ colorScheme: theme });
		await page.locator('[data-test-id="credential-edit-button"]').click();
		const dialog = page.locator('[data-test-id="editCredential-modal"]');
		await dialog.getByText('Join Link Secret').first().waitFor();
		await editor.screenshot(`adobe-credential-${theme}`);
		await dialog.getByText('Join Link Secret').first().scrollIntoViewIfNeeded();
		await editor.screenshot(`adobe-credential-${theme}-below`);
		expect(await dialog.innerText()).not.toMatch(/undefined|\[object Object\]/);
	});

	it('has shown no error in the console', () => {
		expect(editor.errors()).toEqual([]);
	});
});
