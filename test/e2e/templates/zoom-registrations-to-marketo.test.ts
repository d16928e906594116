import { executionError, nodeItems, nodeRan } from '../../host/drive/executions';
import type { ZoomWebinarState } from '../../sandbox/world';
import { MARKETO_PROGRAMS } from '../../story';
import { upcomingWebinar } from '../support/upcomingWebinar';
import { filledIn } from './support/programs';
import { setStage, type Stage } from './support/stage';
import { LOG_TABLE, OPEN_TABLE, type Row, SETTINGS_TABLE } from './support/tables';
import { ZoomDesk } from './support/zoomDesk';

const TEMPLATE = 'zoom-registrations-to-marketo';
const SYNC = 'Sync registrations';
const PROGRAM = MARKETO_PROGRAMS.earlier;
const LONG_AGO = new Date(0).toISOString();

let stage: Stage;
let desk: ZoomDesk;
/** The host approves by hand. */
let strict: ZoomWebinarState;
/** Nobody has connected a program to it. */
let other: ZoomWebinarState;

beforeAll(async () => {
	stage = await setStage({
		template: TEMPLATE,
		seed: 251,
		registrants: 10,
		prepare: ({ zoom, marketo }) => {
			strict = upcomingWebinar(zoom, { approvalType: 1 });
			other = upcomingWebinar(zoom, {
				id: 96_000_000_002,
				uuid: 'uPcOmInGwEbInAr000002==',
				topic: 'Not for Marketo',
				startTime: new Date(Date.now() + 9 * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z'),
			});
			// What the page tells an admin to do: each can follow the other.
			for (const { name, progressionStatuses } of marketo?.channels ?? []) {
				if (name !== 'Webinar') continue;
				progressionStatuses.push({ name: 'Cancelled', step: 30, hidden: false, success: false });
			}
		},
	});
	await stage.publish();
	desk = new ZoomDesk(stage, await stage.hookOf('Somebody registers or cancels'));
});

afterAll(async () => await stage?.close());

const address = (name: string) => `${name.toLowerCase()}@people.example`;
const statusOf = (name: string) => stage.judge.statuses(PROGRAM).get(address(name));

/** Their `{{member.webinar url}}`. */
function linkOf(name: string): string | null | undefined {
	const { members, leads } = stage.sandbox.marketo;
	return [...members.values()].find(
		({ leadId, programId }) =>
			programId === PROGRAM && leads.get(leadId)?.fields.email === address(name),
	)?.webinarUrl;
}

const rowsOf = async (table: string, name: string): Promise<Row[]> =>
	(await stage.rows(table)).filter(({ email }) => email === address(name));

async function everyHour(): Promise<void> {
	await stage.setInAllRows(OPEN_TABLE, { retryAt: LONG_AGO });
	expect(executionError(await stage.start('Every hour'))).toBe('');
}

/** Registers, and is approved. */
async function arrives(name: string): Promise<void> {
	const row = desk.register(name, strict);
	await desk.deliver(desk.created(strict, row));
	await desk.deliver(desk.decide(strict, row, 'approved'));
}

/** The tests of this file tell one story and build on one another. */
describe('people register on the page of Zoom', () => {
	it('for a webinar whose program is connected first', async () => {
		const ids = { programId: PROGRAM, webinarId: strict.id };
		const { id } = await stage.importAlso(filledIn(TEMPLATE, ids));
		const execution = await stage.start('Connect a program', id);
		expect(executionError(execution)).toBe('');
		const { tokens } = stage.sandbox.marketo.programs.get(PROGRAM)!;
		expect(JSON.stringify(tokens)).toContain(String(strict.id));
	});

	it('and are tried by hand first: Preview says what would happen and writes nothing', async () => {
		desk.register('Early', strict);
		stage.sandbox.books.clear();
		const execution = await stage.start('Try it with a coming webinar');
		expect(executionError(execution)).toBe('');
		expect(nodeItems(execution, SYNC).map(({ json }) => json)).toMatchObject([
			{ registrant: { email: address('Early') }, outcome: { preview: true } },
		]);
		expect(stage.sandbox.books.writes('marketo')).toEqual([]);
		expect(await stage.rows(LOG_TABLE)).toEqual([]);
	});

	it('wait for the host, and are Registered with their own link, or Rejected', async () => {
		const [bea, cleo] = ['Bea', 'Cleo'].map((name) => desk.register(name, strict));
		for (const row of [bea, cleo]) {
			expect(executionError(await desk.deliver(desk.created(strict, row)))).toBe('');
		}
		expect(statusOf('Bea')).toBe('Pending Approval');
		await desk.deliver(desk.decide(strict, bea, 'approved'));
		await desk.deliver(desk.decide(strict, cleo, 'denied'));
		expect(statusOf('Bea')).toBe('Registered');
		expect(linkOf('Bea')).toBe(bea.join_url);
		expect(statusOf('Cleo')).toBe('Rejected');
		expect(await rowsOf(LOG_TABLE, 'Bea')).toMatchObject([
			{ status: 'pending', result: 'synced' },
			{ status: 'approved', result: 'synced' },
		]);
		expect(await stage.rows(OPEN_TABLE)).toEqual([]);
	});

	it('cancel, and the latest news counts, in whatever order it comes', async () => {
		const dora = desk.register('Dora', strict);
		await desk.deliver(desk.created(strict, dora));
		const approval = desk.decide(strict, dora, 'approved');
		stage.sandbox.advance(2000);
		await desk.deliver(desk.decide(strict, dora, 'cancelled'));
		expect(statusOf('Dora')).toBe('Cancelled');
		const late = await desk.deliver(approval);
		expect(executionError(late)).toBe('');
		expect(nodeRan(late, SYNC)).toBe(false);
		expect(statusOf('Dora')).toBe('Cancelled');
	});

	it('for a webinar without a program: said once, and Marketo is not asked each time', async () => {
		const first = await desk.arrives('Emma', other);
		expect(executionError(first)).toBe('');
		expect(await rowsOf(LOG_TABLE, 'Emma')).toMatchObject([
			{ result: 'skipped', reason: 'programNotFound' },
		]);
		stage.sandbox.books.clear();
		expect(nodeRan(await desk.arrives('Finn', other), SYNC)).toBe(false);
		expect(stage.sandbox.books.calls('marketo')).toEqual([]);
		expect(await stage.rows(OPEN_TABLE)).toEqual([]);
	});
});

it('keeps whom Marketo does not take for now, and finishes them', async () => {
	const gwen = desk.register('Gwen', strict);
	stage.sandbox.addFault({
		vendor: 'marketo',
		match: /POST .*leads/,
		fault: { kind: 'marketoError', code: '607' },
	});
	await desk.deliver(desk.created(strict, gwen));
	expect(await rowsOf(OPEN_TABLE, 'Gwen')).toMatchObject([
		{ kind: 'person', result: 'deferred', attempts: 1 },
	]);
	expect(statusOf('Gwen')).toBeUndefined();
	await everyHour();
	expect(statusOf('Gwen')).toBe('Pending Approval');
	expect(await stage.rows(OPEN_TABLE)).toEqual([]);
});

it('ends red with the reason when Marketo refuses, and tries again', async () => {
	const hugo = desk.register('Hugo', strict);
	stage.sandbox.addFault({
		vendor: 'marketo',
		match: /POST .*leads/,
		fault: { kind: 'marketoError', code: '603' },
	});
	const refused = await desk.deliver(desk.created(strict, hugo));
	expect(executionError(refused)).toContain(SYNC);
	const [row] = await rowsOf(OPEN_TABLE, 'Hugo');
	expect(row).toMatchObject({ result: 'failed' });
	expect(row.repair).not.toBe('');
	await everyHour();
	expect(statusOf('Hugo')).toBe('Pending Approval');
	expect(await stage.rows(OPEN_TABLE)).toEqual([]);
});

it('notes everybody of a webinar whose sync is off, and catches up the whole list', async () => {
	const hostOrWebinar = String(strict.id);
	await stage.insertRow(SETTINGS_TABLE, { scope: 'webinar', hostOrWebinar, sync: false });
	await arrives('Iris');
	expect(statusOf('Iris')).toBeUndefined();
	expect(await rowsOf(LOG_TABLE, 'Iris')).toMatchObject([
		{ status: 'pending', reason: 'syncOff' },
		{ status: 'approved', reason: 'syncOff' },
	]);
	await stage.setInAllRows(SETTINGS_TABLE, { sync: true });
	await everyHour();
	expect(statusOf('Iris')).toBe('Registered');
	expect(statusOf('Early')).toBe('Pending Approval');
	expect(await stage.rows(OPEN_TABLE)).toEqual([]);
});

it('mends once a day what nobody was told of', async () => {
	desk.decide(strict, desk.register('Jane', strict), 'approved');
	const before = (await stage.rows(LOG_TABLE)).length;
	expect(executionError(await stage.start('Every day'))).toBe('');
	expect(statusOf('Jane')).toBe('Registered');
	expect(linkOf('Jane')).toContain('Jane');
	const rows = (await stage.rows(LOG_TABLE)).slice(before);
	expect(rows.map(({ email }) => email)).toContain(address('Jane'));

	stage.sandbox.books.clear();
	expect(executionError(await stage.start('Every day'))).toBe('');
	expect(stage.sandbox.books.writes('marketo')).toEqual([]);
	expect(await stage.rows(LOG_TABLE)).toHaveLength(before + rows.length);
});

it('changes nothing when every call comes once more, byte for byte', async () => {
	const tables = async () => [await stage.rows(LOG_TABLE), await stage.rows(OPEN_TABLE)];
	const [state, rows] = [stage.state(), await tables()];
	const { answers } = await stage.replayAll();
	expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
	expect(stage.state()).toEqual(state);
	expect(await tables()).toEqual(rows);
});
