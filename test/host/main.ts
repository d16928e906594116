import type { Sandbox } from '../sandbox/contract';
import { startSandbox } from '../sandbox';
import { makeStory } from '../story';
import { differences, expectedHubSpot } from '../truth';
import { callBudget } from './job/budget';
import { outcomeDifferences } from './job/compare';
import { createTemplateCredentials } from './drive/credentials';
import { freshHome } from './server/home';
import { createLog, type Log } from './log';
import { activateMainTemplate, MAIN_TEMPLATE, runMainJob, SYNC_NODE } from './job/mainJob';
import { ensureHost } from './install/n8nHost';
import { type N8nServer, startN8n } from './server/n8nServer';
import { countByResult, outcomesOf } from './job/outcomes';
import { packPackage } from './install/packPackage';
import { callTable, differenceLines, outcomeTable } from './job/report';
import { importWorkflow, readTemplate, templateNames } from './drive/templates';
import type { Workflow } from './drive/workflows';

const once = process.argv.includes('--once');
const registrants = 1000;
const log = createLog();
const closers: Array<() => void | Promise<void>> = [];

async function closeAll(): Promise<void> {
	for (const close of closers.splice(0).reverse()) await close();
}

async function importTemplates(n8n: N8nServer, sandbox: Sandbox): Promise<Map<string, Workflow>> {
	const credentials = await createTemplateCredentials(n8n, sandbox);
	const imported = new Map<string, Workflow>();
	for (const name of templateNames()) {
		imported.set(name, await importWorkflow(n8n, readTemplate(name), credentials));
		log(`imported the template ${name}`);
	}
	return imported;
}

/** Everything up to an n8n that has the package, the templates and the credentials. */
async function setUp(progress: Log) {
	const host = await ensureHost(progress);
	progress('building and packing the package');
	const packed = await packPackage(progress);
	closers.push(packed.remove);
	const story = makeStory({ seed: 1, registrants, now: new Date().toISOString() });
	// The sandbox goes on working with the story's objects; the comparison needs them as they were.
	const before = structuredClone(story.world.hubspot.contacts);
	const sandbox = await startSandbox({ world: story.world });
	closers.push(async () => await sandbox.close());
	progress(`sandbox of Zoom, Adobe Connect, HubSpot and Marketo: ${sandbox.url}`);
	const home = freshHome({ temporary: once });
	closers.push(home.release);
	progress('starting n8n');
	const { packageDir } = packed;
	const server = await startN8n({ host, packageDir, userFolder: home.folder, port: 5678 });
	closers.push(async () => await server.stop());
	progress(`n8n is up: ${server.url}`);
	return { story, before, sandbox, server };
}

type Setting = Awaited<ReturnType<typeof setUp>>;

interface Done {
	/** The exit code of the process. */
	code: number;
	/** The last line of `--once`. */
	summary: Record<string, unknown>;
}

/** Runs the job and prints what became of everybody. */
async function mainJob({ story, before, sandbox, server }: Setting): Promise<Done> {
	const workflow = (await importTemplates(server, sandbox)).get(MAIN_TEMPLATE);
	if (!workflow) throw new Error(`workflows/${MAIN_TEMPLATE}.json is missing`);
	const hook = await activateMainTemplate(server, workflow);
	const session = story.main;
	log(`"${session.topic}" has ended; Zoom calls ${hook}`);
	let said = '';
	const onProgress = (calls: { zoom: number; hubspot: number }) => {
		const now = `running: ${calls.zoom} calls to Zoom, ${calls.hubspot} to HubSpot`;
		if (now !== said) log(now);
		said = now;
	};
	const job = { n8n: server, sandbox, session, workflow, onProgress };
	const { execution, calls, seconds } = await runMainJob(job, hook);
	const outcomes = outcomesOf(execution, SYNC_NODE);
	const rules = { zoomAccountId: story.world.zoom.accountId };
	const expectation = expectedHubSpot([session], rules);
	const budget = callBudget(story.world, session, expectation);
	const found = [
		...outcomeDifferences(expectation, outcomes),
		...differences(expectation, sandbox.hubspot, before),
	];
	const over = calls.zoom > budget.zoom || calls.hubspot > budget.hubspot;
	const counts = countByResult(outcomes);
	const executionLink = `Execution: ${server.url}/workflow/${workflow.id}/executions/${execution.id}`;
	const lines = [
		'',
		`${outcomes.length} people in ${seconds.toFixed(1)} s, every one with an outcome:`,
		...outcomeTable(outcomes),
		'',
		...callTable(calls, budget),
		'',
		found.length === 0
			? 'What n8n reports and what the HubSpot of the sandbox now holds is exactly what was expected.'
			: `${found.length} differences from what was expected:`,
		...differenceLines(found),
		'',
		// With --once there is nothing to open afterwards.
		...(once ? [] : [executionLink, `Log of n8n: ${server.logFile}`, '']),
	];
	console.log(lines.join('\n'));
	const summary = { people: outcomes.length, ...counts, calls, budget, seconds };
	return { code: found.length > 0 || over ? 1 : 0, summary };
}

function sayWhereTheEditorIs({ url, owner }: N8nServer): void {
	console.log(`The editor is open: ${url}`);
	console.log(`Sign in with ${owner.email} and ${owner.password}`);
	console.log('Ctrl-C stops everything.');
}

async function run(): Promise<number> {
	const setting = await setUp(log);
	if (once) {
		const { code, summary } = await mainJob(setting);
		await closeAll();
		console.log(JSON.stringify(summary));
		return code;
	}
	// With an editor to look into, a job that failed is no reason to close it.
	await mainJob(setting).catch(sayWhatFailed);
	sayWhereTheEditorIs(setting.server);
	return await new Promise<number>(() => {});
}

function sayWhatFailed(error: unknown): number {
	console.error(error instanceof Error ? error.message : error);
	return 1;
}

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.on(signal, () => {
		if (stopping) return;
		stopping = true;
		log('stopping');
		void closeAll().finally(() => process.exit(once ? 1 : 0));
	});
}

void run()
	.catch(sayWhatFailed)
	.then(async (code) => {
		await closeAll();
		process.exit(code);
	});
