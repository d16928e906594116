import type { INodeParameters } from 'n8n-workflow';
import { makeStory } from '../story';
import { pickFromList, searchNodes } from './support/browser';
import { editorStage } from './support/editorStage';
import { operationsOf } from './support/offered';
import { openNode } from './support/openNode';
import { expectTidy } from './support/panel';
import { soon } from './support/soon';

const story = makeStory({ seed: 60, registrants: 12, now: new Date().toISOString() });

const stage = editorStage(story.world);
const { n8n } = stage;

const open = async (type: string, parameters: INodeParameters) =>
	await openNode(stage, type, parameters);

describe('the Marketo Program node in the editor', () => {
	it.each([
		['sync attendance', 'Marketo Program'],
		['join link', 'Marketo Program'],
		['smart campaign', 'Marketo Program'],
		// n8n leaves the word Trigger away where a node of that name is the only one.
		['program status', 'Marketo'],
		['flow step', 'Marketo Flow Step Trigger'],
		['call webhook', 'Marketo Flow Step Trigger'],
	])('"%s" finds %s', async (words, name) => {
		await stage.editor.page.goto(`${n8n.url}/workflow/new`);
		expect(await searchNodes(stage.editor.page, words, name)).toContain(name);
	});

	it.each(operationsOf('marketoProgram'))(
		'shows the panel of %s: %s',
		async (resource, operation) => {
			await open('marketoProgram', { resource, operation });
			await stage.editor.screenshot(`marketo-${resource}-${operation}`);
			await expectTidy(stage.editor.page);
		},
	);

	it('lists the programs, and prefills the statuses from the channel of the one picked', async () => {
		const page = await open('marketoProgram', {
			resource: 'attendance',
			operation: 'sync',
			program: { __rl: true, mode: 'list', value: '' },
			statuses: 'manual',
		});
		const offered = await pickFromList(page, 'program', 'Webinar of the agency');
		expect(offered.join()).toContain(story.main.topic);
		expect(offered.join()).toContain('Autumn advertising');
		const mapper = page.locator('[data-test-id="resource-mapper-container"]', {
			hasText: 'No Show',
		});
		await mapper.first().waitFor();
		await stage.editor.screenshot('marketo-statuses');
		const inputs = page.locator('[data-test-id="resource-mapper-container"] input');
		await soon(async () => {
			const values = await inputs.evaluateAll((all) =>
				all.map((input) => (input as HTMLInputElement).value),
			);
			expect(values).toEqual(expect.arrayContaining(['Attended', 'No Show', 'Attended On-demand']));
		});
	});
});

describe('the triggers of Marketo in the editor', () => {
	it.each(['flowStep', 'webhook'])('shows the flow step trigger called by %s', async (calledBy) => {
		const page = await open('marketoFlowStepTrigger', { calledBy });
		const urls = page.locator('[data-test-id="ndv"]', { hasText: 'Webhook URLs' });
		await urls.waitFor();
		await page.getByText('Webhook URLs').first().click();
		const address = calledBy === 'webhook' ? 'call-webhook' : 'openapi.json';
		await urls.getByText(address).first().waitFor();
		await stage.editor.screenshot(`marketo-flow-step-trigger-${calledBy}`);
	});

	it.each(['interactiveWebinar', 'memberDataChanged', 'programStatusChanged'])(
		'shows the polling trigger on %s',
		async (event) => {
			await open('marketoTrigger', { event });
			await stage.editor.screenshot(`marketo-trigger-${event}`);
			await expectTidy(stage.editor.page);
		},
	);

	it.each([
		['marketoProgram', { resource: 'program', operation: 'get' }, 'Client Secret'],
		['marketoFlowStepTrigger', { calledBy: 'flowStep' }, 'Flow Step API Key'],
	])('shows the credential of %s', async (type, parameters, field) => {
		const page = await open(type, parameters);
		await page.locator('[data-test-id="credential-edit-button"]').click();
		const dialog = page.locator('[data-test-id="editCredential-modal"]');
		await dialog.getByText(field).first().waitFor();
		await stage.editor.screenshot(`marketo-credential-${type}`);
		expect(await dialog.innerText()).not.toMatch(/undefined|\[object Object\]/);
	});
});
