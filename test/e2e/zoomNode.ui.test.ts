import type { INodeParameters } from 'n8n-workflow';
import { makeStory } from '../story';
import { pickFromList, searchNodes } from './support/browser';
import { editorStage } from './support/editorStage';
import { operationsOf } from './support/offered';
import { openNode } from './support/openNode';
import { expectTidy } from './support/panel';
import { upcomingWebinar } from './support/upcomingWebinar';

const story = makeStory({ seed: 34, registrants: 12, now: new Date().toISOString() });
const webinar = upcomingWebinar(story.world.zoom, {
	questions: {
		questions: [{ field_name: 'org', required: false }],
		custom_questions: [
			{
				title: 'How did you hear of us?',
				type: 'single_dropdown',
				required: true,
				answers: ['Fair', 'Friend'],
			},
		],
	},
});

const stage = editorStage(story.world);
const { n8n } = stage;

const openZoom = async (type: string, parameters: INodeParameters) =>
	await openNode(stage, type, parameters);

describe('the Zoom Webinar node in the editor', () => {
	it.each(['add contact to webinar', 'no-show', 'recording'])('is found by "%s"', async (words) => {
		await stage.editor.page.goto(`${n8n.url}/workflow/new`);
		expect(await searchNodes(stage.editor.page, words, 'Zoom Webinar')).toContain('Zoom Webinar');
	});

	it('fills the registration fields with the questions of the webinar that was picked', async () => {
		const page = await openZoom('zoomWebinar', { resource: 'registrant', operation: 'add' });
		expect(await pickFromList(page, 'webinar', webinar.topic)).toHaveLength(1);
		const question = page.locator('[data-test-id="resource-mapper-container"]', {
			hasText: 'How did you hear of us?',
		});
		await question.waitFor();
		await stage.editor.screenshot('add-contact-to-webinar');
		// Asked by the form, and so on the panel; what the form does not ask can be added.
		await question.getByText('Organization').first().waitFor();
		expect(await question.innerText()).not.toContain('Industry');
	});

	it.each(operationsOf('zoomWebinar'))('shows the panel of %s: %s', async (resource, operation) => {
		const page = await openZoom('zoomWebinar', { resource, operation });
		await stage.editor.screenshot(`zoom-${resource}-${operation}`);
		await expectTidy(page);
	});

	it('would not pass with a label that is cut off', async () => {
		const page = await openZoom('zoomWebinar', { resource: 'webinar', operation: 'get' });
		const style = 'label .n8n-text { width: 12px !important; white-space: nowrap }';
		await page.addStyleTag({ content: `[data-test-id="node-parameters"] ${style}` });
		await expect(expectTidy(page)).rejects.toThrow(/Resource/);
	});

	it('shows the panel of the trigger', async () => {
		const page = await openZoom('zoomWebinarTrigger', { events: ['webinar.ended'] });
		await stage.editor.screenshot('zoom-trigger');
		await page.locator('[data-test-id="ndv"]').getByText('Webhook URLs').first().waitFor();
		await expectTidy(page);
	});
});
