import path from 'node:path';
import type { Browser, Page } from 'playwright-core';

import { hubSpotCredentialData, zoomCredentialData } from '../host/drive/credentials';
import { ensureHost } from '../host/install/n8nHost';
import { createLog } from '../host/log';
import { packageName, repoRoot } from '../host/paths';
import { startSandbox } from '../sandbox';
import type { Sandbox } from '../sandbox/contract';
import { keepCredential } from '../secrets/credentialSecrets';
import { makeStory } from '../story';
import { page as pageOf } from '../templates/markdown';
import { scopesIn } from '../templates/rules/mainNote';
import { type EmptyN8n, startEmpty } from './firstSync/emptyN8n';
import { Guide } from './firstSync/guide';
import { type Say, Windows } from './firstSync/windows';
import { type EditorPage, launchBrowser, openEditor, searchNodes } from './support/browser';
import {
	chooseCredential,
	chooseStart,
	closePanel,
	copied,
	fromPlus,
	giveCredential,
	message,
	openPanel,
	outputTable,
	pressExecute,
	redMarks,
} from './support/canvasActions';
import { importFile } from './support/editorImport';
import { sharedServer } from './support/sharedServer';
import { heldBefore, Judge } from './templates/support/judge';

const TEMPLATE = 'zoom-webinar-ended-to-hubspot';
const ZOOM = 'Zoom Webinar Server-to-Server account';
const HUBSPOT = 'HubSpot Webinar Service Key account';
const guide = new Guide('docs/first-sync.md');
const story = makeStory({ seed: 78, registrants: 14, now: new Date().toISOString() });
const before = heldBefore(story);
const documented = scopesIn(pageOf(`docs/templates/${TEMPLATE}.md`).text);

let n8n: EmptyN8n;
let sandbox: Sandbox;
let browser: Browser;
let editor: EditorPage;
let page: Page;
let windows: Windows;
let address: string;
let people: number;
let broken = false;

beforeAll(async () => {
	sandbox = await startSandbox({ world: story.world });
	n8n = await startEmpty(await ensureHost(createLog()), sharedServer().packageDir);
	browser = await launchBrowser();
	editor = await openEditor(browser);
	page = editor.page;
	windows = new Windows(page);
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
}, 300_000);

afterAll(async () => {
	await browser?.close();
	await sandbox?.close();
	await n8n?.stop();
});

/** Does what a step of the page says, in its words. */
function step(number: string, walk: (say: Say) => Promise<void>): void {
	const text = guide.steps.find((one) => one.number === number)?.text ?? 'is not on the page';
	it(`${number} ${text}`, async () => {
		// One story: what comes after a step that failed says nothing.
		expect(broken).toBe(false);
		broken = true;
		guide.begin(number);
		await walk((word) => guide.word(word));
		await editor.screenshot(`first-sync-${number}`);
		expect(guide.unused()).toEqual([]);
		broken = false;
	});
}

const testId = (id: string) => windows.part(id);

it('n8n knows nobody, and makes an owner', async () => {
	await page.goto(n8n.url);
	const owner = { email: 'owner@example.com', firstName: 'Wanda', lastName: 'Walker' };
	for (const [name, text] of Object.entries({ ...owner, password: 'FAKE-Password-1' })) {
		await page.locator(`input[name="${name}"]`).fill(text);
	}
	await testId('form-submit-button').click();
	await testId('assistant-set-up-later').click();
	await testId('new-workflow-card').waitFor();
});

step('1.1', async (say) => {
	say('Settings');
	await testId('main-sidebar-settings').click();
	await page.getByText(say('Community nodes'), { exact: true }).click();
	await windows.button(say('Install a community node')).click();
});

step('1.2', async (say) => {
	await testId('package-name-input').fill(say(packageName));
	await page.getByText(say('I understand the risks')).click();
	await windows.button(say('Install')).click();
	await message(page, say('Package installed'));
});

step('1.3', async (say) => {
	await testId('settings-back').click();
	say('+');
	await fromPlus(page, say('New workflow'));
	say('N');
	const found = await searchNodes(page, say('webinar'), say('Zoom Webinar'));
	expect(found).toContain(say('HubSpot Webinar'));
	await page.keyboard.press('Escape');
});

// At Zoom. The app has the scopes that the template names, and no other.
step('2.1', async () => {
	sandbox.zoom.world.scopes = documented.filter((scope) => scope.includes(':'));
});

step('2.2', async (say) => {
	await windows.newCredential(say, 'Zoom Webinar', 'Zoom Webinar Server-to-Server OAuth2 API');
});

step('2.3', async (say) => {
	const data = zoomCredentialData(sandbox.zoom.world, sandbox.zoomBaseUrl);
	keepCredential('zoomWebinarServerToServerOAuth2Api', data);
	// Zoom is on this machine: a gateway, in the words of the credential.
	await testId('parameter-input-region').click();
	await page.getByRole('option', { name: /^Custom/ }).click();
	await windows.fill('Base URL', data.baseUrl);
	await windows.fill(say('Client ID'), data.clientId);
	await windows.fill(say('Client Secret'), data.clientSecret);
	await windows.fill(say('Account ID'), data.accountId);
	await windows.fill(say('Webhook Secret Token'), data.webhookSecretToken);
});

step('2.4', async (say) => await windows.saveCredential(say));

// At HubSpot.
step('3.1', async () => {
	sandbox.hubspot.world.scopes = documented.filter((scope) => scope.includes('.'));
});

step('3.2', async (say) => {
	await windows.newCredential(say, 'HubSpot Webinar', 'HubSpot Webinar Service Key API');
});

step('3.3', async (say) => {
	const data = hubSpotCredentialData(sandbox.hubspot.world, sandbox.hubspotBaseUrl);
	keepCredential('hubSpotWebinarServiceKeyApi', data);
	await windows.fill('Base URL', data.baseUrl);
	await windows.fill(say('Service Key'), data.apiKey);
	await windows.saveCredential(say);
});

// The download; the file is the one of this repository.
step('4.1', async (say) => {
	expect(say(`${TEMPLATE}.json`)).toBeDefined();
});

step('4.2', async (say) => {
	['+', '⋯', 'Import', 'From file'].forEach(say);
	await fromPlus(page, say('New workflow'));
	await testId('canvas-wrapper').waitFor();
	await importFile(page, path.join(repoRoot, 'workflows', `${TEMPLATE}.json`));
	await testId('node-issues').nth(2).waitFor();
});

step('4.3', async (say) => {
	const panel = await openPanel(page, say('Webinar ended'));
	await panel.getByText(say('Credential'), { exact: true }).waitFor();
	await chooseCredential(page, say(ZOOM));
	await message(page, say('Added this credential to 4 other node(s)'));
	await closePanel(page);
});

step('4.4', async (say) => {
	await giveCredential(page, say('Sync attendance'), say(HUBSPOT));
	await windows.save('Sync attendance');
	expect(await redMarks(page)).toEqual([]);
});

step('4.5', async (say) => {
	say('Execute workflow');
	await chooseStart(page, say('Try it with a past webinar'));
	await pressExecute(page);
	await message(page, say('Workflow executed successfully'));
	expect(sandbox.books.writes('hubspot')).toEqual([]);
});

step('4.6', async (say) => {
	await openPanel(page, say('Summary'));
	const [, [sentence]] = await outputTable(page);
	expect(sentence).toContain(say('Preview, nothing was written.'));
	people = Number(/(\d+) people/.exec(sentence!)?.[1]);
	await closePanel(page);
	const panel = await openPanel(page, say('Sync attendance'));
	await panel.getByText(`${say('People Branch')} (${people} items)`).waitFor();
	await closePanel(page);
});

step('5.1', async (say) => {
	await testId('workflow-open-publish-modal-button').click();
	await testId('workflowPublish-modal')
		.getByRole('button', { name: say('Publish') })
		.click();
	await page.getByText(say('Workflow published')).waitFor();
	await windows.button(say('Got it')).click();
});

step('5.2', async (say) => {
	const panel = await openPanel(page, say('Webinar ended'));
	await panel.getByText(say('Webhook URLs')).click();
	await panel.getByText(say('Production URL'), { exact: true }).first().click();
	await panel
		.getByText(/\/webhook\/\S+\/zoom/)
		.first()
		.click();
	address = await copied(page);
	expect(address).toMatch(new RegExp(`^${n8n.url}/webhook/\\S+/zoom$`));
	await closePanel(page);
});

// At Zoom, with the button Validate.
step('5.3', async () => {
	expect(await sandbox.zoom.validateUrl(address)).toBe(true);
});

step('5.4', async (say) => {
	const { webinarId, sessionUuid } = story.main;
	expect((await sandbox.zoom.webinarEnded(webinarId, sessionUuid, address)).status).toBe(200);
	await page.getByText(say('Executions'), { exact: true }).click();
	const byHand = page.locator('[data-icon="flask-conical"]');
	const entry = testId('current-executions-list').locator('> *', { hasNot: byHand });
	await entry
		.filter({ hasText: say('Succeeded') })
		.first()
		.waitFor({ timeout: 90_000 });
});

step('5.5', async (say) => {
	await testId('project-home-menu-item').click();
	await testId('project-tabs').getByText(say('Data tables'), { exact: true }).click();
	await page.getByText(say('n8nWebinarLog'), { exact: true }).click();
	await testId('data-table-grid').getByText(TEMPLATE).first().waitFor();
	await page.getByText(`Total ${people}`, { exact: true }).waitFor();
	expect(new Judge(story, sandbox, before).hubSpot([story.main])).toEqual([]);
});

step('6.1', async (say) => {
	['+', '⋯', 'Import', 'From file'].forEach(say);
	await fromPlus(page, say('New workflow'));
	await testId('canvas-wrapper').waitFor();
	await importFile(page, path.join(repoRoot, 'workflows', say('sync-now.json')));
	await testId('node-issues').first().waitFor();
});

step('6.2', async (say) => {
	await giveCredential(page, say('Get attendees'), ZOOM);
	await giveCredential(page, say('Sync attendance'), HUBSPOT);
	await windows.save('Sync attendance');
	expect(await redMarks(page)).toEqual([]);
});

step('6.3', async (say) => {
	await openPanel(page, say('What to sync'));
	await windows.assign(say('what'), say('webinar'));
	await windows.assign(say('webinarId'), String(story.main.webinarId));
	say('preview');
	await closePanel(page);
	say('Execute workflow');
	sandbox.books.clear();
	await pressExecute(page);
	await message(page, 'Workflow executed successfully');
	await openPanel(page, say('Summary'));
	const [, [sentence]] = await outputTable(page);
	expect(sentence).toContain('0 would be written');
	expect(sandbox.books.writes('hubspot')).toEqual([]);
});

it('the page has no other step', () => {
	expect(guide.rest()).toEqual([]);
});

it('has shown no error in the console', () => {
	expect(editor.errors()).toEqual([]);
});
