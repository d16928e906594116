import { reports } from '../../support/report';
import { stage, type Stage } from '../../support/world';
import { addSeries, RUNS, SERIES } from '../attendee/series';
import { inAHurry, jsons, zoomNode } from '../support/zoom';
import { reportOf } from './support';

const HOUR = 60 * 60_000;
const UNKNOWN = 99_999_999_999;

beforeAll(inAHurry);

describe('while the report is not ready', () => {
	let late: Stage;
	beforeAll(async () => {
		late = await stage({ registrants: 20, reportDelayMinutes: 30 });
	});
	afterAll(async () => await late.close());

	test('the whole input comes out on Not Ready with the moment to try again', async () => {
		const { main } = late.story;
		const items = [{ mine: 'kept' }];
		const { outputs, error } = await zoomNode(late, reportOf(main.webinarId), { items });
		expect(error).toBeNull();
		expect(outputs[0]).toEqual([]);
		const [{ json, pairedItem }] = outputs[1]!;
		expect(pairedItem).toEqual({ item: 0 });
		expect(json).toMatchObject({ mine: 'kept', reason: 'reportNotReady' });
		expect(Date.parse(String(json.retryAt))).toBeGreaterThan(Date.now());
		expect(Date.parse(String(json.finalAt))).toBeGreaterThan(Date.parse(main.endTime));
	});

	test('an agent gets it where it gets everything', async () => {
		const run = await zoomNode(late, reportOf(late.story.main.webinarId), { asTool: true });
		expect(jsons(run.outputs[0])).toEqual([expect.objectContaining({ reason: 'reportNotReady' })]);
	});

	test('Fail stops with an error instead', async () => {
		const options = { whenNotReady: 'fail' };
		const { error } = await zoomNode(late, reportOf(late.story.main.webinarId, { options }));
		expect(error?.message).toMatch(/not ready yet/);
	});

	test('after a Wait the same loop has the report', async () => {
		const parameters = reportOf(late.story.main.webinarId);
		const first = await zoomNode(late, parameters);
		late.sandbox.advance(HOUR);
		const again = await zoomNode(late, parameters, { items: jsons(first.outputs[1]) });
		expect(again.outputs[1]).toEqual([]);
		expect(reports(again)[0]).toMatchObject({ figures: { registered: 20 } });
	});
});

describe('of a series', () => {
	let here: Stage;
	beforeAll(async () => {
		here = await stage({ registrants: 20 });
		addSeries(here);
	});
	afterAll(async () => await here.close());

	const figuresOf = (run: Awaited<ReturnType<typeof zoomNode>>): unknown[] =>
		reports(run).map(({ webinar, figures }) => [
			webinar.sessionId,
			figures.registered,
			figures.attended,
			figures.guests,
			figures.noShows,
		]);

	const HELD = [
		[RUNS.first, 2, 2, 1, 1],
		[RUNS.second, 3, 2, 0, 1],
		[RUNS.alone, 3, 0, 0, 3],
	];

	test('all: one report per run, practice left out, what is not ready on its own', async () => {
		const run = await zoomNode(here, reportOf(SERIES, { session: 'all' }));
		expect(figuresOf(run)).toEqual(HELD);
		expect(jsons(run.outputs[1])).toEqual([
			expect.objectContaining({
				webinar: expect.objectContaining({ sessionId: RUNS.latest }) as unknown,
			}),
		]);
		here.sandbox.advance(2 * HOUR);
		const items = jsons(run.outputs[1]);
		const rest = await zoomNode(here, reportOf(SERIES, { session: 'all' }), { items });
		expect(figuresOf(rest)).toEqual([[RUNS.latest, 3, 1, 0, 2]]);
	});

	test.each(['report', 'past'])(
		'from the source %s the latest run, and one by its ID',
		async (source) => {
			here.sandbox.advance(2 * HOUR);
			const latest = await zoomNode(here, reportOf(SERIES, { source }));
			expect(figuresOf(latest)).toEqual([[RUNS.latest, 3, 1, 0, 2]]);
			const one = { source, session: 'one', sessionId: RUNS.second };
			expect(figuresOf(await zoomNode(here, reportOf(SERIES, one)))).toEqual([HELD[1]]);
		},
	);
});

describe('when something fails', () => {
	let here: Stage;
	beforeAll(async () => {
		here = await stage({ registrants: 20 });
	});
	afterAll(async () => await here.close());

	const run = async (onError: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput') => {
		const items = [{ id: UNKNOWN }, { id: here.story.main.webinarId }];
		return await zoomNode(here, reportOf('={{ $json.id }}'), { onError, items });
	};

	test('stop: the run ends with the error and no item', async () => {
		const { error, outputs } = await run('stopWorkflow');
		expect(error?.message).not.toBe('');
		expect(outputs.flat()).toEqual([]);
	});

	test('continue: the failed one is an item that says so, the other one is whole', async () => {
		const { error, outputs } = await run('continueRegularOutput');
		expect(error).toBeNull();
		expect(outputs[0]![0]).toMatchObject({
			json: { error: expect.any(String) as string },
			pairedItem: { item: 0 },
		});
		expect(outputs[0]![1]).toMatchObject({
			json: { figures: { registered: 20 } },
			pairedItem: { item: 1 },
		});
		expect(outputs[0]).toHaveLength(2);
	});

	test('error output: it comes out there with its input, and nowhere else', async () => {
		const { outputs } = await run('continueErrorOutput');
		expect(outputs).toHaveLength(3);
		expect(jsons(outputs[2])).toEqual([expect.objectContaining({ id: UNKNOWN })]);
		expect(outputs[0]).toHaveLength(1);
		expect(outputs[1]).toEqual([]);
	});

	test('a scope that is missing for polls is said, and everything else is there', async () => {
		// A token that was given before has the scopes of before.
		const poor = await stage({ registrants: 20 });
		const { world } = poor.sandbox.zoom;
		world.scopes = world.scopes.filter((scope) => !scope.includes('list_webinar_polls'));
		const found = await zoomNode(poor, reportOf(poor.story.main.webinarId));
		await poor.close();
		expect(found.hints.map(({ message }) => message).join()).toMatch(/polls report was left out/);
		const [report] = reports(found);
		expect(report!.figures).toMatchObject({ registered: 20, polls: [] });
		expect(report!.page).toContain('polls report was left out');
	});
});
