import { randomUUID } from 'node:crypto';

import { packageName } from '../host/paths';
import { importWorkflow, type WorkflowFile } from '../host/drive/templates';
import { makeStory } from '../story';
import { editorStage } from './support/editorStage';
import { fieldsOf } from './support/outputSchema';

const story = makeStory({ seed: 74, registrants: 12, now: new Date().toISOString() });
const stage = editorStage(story.world);

/** One of our nodes and behind it a node that maps its fields; nothing has ever run. */
function neverRun(type: string, parameters: Record<string, unknown>): WorkflowFile {
	const placed = (at: number) => ({
		id: randomUUID(),
		typeVersion: 1,
		position: [at * 220, 0] as [number, number],
	});
	return {
		name: 'Never run',
		nodes: [
			{ ...placed(0), name: 'Ours', type: `${packageName}.${type}`, parameters },
			{
				...placed(1),
				name: 'Next',
				type: `${packageName}.hubSpotWebinar`,
				parameters: { resource: 'registration', operation: 'sync' },
			},
		],
		connections: { Ours: { main: [[{ node: 'Next', type: 'main', index: 0 }]] } },
	};
}

it.each([
	['zoomWebinar', 'attendee', 'get'],
	['adobeConnect', 'registrant', 'getAll'],
	['marketoProgram', 'member', 'getAll'],
	['hubSpotWebinar', 'attendance', 'sync'],
])(
	'%s, %s: %s offers them to the next node before it has run',
	async (type, resource, operation) => {
		const { n8n, editor, cleanUp, credentials } = stage;
		const file = neverRun(type, { resource, operation });
		const { id } = await importWorkflow(n8n, file, credentials);
		cleanUp.workflow(id);
		const fields = await fieldsOf(n8n.url, type, resource, operation);
		await editor.page.goto(`${n8n.url}/workflow/${id}`);
		await editor.page.locator('[data-test-id="canvas-node"][data-node-name="Next"]').dblclick();
		const input = editor.page.locator('[data-test-id="ndv-input-panel"]');
		const items = input.locator('[data-test-id="run-data-schema-item"]');
		for (const name of fields.slice(0, 3)) {
			await items.getByText(name, { exact: true }).first().waitFor();
		}
		await editor.screenshot(`schema-${type}`);
	},
);
