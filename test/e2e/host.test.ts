import fs from 'node:fs';
import path from 'node:path';
import { waitForExecutionId } from '../host/drive/executions';
import { loadNodeTypes } from '../host/drive/nodeTypes';
import { packageName } from '../host/paths';
import { importWorkflow, type WorkflowFile } from '../host/drive/templates';
import { runManually } from '../host/drive/workflows';
import { CleanUp } from './support/cleanUp';
import { sharedN8n } from './support/sharedServer';

const n8n = sharedN8n();
const cleanUp = new CleanUp(n8n);

interface Manifest {
	n8n: { nodes: string[]; credentials: string[] };
}

const manifest = JSON.parse(
	fs.readFileSync(path.join(n8n.packageDir, 'package.json'), 'utf8'),
) as Manifest;

/** `dist/nodes/Zoom/ZoomWebinar.node.js` declares the type zoomWebinar. */
function typeName(file: string): string {
	const name = path.basename(file).split('.')[0];
	return name[0].toLowerCase() + name.slice(1);
}

afterAll(async () => await cleanUp.all());

describe('the real n8n with the packed package', () => {
	it('is ready', async () => {
		const answer = await fetch(`${n8n.url}/healthz/readiness`);
		expect(answer.status).toBe(200);
	});

	it('offers every node of the package under its own name', async () => {
		const names = new Set((await loadNodeTypes(n8n)).map(({ name }) => name));
		const ours = manifest.n8n.nodes.map((file) => `${packageName}.${typeName(file)}`);
		expect(ours.length).toBeGreaterThan(0);
		expect(ours.filter((name) => !names.has(name))).toEqual([]);
	});

	it('offers every action node as a tool for agents', async () => {
		const types = await loadNodeTypes(n8n);
		const ours = types.filter(({ name }) => name.startsWith(`${packageName}.`));
		const names = new Set(ours.map(({ name }) => name));
		const actions = ours.filter(
			({ name, group }) => !name.endsWith('Tool') && !group.includes('trigger'),
		);
		expect(actions.length).toBeGreaterThan(0);
		expect(actions.map(({ name }) => `${name}Tool`).filter((name) => !names.has(name))).toEqual([]);
	});

	it('knows every credential type of the package', async () => {
		expect(manifest.n8n.credentials.length).toBeGreaterThan(0);
		for (const file of manifest.n8n.credentials) {
			const schema = await n8n.api<{ properties: Record<string, unknown> }>(
				'GET',
				`/credentials/schema/${typeName(file)}`,
			);
			expect(Object.keys(schema.properties).length).toBeGreaterThan(0);
		}
	});

	it('imports a workflow and runs it from its manual start', async () => {
		const workflow = await importWorkflow(n8n, manualWorkflow, []);
		cleanUp.workflow(workflow.id);
		const run = await runManually(n8n, workflow.id, 'Start');
		if (!('executionId' in run)) throw new Error('a manual start must not wait for a webhook');
		const execution = await waitForExecutionId(n8n, run.executionId);
		expect(execution.status).toBe('success');
	});
});

const manualWorkflow: WorkflowFile = {
	name: 'Manual start',
	nodes: [
		{
			id: 'd3c4b2a1-0000-4000-8000-000000000001',
			name: 'Start',
			type: 'n8n-nodes-base.manualTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		},
	],
	connections: {},
	settings: { executionOrder: 'v1' },
};
