import { type Execution, executionError, nodeItems } from '../../host/drive/executions';
import { readTemplate } from '../../host/drive/templates';
import { setStage, parametersOf, type Stage } from './support/stage';
import { LOG_TABLE, OPEN_TABLE } from './support/tables';

const START = 'Sync now';
const [ONE, DATES, PEOPLE] = ['webinar', 'dates', 'open'];
let stage: Stage;

beforeAll(async () => {
	stage = await setStage({ template: 'sync-now', seed: 251, registrants: 40, hoursAgo: 4 });
});
afterAll(async () => await stage?.close());

/** Somebody opens "What to sync", fills it in, and presses *Execute workflow*. */
async function start(what: string, more: Record<string, unknown> = {}): Promise<Execution> {
	const filledIn: Record<string, unknown> = { what, ...more };
	const file = readTemplate('sync-now');
	const { assignments } = parametersOf(file, 'What to sync').assignments as {
		assignments: Array<{ name: string; value: unknown }>;
	};
	for (const one of assignments) if (one.name in filledIn) one.value = filledIn[one.name];
	const { id } = await stage.importAlso(file);
	return await stage.start(START, id);
}

const summaryOf = (execution: Execution) => nodeItems(execution, 'Summary')[0].json;

/** The tests of this file tell one story and build on one another. */
describe('somebody syncs by hand', () => {
	it('only looks, as imported: the last week', async () => {
		const execution = await stage.start(START);
		expect(executionError(execution)).toBe('');
		const summary = summaryOf(execution);
		expect(summary).toMatchObject({ preview: true, failed: 0 });
		expect(summary.people).toBeGreaterThan(40);
		expect(stage.sandbox.books.writes('hubspot')).toEqual([]);
		expect(await stage.rows(LOG_TABLE)).toEqual([]);
	});

	it('says that the webinar ID is missing, before anything is asked', async () => {
		stage.sandbox.books.clear();
		const execution = await start(ONE);
		expect(executionError(execution)).toMatch(/^Say what is missing: .*enter the webinarId/);
		expect(stage.sandbox.books.entries).toEqual([]);
	});

	it('says what can be wanted, and takes the words as people write them', async () => {
		const execution = await start('everything');
		expect(executionError(execution)).toMatch(/^Say what can be wanted: .* webinar, dates or open/);
		expect(stage.sandbox.books.entries).toEqual([]);
		expect(executionError(await start(' Open '))).toBe('');
	});

	it('leaves out what did not end within the dates', async () => {
		const day = '2020-01-01';
		const execution = await start(DATES, { preview: false, from: day, to: day });
		expect(executionError(execution)).toBe('');
		expect(nodeItems(execution, 'Within the dates')).toEqual([]);
		expect(stage.sandbox.books.writes('hubspot')).toEqual([]);
	});

	it('keeps who HubSpot could not take', async () => {
		const { sandbox, story } = stage;
		sandbox.addFault({
			vendor: 'hubspot',
			match: /contacts\/batch\/update/,
			fault: { kind: 'status', status: 429, policy: 'DAILY' },
		});
		const webinarId = String(story.main.webinarId);
		const execution = await start(ONE, { preview: false, webinarId });
		expect(executionError(execution)).toBe('');
		const { deferred } = summaryOf(execution);
		expect(deferred).toBeGreaterThan(0);
		const open = await stage.rows(OPEN_TABLE);
		expect(open).toHaveLength(Number(deferred));
		// The hourly start of that template may take them up.
		expect(new Set(open.map(({ flow }) => flow))).toEqual(
			new Set(['zoom-webinar-ended-to-hubspot']),
		);
	});

	it('looks at those who are open and leaves them open', async () => {
		const before = await stage.rows(OPEN_TABLE);
		stage.sandbox.books.clear();
		const execution = await start(PEOPLE);
		expect(executionError(execution)).toBe('');
		expect(summaryOf(execution)).toMatchObject({ preview: true, people: before.length });
		expect(stage.sandbox.books.writes('hubspot')).toEqual([]);
		const keys = (rows: typeof before) => rows.map(({ openKey }) => openKey);
		expect(keys(await stage.rows(OPEN_TABLE))).toEqual(keys(before));
	});

	it('finishes them at once, as the story tells', async () => {
		const { story } = stage;
		const execution = await start(PEOPLE, { preview: false });
		expect(executionError(execution)).toBe('');
		expect(await stage.rows(OPEN_TABLE)).toEqual([]);
		expect(stage.judge.hubSpot([story.main])).toEqual([]);
	});

	it('may be started again and again: not one write', async () => {
		const { story, sandbox } = stage;
		sandbox.books.clear();
		const webinarId = String(story.main.webinarId);
		const execution = await start(ONE, { preview: false, webinarId });
		expect(executionError(execution)).toBe('');
		expect(summaryOf(execution)).toMatchObject({ synced: 0, failed: 0, deferred: 0 });
		expect(sandbox.books.writes('hubspot')).toEqual([]);
	});
});
