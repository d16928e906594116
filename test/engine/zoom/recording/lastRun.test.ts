import { NodeConnectionTypes } from 'n8n-workflow';

import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../support/specs';
import { byId, inAHurry, zoomFault } from '../support/zoom';
import { chat, record, recordingOf, stateOf, transcript, video } from './files';
import { Flow, itemsOf, syncOf, told } from './sync';

const NEVER = '2999-01-01T00:00:00Z';
const PAST = '2026-01-01T00:00:00Z';

let here: Stage;
beforeAll(inAHurry);
beforeEach(async () => {
	here = await stage();
});
afterEach(async () => {
	expectBySpec(here.sandbox);
	await here.close();
});

const flow = (changes = {}): Flow =>
	new Flow(here, syncOf(here, { newSince: 'lastRun', files: ['video', 'chat'], ...changes }));
const ofHosts = (changes = {}): Flow => flow({ recordingsOf: 'account', ...changes });

describe.each([
	['one webinar', flow],
	['all hosts', ofHosts],
])('%s: new since the last run', (_, make) => {
	test('what was returned does not come again, what becomes ready late does', async () => {
		const late = video('late', 10, { readyAt: NEVER });
		record(here, here.story.main, [video('v', 10), late]);
		const runs = make();
		expect(told((await runs.run()).items)).toEqual(['v', 'deferred recordingProcessing']);
		expect(told((await runs.run()).items)).toEqual(['deferred recordingProcessing']);
		late.readyAt = PAST;
		expect(told((await runs.run()).items)).toEqual(['late']);
		expect(told((await runs.run()).items)).toEqual([]);
	});

	test('a kind of file that is chosen later still comes', async () => {
		record(here, here.story.main, [video('v', 10), chat('c')]);
		const before = make({ files: ['video'] });
		expect(told((await before.run()).items)).toEqual(['v']);
		const after = make();
		after.staticData = before.staticData;
		expect(told((await after.run()).items)).toEqual(['c']);
	});

	test('a test run shows everything and moves nothing', async () => {
		record(here, here.story.main, [video('v', 10)]);
		const runs = make();
		const { items, hints } = await runs.run('manual');
		expect(told(items)).toEqual(['v']);
		expect(hints.map(({ message }) => message)).toEqual([
			expect.stringContaining('was not moved') as string,
		]);
		expect(told((await runs.run()).items)).toEqual(['v']);
		expect((await runs.run('manual')).items).toEqual([]);
	});

	test('a file whose download failed comes again, the others do not', async () => {
		record(here, here.story.main, [video('v', 10), video('w', 10)]);
		const runs = make({ return: 'file' });
		zoomFault(here, {
			match: /rec\/download\/v/,
			fault: { kind: 'status', status: 503 },
			times: 6,
		});
		expect(told((await runs.run()).items)).toEqual(['deferred temporarilyUnavailable', 'w']);
		expect(told((await runs.run()).items)).toEqual(['v']);
		expect(told((await runs.run()).items)).toEqual([]);
	});

	test('a recording that was returned and is gone is told once, and is not new when it is back', async () => {
		const recording = record(here, here.story.main, [video('v', 10)]);
		const runs = make();
		await runs.run();
		recording.removed = 'deleted';
		const { items } = await runs.run();
		expect(told(items)).toEqual(['skipped recordingDeleted']);
		expect(itemsOf(items)[0]!.webinar).toMatchObject({
			webinarId: String(here.story.main.webinarId),
			sessionId: here.story.main.sessionUuid,
		});
		expect(told((await runs.run()).items)).toEqual([]);
		delete recording.removed;
		expect(told((await runs.run()).items)).toEqual([]);
	});

	test('a single file that is gone is told by its ID', async () => {
		const recording = record(here, here.story.main, [video('v', 10), video('w', 10)]);
		const runs = make();
		await runs.run();
		recording.files.pop();
		const { items } = await runs.run();
		expect(itemsOf(items).map(({ outcome }) => [outcome.reason, outcome.recordId])).toEqual([
			['recordingDeleted', 'w'],
		]);
		expect((await runs.run()).items).toEqual([]);
	});

	test('a transcript that comes later comes once', async () => {
		const later = transcript('t', { readyAt: NEVER });
		record(here, here.story.main, [video('v', 10), later]);
		const runs = make({ files: ['transcript'] });
		expect(told((await runs.run()).items)).toEqual(['deferred recordingProcessing']);
		later.readyAt = PAST;
		expect(told((await runs.run()).items)).toEqual(['t']);
		expect((await runs.run()).items).toEqual([]);
	});
});

describe('runs that break off', () => {
	test('nothing counts as returned when a later item stops the run', async () => {
		record(here, here.story.main, [video('v', 10)]);
		const runs = flow({ webinar: { __rl: true, mode: 'id', value: '={{ $json.id }}' } });
		const ids = [{ id: here.story.main.webinarId }, { id: 'none' }];
		expect((await runs.run('trigger', ids)).error).toContain('webinar ID');
		expect(told((await runs.run('trigger', ids.slice(0, 1))).items)).toEqual(['v']);
	});

	test('set to continue, what came out counts and the rest does not', async () => {
		record(here, here.story.main, [video('v', 10)]);
		const runs = flow({ webinar: { __rl: true, mode: 'id', value: '={{ $json.id }}' } });
		const ids = [{ id: here.story.main.webinarId }, { id: 'none' }];
		const { items } = await runs.run('trigger', ids, { onError: 'continueRegularOutput' });
		expect(items).toHaveLength(2);
		expect((await runs.run('trigger', ids.slice(0, 1))).items).toEqual([]);
	});

	test('a list that cannot be read moves nothing', async () => {
		record(here, here.story.main, [video('v', 10)]);
		const runs = ofHosts();
		zoomFault(here, {
			match: /\/users\/.*\/recordings/,
			fault: { kind: 'status', status: 500 },
			times: 60,
		});
		expect((await runs.run()).error).toContain('overloaded');
		here.sandbox.clearFaults();
		expect(told((await runs.run()).items)).toEqual(['v']);
	});
});

describe('places', () => {
	test('webinars of several items are remembered each for itself', async () => {
		const { main, earlier } = here.story;
		record(here, main, [video('v', 10)]);
		record(here, earlier, [video('e', 10)]);
		const runs = flow({ webinar: { __rl: true, mode: 'id', value: '={{ $json.id }}' } });
		const items = [main, earlier, main].map(({ webinarId }) => ({ id: webinarId }));
		expect(told((await runs.run('trigger', items)).items)).toEqual(['v', 'e']);
		expect((await runs.run('trigger', items)).items).toEqual([]);
	});

	test('a host is another place than the account', async () => {
		const { main } = here.story;
		record(here, main, [video('v', 10)]);
		const account = ofHosts();
		await account.run();
		const host = flow({ recordingsOf: 'host', host: byId(main.hostEmail) });
		host.staticData = account.staticData;
		expect(told((await host.run()).items)).toEqual(['v']);
	});

	test('what is in n8n’s memory and not ours counts as nothing', async () => {
		record(here, here.story.main, [video('v', 10)]);
		for (const recordings of ['x', 1, { version: 2 }, { version: 1, places: { a: 1 } }]) {
			const runs = flow();
			runs.staticData = { 'node:Node': { recordings } } as never;
			expect(told((await runs.run()).items)).toEqual(['v']);
		}
	});

	test('the first run for hosts goes back as far as it is told, and no later run goes further', async () => {
		const { main } = here.story;
		const state = stateOf(here, main);
		const old = { ...state.sessions[0]!, uuid: 'old==' };
		old.startTime = new Date(Date.parse(main.startTime) - 5 * 86_400_000).toISOString();
		old.endTime = new Date(Date.parse(old.startTime) + 3_600_000).toISOString();
		state.sessions = [old, ...state.sessions];
		record(here, main, [video('v', 10)]);
		state.recordings!.push(recordingOf('old==', [video('old', 10)]));
		const short = ofHosts({ options: { firstLookBackDays: 2 } });
		expect(told((await short.run()).items)).toEqual(['v']);
		expect((await short.run()).items).toEqual([]);
		expect(told((await ofHosts().run()).items)).toEqual(['old', 'v']);
	});
});

test('runs for an agent move nothing', async () => {
	record(here, here.story.main, [video('v', 10)]);
	const runs = flow();
	await runs.run('trigger', [{}], { rewireOutputLogTo: NodeConnectionTypes.AiTool });
	expect(JSON.stringify(runs.staticData)).not.toContain(here.story.main.sessionUuid);
	expect(told((await runs.run()).items)).toEqual(['v']);
});

test('a file of an old session that failed is tried again', async () => {
	const { main } = here.story;
	const session = stateOf(here, main).sessions.find(({ uuid }) => uuid === main.sessionUuid)!;
	session.startTime = '2026-03-01T10:00:00Z';
	session.endTime = '2026-03-01T11:00:00Z';
	record(here, main, [video('v', 10), chat('c')]);
	const runs = flow({ return: 'file' });
	zoomFault(here, { match: /rec\/download\/v/, fault: { kind: 'status', status: 503 }, times: 6 });
	expect(told((await runs.run()).items)).toEqual(['deferred temporarilyUnavailable', 'c']);
	expect(told((await runs.run()).items)).toEqual(['v']);
	expect((await runs.run()).items).toEqual([]);
});

test('sessions are forgotten when they are no longer looked at', async () => {
	record(here, here.story.main, [video('v', 10)]);
	const runs = flow({ options: { lookAgainDays: 1 } });
	const { main } = here.story;
	const session = stateOf(here, main).sessions.find(({ uuid }) => uuid === main.sessionUuid)!;
	session.startTime = '2026-03-01T10:00:00Z';
	session.endTime = '2026-03-01T11:00:00Z';
	expect(told((await runs.run()).items)).toEqual(['v']);
	expect(JSON.stringify(runs.staticData)).not.toContain(main.sessionUuid);
	expect((await runs.run()).items).toEqual([]);
});
