import type { INodeParameters } from 'n8n-workflow';

import { adobeWorld } from '../sandbox/adobeConnect/testing/world';
import { makeStory } from '../story';
import { pickFromList, searchNodes } from './support/browser';
import { editorStage } from './support/editorStage';
import { operationsOf } from './support/offered';
import { openNode } from './support/openNode';
import { expectTidy } from './support/panel';

const now = new Date().toISOString();
const story = makeStory({ seed: 72, registrants: 12, now });

const stage = editorStage({ ...story.world, adobeConnect: adobeWorld({}, now) });
const { n8n } = stage;

const open = async (type: string, parameters: INodeParameters) =>
	await openNode(stage, type, parameters);

describe('the Adobe Connect node in the editor', () => {
	it.each(['adobe connect', 'webinar', 'presenter', 'no-show', 'seminar'])(
		'is found by "%s"',
		async (words) => {
			await stage.editor.page.goto(`${n8n.url}/workflow/new`);
			expect(await searchNodes(stage.editor.page, words, 'Adobe Connect')).toContain(
				'Adobe Connect',
			);
		},
	);

	it.each(operationsOf('adobeConnect'))(
		'shows the panel of %s: %s',
		async (resource, operation) => {
			await open('adobeConnect', { resource, operation });
			await stage.editor.screenshot(`adobe-${resource}-${operation}`);
			await expectTidy(stage.editor.page);
		},
	);

	it.each([
		['registrant', 'add', 'Next Webinar', ['Open Office Hour · no fixed time · Meeting']],
		['attendee', 'get', 'Sample Webinar', ['Sample Seminar', 'Open Office Hour']],
	])('lists webinars for %s: %s, with what they are', async (resource, operation, one, others) => {
		const webinar = { __rl: true, mode: 'list', value: '' };
		const page = await open('adobeConnect', { resource, operation, webinar });
		const offered = (await pickFromList(page, 'webinar', one)).join('\n');
		await stage.editor.screenshot(`adobe-picked-${resource}`);
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
		await stage.editor.screenshot('adobe-questions');
		await question.first().getByText('Country').first().waitFor();
	});
});

describe('the trigger and the credential in the editor', () => {
	it.each(['recording.completed', 'webinar.ended', 'webinar.registration_created'])(
		'shows the trigger on %s',
		async (event) => {
			await open('adobeConnectTrigger', { event });
			await stage.editor.screenshot(`adobe-trigger-${event}`);
			await expectTidy(stage.editor.page);
		},
	);

	it.each(['light', 'dark'] as const)('shows the credential, in the %s theme', async (theme) => {
		const page = await open('adobeConnect', { resource: 'webinar', operation: 'get' });
		await page.emulateMedia({ colorScheme: theme });
		await page.locator('[data-test-id="credential-edit-button"]').click();
		const dialog = page.locator('[data-test-id="editCredential-modal"]');
		await dialog.getByText('Join Link Secret').first().waitFor();
		await stage.editor.screenshot(`adobe-credential-${theme}`);
		await dialog.getByText('Join Link Secret').first().scrollIntoViewIfNeeded();
		await stage.editor.screenshot(`adobe-credential-${theme}-below`);
		expect(await dialog.innerText()).not.toMatch(/undefined|\[object Object\]/);
	});
});
