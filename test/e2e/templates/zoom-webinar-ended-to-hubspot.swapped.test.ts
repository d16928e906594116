import { executionError } from '../../host/drive/executions';
import type { WorkflowFile } from '../../host/drive/templates';
import { MAIN_TEMPLATE } from '../../host/job/mainJob';
import { AdobeSession } from './support/adobeSession';
import { setStage, type Stage } from './support/stage';
import { LOG_TABLE, OPEN_TABLE } from './support/tables';

const ZOOM_TRIGGER = 'n8n-nodes-webinars.zoomWebinarTrigger';
const ADOBE_CONNECT: Record<string, string> = {
	[ZOOM_TRIGGER]: 'n8n-nodes-webinars.adobeConnectTrigger',
	'n8n-nodes-webinars.zoomWebinar': 'n8n-nodes-webinars.adobeConnect',
};

/** As the overview tells it: other nodes in the same places, with the same names and the same values. */
function swap(file: WorkflowFile): void {
	for (const node of file.nodes) {
		if (node.type === ZOOM_TRIGGER) {
			node.parameters = { event: 'webinar.ended', options: {} };
			delete node.webhookId;
		}
		node.type = ADOBE_CONNECT[node.type] ?? node.type;
	}
}

let stage: Stage;

afterAll(async () => await stage?.close());

it('writes webinars of Adobe Connect to HubSpot when only the nodes of Zoom are exchanged', async () => {
	stage = await setStage({ template: MAIN_TEMPLATE, seed: 215, registrants: 30, edit: swap });
	const event = new AdobeSession(stage);
	event.goesOn();
	await stage.publish();
	const session = await event.ends();
	const execution = await stage.executionOf(async () => await stage.pollNow());
	expect(executionError(execution)).toBe('');
	expect(stage.judge.hubSpot([session], { platform: 'adobeConnect' })).toEqual([]);
	expect(await stage.rows(OPEN_TABLE)).toEqual([]);
	expect((await stage.rows(LOG_TABLE)).length).toBeGreaterThan(30);
	expect(stage.sandbox.books.calls('zoom')).toEqual([]);
});
