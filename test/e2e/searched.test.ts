import { randomUUID } from 'node:crypto';
import path from 'node:path';

import { waitForExecutionId } from '../host/drive/executions';
import { importWorkflow } from '../host/drive/templates';
import { runManually } from '../host/drive/workflows';
import { leaksOfHome } from '../host/server/searchHome';
import { allowSecret, keepSecret } from '../secrets/book';
import { CleanUp } from './support/cleanUp';
import { sharedN8n } from './support/sharedServer';

const n8n = sharedN8n();
const cleanUp = new CleanUp(n8n);
afterAll(async () => await cleanUp.all());

const SECRET = `FAKE-of-the-searcher-${randomUUID()}`;

test('a secret in an execution is found in n8n’s database', async () => {
	const search = async () => await leaksOfHome(n8n.nodeBin, path.dirname(n8n.logFile));
	keepSecret('the secret of this test', SECRET);
	expect(await search()).toEqual([]);
	const node = (name: string, type: string, parameters: object, at: number) => ({
		...{ id: randomUUID(), name, type: `n8n-nodes-base.${type}` },
		...{ typeVersion: type === 'set' ? 3.4 : 1, position: [at, 0] as [number, number] },
		parameters: { ...parameters },
	});
	// Only the execution knows it whole: the workflow holds two halves.
	const half = SECRET.length / 2;
	const [one, other] = [SECRET.slice(0, half), SECRET.slice(half)];
	const value = `={{ ${JSON.stringify(one)} + ${JSON.stringify(other)} }}`;
	const assignment = { id: '1', name: 'note', type: 'string', value };
	const workflow = await importWorkflow(
		n8n,
		{
			name: 'Shows a secret',
			nodes: [
				node('Start', 'manualTrigger', {}, 0),
				node('Show', 'set', { assignments: { assignments: [assignment] } }, 200),
			],
			connections: { Start: { main: [[{ node: 'Show', type: 'main', index: 0 }]] } },
			settings: { executionOrder: 'v1' },
		},
		[],
	);
	cleanUp.workflow(workflow.id);
	const started = await runManually(n8n, workflow.id, 'Start');
	if (!('executionId' in started)) throw new Error('a manual start must not wait');
	await waitForExecutionId(n8n, started.executionId);
	const leaks = await search();
	expect(leaks.map(({ secret }) => secret)).toContain('the secret of this test');
	expect(leaks[0]!.where).toMatch(/^execution_data\.data, row /);
	expect(JSON.stringify(leaks)).not.toContain(SECRET);
	allowSecret(SECRET, 'this test has put it there on purpose');
});
