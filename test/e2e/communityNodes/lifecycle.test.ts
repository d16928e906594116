import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import {
	type CredentialRef,
	createMarketoCredentials,
	createSandboxCredentials,
	testCredential,
} from '../../host/drive/credentials';
import {
	latestExecutionId,
	nodeItems,
	waitForExecution,
	waitForExecutionId,
} from '../../host/drive/executions';
import { loadNodeTypes } from '../../host/drive/nodeTypes';
import { importWorkflow, readTemplate } from '../../host/drive/templates';
import {
	activate,
	deactivate,
	runManually,
	waitForWebhook,
	webhookPaths,
	type Workflow,
} from '../../host/drive/workflows';
import { activateMainTemplate, MAIN_TEMPLATE, runMainJob, SYNC_NODE } from '../../host/job/mainJob';
import { ensureHost } from '../../host/install/n8nHost';
import { createLog } from '../../host/log';
import { packageName, repoRoot } from '../../host/paths';
import type { N8nHost } from '../../host/install/hostPaths';
import { type N8nServer, startN8n } from '../../host/server/n8nServer';
import { STILL_CLOCK } from '../../host/server/waits';
import { startSandbox } from '../../sandbox';
import type { Sandbox } from '../../sandbox/contract';
import { makeStory } from '../../story';
import { bePatient } from '../support/patientZoom';
import { heldBefore, Judge } from '../templates/support/judge';
import { type Registry, startRegistry } from './support/registry';
import { twoReleases } from './support/releases';

const PAGE = '/community-packages';
const TRIGGERS = ['zoomWebinarTrigger', 'hubSpotWorkflowActionTrigger', 'marketoFlowStepTrigger'];
const story = makeStory({ seed: 77, registrants: 10, now: new Date().toISOString() });
const before = heldBefore(story);
const userFolder = fs.mkdtempSync(path.join(os.tmpdir(), `${packageName}-lifecycle-`));
const nodesFolder = path.join(userFolder, '.n8n', 'nodes');

let host: N8nHost;
let n8n: N8nServer;
let sandbox: Sandbox;
let registry: Registry;
let releases: Awaited<ReturnType<typeof twoReleases>>;
let credentials: CredentialRef[];
let template: Workflow;
let workflow: Workflow;
let paths: string[];

beforeAll(async () => {
	host = await ensureHost(createLog());
	releases = await twoReleases();
	registry = await startRegistry();
	registry.publish(releases.first);
	sandbox = await startSandbox({ world: story.world });
	bePatient(sandbox);
	n8n = await start();
}, 600_000);

afterAll(async () => {
	await n8n?.stop();
	await Promise.all([sandbox?.close(), registry?.close()]);
	releases?.remove();
	fs.rmSync(userFolder, { recursive: true, force: true, maxRetries: 5 });
});

/** Nothing of it leaves this machine: what n8n asks its makers about a package ends at our registry. */
async function start(again?: N8nServer): Promise<N8nServer> {
	const PATH = [registry.binFolder, path.dirname(host.nodeBin), process.env.PATH].join(':');
	const env = { PATH, HTTPS_PROXY: registry.url };
	// The template stays published to the end: its schedule would come in between.
	return await startN8n({ host, userFolder, env, session: again, preload: [STILL_CLOCK] });
}

async function ourTypes(): Promise<string[]> {
	const types = await loadNodeTypes(n8n);
	return types.map(({ name }) => name).filter((name) => name.startsWith(`${packageName}.`));
}

/** Zoom reports the end of the webinar, n8n answers and runs the workflow. */
async function receives(): Promise<string> {
	const after = await latestExecutionId(n8n, workflow.id);
	const { webinarId, sessionUuid } = story.main;
	const url = `${n8n.url}${paths.find((one) => one.endsWith('/zoom'))}`;
	const delivery = await sandbox.zoom.webinarEnded(webinarId, sessionUuid, url);
	expect(delivery.status).toBe(200);
	const execution = await waitForExecution(n8n, workflow.id, { after, timeoutMs: 90_000 });
	return execution.status;
}

const pathsNow = async () =>
	(await Promise.all(TRIGGERS.map(async (name) => await webhookPaths(n8n, workflow, name)))).flat();

/** The tests of this file tell one story and build on one another. */
describe('on the page Community nodes of a new n8n, the package', () => {
	it('is not there', async () => {
		expect(await ourTypes()).toEqual([]);
		expect(await n8n.rest('GET', PAGE)).toEqual([]);
	});

	it('is installed by its name, with every node it has', async () => {
		const manifest = JSON.parse(fs.readFileSync(path.join(repoRoot, 'package.json'), 'utf8')) as {
			n8n: { nodes: string[] };
		};
		const installed = await n8n.rest<{ installedVersion: string; installedNodes: unknown[] }>(
			'POST',
			PAGE,
			{ name: packageName },
		);
		expect(installed.installedVersion).toBe(releases.first.version);
		expect(installed.installedNodes).toHaveLength(manifest.n8n.nodes.length);
		const types = await ourTypes();
		for (const file of manifest.n8n.nodes) {
			const [name] = path.basename(file).split('.');
			expect(types).toContain(`${packageName}.${name![0]!.toLowerCase()}${name!.slice(1)}`);
		}
	});

	it('brings nothing else along', () => {
		expect(fs.readdirSync(path.join(nodesFolder, 'node_modules'))).toEqual([packageName]);
		expect(fs.existsSync(path.join(nodesFolder, 'node_modules', packageName, 'node_modules'))).toBe(
			false,
		);
		expect(registry.unknown).toEqual([]);
	});

	/** From here on as docs/first-sync.md tells it. */
	it('takes the credentials of Zoom and HubSpot, and says that they work', async () => {
		credentials = await createSandboxCredentials(n8n, sandbox);
		for (const { id } of credentials) {
			expect(await testCredential(n8n, id)).toMatchObject({ status: 'OK' });
		}
	});

	it('tries the template by hand, and writes nothing', async () => {
		template = await importWorkflow(n8n, readTemplate(MAIN_TEMPLATE), credentials);
		sandbox.books.clear();
		const run = await runManually(n8n, template.id, 'Try it with a past webinar');
		if (!('executionId' in run)) throw new Error('It waits for a call');
		const execution = await waitForExecutionId(n8n, run.executionId, { timeoutMs: 90_000 });
		expect(execution.status).toBe('success');
		expect(nodeItems(execution, SYNC_NODE).length).toBeGreaterThan(5);
		expect(sandbox.books.writes('hubspot')).toEqual([]);
	});

	it('syncs the first webinar that ends', async () => {
		const hook = await activateMainTemplate(n8n, template);
		expect(await sandbox.zoom.validateUrl(hook)).toBe(true);
		const { execution } = await runMainJob(
			{ n8n, sandbox, session: story.main, workflow: template },
			hook,
		);
		const [summary] = nodeItems(execution, 'Summary');
		expect(summary!.json).toMatchObject({ preview: false, failed: 0 });
		expect(new Judge(story, sandbox, before).hubSpot([story.main])).toEqual([]);
	});

	it('serves workflows at once', async () => {
		credentials.push(...(await createMarketoCredentials(n8n, sandbox)));
		workflow = await importWorkflow(
			n8n,
			{
				name: 'Waits for all vendors',
				nodes: TRIGGERS.map((type, at) => ({
					id: randomUUID(),
					name: type,
					type: `${packageName}.${type}`,
					typeVersion: 1,
					position: [0, 200 * at],
					parameters: type.startsWith('hubSpot') ? { calledBy: 'webhook' } : {},
					webhookId: randomUUID(),
				})),
				connections: {},
				settings: { executionOrder: 'v1' },
			},
			credentials,
		);
		paths = await pathsNow();
		expect(new Set(paths).size).toBeGreaterThan(TRIGGERS.length);
		await activate(n8n, workflow.id);
		for (const one of paths) await waitForWebhook(`${n8n.url}${one}`, true);
		expect(await receives()).toBe('success');
	});

	it('is offered in its next version', async () => {
		registry.publish(releases.next);
		const [installed] = await n8n.rest<Array<{ updateAvailable?: string }>>('GET', PAGE);
		expect(installed!.updateAvailable).toBe(releases.next.version);
	});

	it('is upgraded under active workflows, which keep every address and go on', async () => {
		const upgraded = await n8n.rest<{ installedVersion: string }>('PATCH', PAGE, {
			name: packageName,
		});
		expect(upgraded.installedVersion).toBe(releases.next.version);
		expect(await pathsNow()).toEqual(paths);
		for (const one of paths) await waitForWebhook(`${n8n.url}${one}`, true);
		expect(await receives()).toBe('success');
	});

	it('is there after a restart of n8n, with the same addresses', async () => {
		await n8n.stop();
		n8n = await start(n8n);
		expect(await pathsNow()).toEqual(paths);
		for (const one of paths) await waitForWebhook(`${n8n.url}${one}`, true);
		expect(await receives()).toBe('success');
	});

	it('is uninstalled, and leaves no node and no file behind', async () => {
		await deactivate(n8n, workflow.id);
		await n8n.rest('DELETE', `${PAGE}?name=${packageName}`);
		expect(await ourTypes()).toEqual([]);
		expect(await n8n.rest('GET', PAGE)).toEqual([]);
		expect(fs.readdirSync(path.join(nodesFolder, 'node_modules'))).toEqual([]);
		expect(fs.readFileSync(path.join(nodesFolder, 'package.json'), 'utf8')).not.toContain(
			packageName,
		);
		expect(fs.readdirSync(nodesFolder).sort()).toEqual(['node_modules', 'package.json']);
	});
});
