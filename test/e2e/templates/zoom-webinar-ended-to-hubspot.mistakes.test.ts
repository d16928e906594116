import { executionError, nodeItems } from '../../host/drive/executions';
import { readTemplate, type WorkflowFile } from '../../host/drive/templates';
import { MAIN_TEMPLATE, SYNC_NODE } from '../../host/job/mainJob';
import { parametersOf, setStage, type Stage } from './support/stage';
import { OPEN_TABLE } from './support/tables';

/** What a user forgets. The webinar ended 4 hours ago. */
let stage: Stage;

beforeEach(async () => {
	stage = await setStage({ template: MAIN_TEMPLATE, seed: 216, registrants: 30, hoursAgo: 4 });
});
afterEach(async () => await stage?.close());

/** Runs the template as somebody has changed it, on the day after the webinar. */
async function dayWith(change: (file: WorkflowFile) => void) {
	const file = readTemplate(MAIN_TEMPLATE);
	change(file);
	const { id } = await stage.importAlso(file);
	return await stage.start('Every day', id);
}

/** The template as it is takes up what is open, and finishes it. */
async function expectMended(): Promise<void> {
	await stage.setInAllRows(OPEN_TABLE, { retryAt: new Date(0).toISOString() });
	expect(executionError(await stage.start('Every hour'))).toBe('');
	expect(stage.judge.hubSpot([stage.story.main])).toEqual([]);
	expect(await stage.rows(OPEN_TABLE)).toEqual([]);
}

it('properties that are not set up: named at the node, finished when they are', async () => {
	const execution = await dayWith((file) => {
		const options = parametersOf(file, SYNC_NODE).options as Record<string, unknown>;
		options.createMissingProperties = false;
	});
	const [first] = nodeItems(execution, SYNC_NODE).filter(
		({ json }) => (json.outcome as { result: string }).result === 'failed',
	);
	expect(first?.json.outcome).toMatchObject({ result: 'failed' });
	expect(executionError(execution)).toMatch(
		/^Say what could not run: Sync attendance: nobody could be written\. .*propert/i,
	);
	expect((await stage.rows(OPEN_TABLE)).length).toBeGreaterThan(20);
	await expectMended();
});

it('a key that HubSpot does not take: named at the node, finished when it is right', async () => {
	stage.sandbox.addFault({
		vendor: 'hubspot',
		fault: { kind: 'status', status: 401 },
		times: 1000,
	});
	const execution = await stage.start('Every day');
	stage.sandbox.clearFaults();
	expect(executionError(execution)).toMatch(
		/^Say what could not run: Sync attendance: nobody could be written\. .*(key|token|credential)/i,
	);
	expect((await stage.rows(OPEN_TABLE)).length).toBeGreaterThan(20);
	await expectMended();
});
