import { executionError } from '../../host/drive/executions';
import { readTemplate } from '../../host/drive/templates';
import { MAIN_TEMPLATE, SYNC_NODE } from '../../host/job/mainJob';
import { setStage, type Stage } from './support/stage';
import { OPEN_TABLE } from './support/tables';

let stage: Stage;

afterAll(async () => await stage?.close());

it('names the node without a credential, and finishes everybody when it has one', async () => {
	stage = await setStage({ template: MAIN_TEMPLATE, seed: 217, registrants: 30, hoursAgo: 4 });
	const { id, name, nodes } = await stage.importAlso(readTemplate(MAIN_TEMPLATE));
	for (const node of nodes) if (node.name === SYNC_NODE) delete node.credentials;
	const { connections, settings } = readTemplate(MAIN_TEMPLATE);
	await stage.n8n.api('PUT', `/workflows/${id}`, { name, nodes, connections, settings });
	const execution = await stage.start('Every day', id);
	expect(executionError(execution)).toMatch(
		/^Say what could not run: Sync attendance: nobody could be written\. .*credential/i,
	);
	expect((await stage.rows(OPEN_TABLE)).length).toBeGreaterThan(20);
	await stage.setInAllRows(OPEN_TABLE, { retryAt: new Date(0).toISOString() });
	expect(executionError(await stage.start('Every hour'))).toBe('');
	expect(stage.judge.hubSpot([stage.story.main])).toEqual([]);
	expect(await stage.rows(OPEN_TABLE)).toEqual([]);
});
