import type { IDataObject } from 'n8n-workflow';

import type { Stage } from '../../support/world';
import { expectBySpec } from '../specs';
import { byId, connect, news, outcomesOf, planned, PROGRAM, small, writes } from './support';

let here: Stage;
beforeEach(async () => {
	here = await small();
});
afterEach(async () => {
	expectBySpec(here.sandbox);
	await here.close();
});

/** The program of each item; one is good, one is refused. */
const program = { mode: 'id', value: '={{ $json.program ?? 1207 }}' };
const mixed = (): IDataObject[] => [planned(), planned({ program: 4711 })];

it('one webinar’s refusal stops no other, whatever is wrong with it', async () => {
	const items: IDataObject[] = [
		planned({ program: 4711 }),
		planned({ program: 'no number' }),
		planned({ webinarId: '' }),
		planned({ scheduledStartTime: 'tomorrow' }),
		{ practiceSession: true, webinar: planned() },
		{ webinar: planned(), outcome: { destination: 'zoom', result: 'failed', message: 'Full' } },
		planned(),
	];
	const told = outcomesOf(await connect(here, items, { program }));
	expect(told.map(({ result, reason }) => [result, reason])).toEqual([
		['failed', 'programNotFound'],
		['failed', 'programNotFound'],
		['failed', 'vendorRejected'],
		['failed', 'vendorRejected'],
		['skipped', 'neverStarted'],
		['skipped', 'vendorRejected'],
		['synced', null],
	]);
	for (const { message, repair } of told) expect(`${message}${repair}`).not.toBe('');
});

it('an expression that cannot be resolved is that item’s matter alone', async () => {
	const broken = { mode: 'id', value: '={{ $json.program.id }}' };
	const items = [planned(), planned({ program: { id: PROGRAM } })];
	const told = outcomesOf(await connect(here, items, { program: broken }));
	expect(told.map(({ result }) => result)).toEqual(['failed', 'synced']);
});

it('several items about one program see what the ones before have written', async () => {
	const told = outcomesOf(
		await connect(here, [planned(), planned(), news('webinar.updated', { topic: 'Beans' })]),
	);
	expect(told.map(({ action }) => action)).toEqual(['connected', 'none', 'updated']);
	const previewed = await connect(here, [planned({ webinarId: '1' })], {
		parameters: { preview: true },
	});
	expect(outcomesOf(previewed)[0]).toMatchObject({ reason: 'webinarAlreadyConnected' });
});

it('in = out as items, on the error output, and as one error', async () => {
	expect(outcomesOf(await connect(here, mixed(), { program }))).toHaveLength(2);
	const toError = await connect(here, mixed(), {
		program,
		options: { whenPeopleFail: 'errorOutput' },
		onError: 'continueErrorOutput',
	});
	expect(toError.outputs.map((output) => output.length)).toEqual([1, 1]);
	const stopped = await connect(here, mixed(), { program, options: { whenPeopleFail: 'stop' } });
	expect(stopped.error?.message).toContain('no program 4711');
});

it('a missing permission is thrown with its name, or everybody’s outcome where the node continues', async () => {
	here.sandbox.marketo.world.permissions = ['Read-Only Assets'];
	const thrown = await connect(here, mixed(), { program });
	expect(thrown.error?.description).toContain('Read-Write Assets');
	for (const onError of ['continueRegularOutput', 'continueErrorOutput'] as const) {
		const told = outcomesOf(await connect(here, mixed(), { program, onError }));
		expect(told.map(({ reason }) => reason)).toEqual(['permissionMissing', 'permissionMissing']);
	}
});

it('the daily quota defers to the reset, with how far it came', async () => {
	here.sandbox.addFault({
		vendor: 'marketo',
		match: /POST .*tokens\.json/,
		fault: { kind: 'marketoError', code: '607' },
		times: 50,
	});
	const [told] = outcomesOf(await connect(here, [planned()]));
	expect(told).toMatchObject({ result: 'deferred', reason: 'dailyLimit', action: 'none' });
	expect(Date.parse(told?.retryAt ?? '')).toBeGreaterThan(Date.now());
	expect(told?.message).toContain('0 of 16 tokens');
});

it('a token whose answer is lost is written again, because it says the same', async () => {
	here.sandbox.addFault({
		vendor: 'marketo',
		match: /POST .*tokens\.json/,
		fault: { kind: 'cutAfter' },
	});
	const [told] = outcomesOf(await connect(here, [planned()]));
	expect(told).toMatchObject({ result: 'synced', action: 'connected' });
	expect(writes(here)).toHaveLength(17);
});

it('a language that does not exist is the node’s matter', async () => {
	const { error } = await connect(here, [planned()], { options: { locale: 'no language' } });
	expect(error?.message).toContain('Language of Dates');
	expect(writes(here)).toEqual([]);
});

it('as a tool there is one summary', async () => {
	const { outputs } = await connect(here, mixed(), { program, asTool: true });
	expect(outputs[0]).toHaveLength(1);
	expect(outputs[0]?.[0]?.json).toMatchObject({ people: 2, synced: 1, failed: 1 });
});

it('a program by its address is the program', async () => {
	const url = { mode: 'url', value: `https://app-ab12.marketo.com/#ME${PROGRAM}A1` };
	const [told] = outcomesOf(await connect(here, [planned()], { program: url }));
	expect(told).toMatchObject({ recordId: String(PROGRAM), action: 'connected' });
	const [again] = outcomesOf(await connect(here, [planned()], { program: byId(PROGRAM) }));
	expect(again).toMatchObject({ result: 'unchanged' });
});
