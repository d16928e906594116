import type { INodeParameters } from 'n8n-workflow';
import { makeStory } from '../story';
import { searchNodes } from './support/browser';
import { editorStage } from './support/editorStage';
import { operationsOf } from './support/offered';
import { openNode } from './support/openNode';
import { expectTidy } from './support/panel';

const story = makeStory({ seed: 35, registrants: 12, now: new Date().toISOString() });

const stage = editorStage(story.world);
const { n8n } = stage;

const open = async (type: string, parameters: INodeParameters) =>
	await openNode(stage, type, parameters);

describe('the HubSpot Webinar node in the editor', () => {
	it.each(['sync registrations', 'marketing event', 'recordings to crm'])(
		'is found by "%s"',
		async (words) => {
			await stage.editor.page.goto(`${n8n.url}/workflow/new`);
			expect(await searchNodes(stage.editor.page, words, 'HubSpot Webinar')).toContain(
				'HubSpot Webinar',
			);
		},
	);

	it.each(operationsOf('hubSpotWebinar'))(
		'shows the panel of %s: %s',
		async (resource, operation) => {
			const page = await open('hubSpotWebinar', { resource, operation });
			await stage.editor.screenshot(`hubspot-${resource}-${operation}`);
			await expectTidy(page);
		},
	);

	it.each(['webhook', 'workflowAction'])('shows the trigger called by %s', async (calledBy) => {
		const page = await open('hubSpotWorkflowActionTrigger', { calledBy });
		await stage.editor.screenshot(`hubspot-trigger-${calledBy}`);
		await page.locator('[data-test-id="ndv"]').getByText('Webhook URLs').first().waitFor();
		await expectTidy(page);
	});
});
