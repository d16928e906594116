import type { ZoomWebinarState } from '../../../sandbox/world';
import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../support/specs';
import { byId, inAHurry, jsons, zoomFault, zoomNode } from '../support/zoom';
import { checkedBooks, newWebinar, onWebinar, outcomes, run, written } from '../webinar/support';

let here: Stage;
beforeAll(async () => {
	await inAHurry();
	here = await stage();
});
afterAll(async () => {
	expectBySpec(here.sandbox);
	await here.close();
});
beforeEach(() => here.sandbox.clearFaults());

const ADD = onWebinar('panelist', 'add', {
	email: '={{ $json.email }}',
	panelistName: '={{ $json.name }}',
});
const REMOVE = onWebinar('panelist', 'remove', { remove: 'one', panelist: '={{ $json.who }}' });

type Guest = { webinarId: number; email: string; name: string };

function guests({ id }: ZoomWebinarState, count: number): Guest[] {
	return Array.from({ length: count }, (_, index) => ({
		webinarId: id,
		email: `guest${index}@example.com`,
		name: `Guest ${index}`,
	}));
}

describe('Get many', () => {
	test('gives each panelist with the join link', async () => {
		const { id } = newWebinar(here, {
			panelists: [
				{ id: 'P1', name: 'Ana Diaz', email: 'Ana@Example.com' },
				{ id: 'P2', name: 'Ben Eck', email: 'ben@example.com' },
			],
		});
		const parameters = { ...onWebinar('panelist', 'getAll'), webinar: byId(id), returnAll: true };
		const { outputs, error } = await zoomNode(here, parameters);
		expect(error).toBeNull();
		expect(jsons(outputs[0])).toEqual([
			{
				webinarId: String(id),
				panelistId: 'P1',
				name: 'Ana Diaz',
				email: 'ana@example.com',
				joinUrl: expect.stringContaining('tk=P1') as string,
			},
			expect.objectContaining({ panelistId: 'P2' }),
		]);
		const limited = { ...parameters, returnAll: false, limit: 1 };
		expect(jsons((await zoomNode(here, limited)).outputs[0])).toHaveLength(1);
	});
});

describe('Add', () => {
	test('70 people are added in three calls, and come back with ID and join link', async () => {
		const webinar = newWebinar(here);
		checkedBooks(here);
		const result = await run(here, ADD, guests(webinar, 70));
		expect(result.error).toBeNull();
		expect(outcomes(result).map(({ action }) => action)).toEqual(Array(70).fill('added'));
		expect(written(here)).toHaveLength(3);
		expect(webinar.panelists).toHaveLength(70);
		jsons(result.outputs[0]).forEach((json, index) => {
			const { id } = webinar.panelists.find(({ email }) => email === json.email)!;
			expect(json).toMatchObject({
				name: `Guest ${index}`,
				outcome: { result: 'synced', recordId: id, reason: null },
				panelist: { panelistId: id, joinUrl: expect.stringContaining(id) as string },
			});
		});
	});

	test('again nothing is written; a new name is', async () => {
		const webinar = newWebinar(here);
		const people = guests(webinar, 3);
		await run(here, ADD, people);
		checkedBooks(here);
		const again = await run(here, ADD, people);
		expect(outcomes(again).map(({ result }) => result)).toEqual(Array(3).fill('unchanged'));
		expect(jsons(again.outputs[0])[0]).toMatchObject({ panelist: { name: 'Guest 0' } });
		expect(written(here)).toEqual([]);
		const [first, ...others] = people;
		const renamed = await run(here, ADD, [{ ...first!, name: 'Dr. Guest' }, ...others]);
		expect(outcomes(renamed).map(({ action }) => action)).toEqual(['updated', 'none', 'none']);
		expect(webinar.panelists.map(({ name }) => name)).toContain('Dr. Guest');
	});

	test('everybody who cannot be added has a reason, and nobody else suffers', async () => {
		const webinar = newWebinar(here);
		const other = newWebinar(here);
		const [one] = guests(webinar, 1);
		const result = await run(here, ADD, [
			one!,
			{ ...one!, email: '' },
			{ ...one!, email: 'no address' },
			{ ...one!, email: ' GUEST0@example.com' },
			{ ...one!, email: 'nameless@example.com', name: ' ' },
			{ ...one!, webinarId: 99_999_999_999 },
			{ ...one!, webinarId: 12 },
			...guests(other, 1),
		]);
		expect(outcomes(result).map((outcome) => [outcome.result, outcome.reason])).toEqual([
			['synced', null],
			['skipped', 'noEmail'],
			['skipped', 'invalidEmail'],
			['skipped', 'duplicate'],
			['failed', 'vendorRejected'],
			['failed', 'webinarNotFound'],
			['failed', 'vendorRejected'],
			['synced', null],
		]);
		expect(webinar.panelists).toHaveLength(1);
		expect(other.panelists).toHaveLength(1);
	});

	test('a refused call falls back to single ones, until there is no room', async () => {
		const webinar = newWebinar(here, {
			panelists: Array.from({ length: 98 }, (_, index) => ({
				id: `P${index}`,
				name: `Panelist ${index}`,
				email: `p${index}@example.com`,
			})),
		});
		checkedBooks(here);
		const result = await run(here, ADD, guests(webinar, 4));
		expect(outcomes(result).map(({ reason }) => reason)).toEqual([
			null,
			null,
			'licenceUsedUp',
			'licenceUsedUp',
		]);
		expect(written(here)).toHaveLength(5);
		expect(webinar.panelists).toHaveLength(100);
	});

	test('a meeting is told apart', async () => {
		const { world } = here.sandbox.zoom;
		const startTime = new Date(here.sandbox.now()).toISOString();
		const hostId = world.users[0]!.id;
		world.meetings = [{ id: 81_234_567_890, hostId, topic: 'Daily', startTime }];
		const items = [{ webinarId: 81_234_567_890, email: 'a@example.com', name: 'A' }];
		for (const [parameters, item] of [
			[ADD, items],
			[REMOVE, items.map((one) => ({ ...one, who: 'a@example.com' }))],
		] as const) {
			expect(outcomes(await run(here, parameters, item))).toEqual([
				expect.objectContaining({ result: 'failed', reason: 'notAWebinar' }),
			]);
		}
	});

	test.each([
		['the list before', 'GET'],
		['the call', 'POST'],
	])('trouble at %s is got over', async (_, method) => {
		const match = new RegExp(`^${method} .*panelists`);
		for (const fault of [
			{ kind: 'status', status: 500 },
			{ kind: 'status', status: 401 },
			{ kind: 'status', status: 429, policy: 'QPS' },
			{ kind: 'cutBefore' },
			{ kind: 'cutAfter' },
			{ kind: 'html' },
		] as const) {
			const webinar = newWebinar(here);
			zoomFault(here, { match, fault });
			const result = await run(here, ADD, guests(webinar, 2));
			expect(outcomes(result).map((outcome) => outcome.result)).toEqual(['synced', 'synced']);
			expect(webinar.panelists).toHaveLength(2);
		}
	});

	test('the daily limit defers the people of one webinar, the others are not held up', async () => {
		const [one, other] = [newWebinar(here), newWebinar(here)];
		const fault = { kind: 'status', status: 429, policy: 'Daily-limit' } as const;
		zoomFault(here, { match: new RegExp(`POST /webinars/${one.id}/`), fault });
		checkedBooks(here);
		const result = await run(here, ADD, [...guests(one, 40), ...guests(other, 1)]);
		const told = outcomes(result);
		expect(told.slice(0, 40).map(({ result: is, reason }) => [is, reason])).toEqual(
			Array(40).fill(['deferred', 'dailyLimit']),
		);
		expect(told[0]!.retryAt).toMatch(/T00:00:00(\.000)?Z$/);
		expect(told[40]!.result).toBe('synced');
		// No call follows the refused one, for this webinar.
		expect(written(here)).toHaveLength(2);
	});

	test('what Zoom takes and does not show is not called done', async () => {
		const webinar = newWebinar(here);
		// Nobody stays in this list.
		webinar.panelists = Object.assign([], { push: () => 0 }) as ZoomWebinarState['panelists'];
		const result = await run(here, ADD, guests(webinar, 1));
		expect(outcomes(result)).toEqual([
			expect.objectContaining({ result: 'failed', reason: 'uncertain' }),
		]);
	});
});

describe('Remove', () => {
	const three = (): ZoomWebinarState['panelists'] =>
		['ana', 'ben', 'cem'].map((name) => ({ id: `id-${name}`, name, email: `${name}@example.com` }));

	test('by email or ID; whoever is none already is unchanged', async () => {
		const webinar = newWebinar(here, { panelists: three() });
		const who = ['ANA@example.com', 'id-ben', 'ana@example.com', 'dora@example.com', ''];
		const items = who.map((one) => ({ webinarId: webinar.id, who: one }));
		const result = await run(here, REMOVE, items);
		expect(outcomes(result).map((one) => [one.result, one.action, one.reason])).toEqual([
			['synced', 'removed', null],
			['synced', 'removed', null],
			['unchanged', 'none', 'panelistNotFound'],
			['unchanged', 'none', 'panelistNotFound'],
			['failed', 'none', 'vendorRejected'],
		]);
		expect(webinar.panelists.map(({ name }) => name)).toEqual(['cem']);
		expect(jsons(result.outputs[0])[0]).toMatchObject({ panelist: { panelistId: 'id-ana' } });
	});

	test('all of them only where that is chosen', async () => {
		const webinar = newWebinar(here, { panelists: three() });
		const all = { ...REMOVE, remove: 'all', panelist: '' };
		const items = [{ webinarId: webinar.id }, { webinarId: webinar.id }];
		checkedBooks(here);
		const told = outcomes(await run(here, all, items));
		expect(told.map(({ message }) => message)).toEqual([
			'Removed 3 panelists',
			'The webinar has no panelists',
		]);
		expect(webinar.panelists).toEqual([]);
		expect(written(here)).toHaveLength(1);
	});

	test.each(['GET', 'DELETE'])('trouble at the %s is got over', async (method) => {
		for (const fault of [
			{ kind: 'status', status: 503 },
			{ kind: 'status', status: 401 },
			{ kind: 'status', status: 429, policy: 'QPS' },
			{ kind: 'cutBefore' },
		] as const) {
			const webinar = newWebinar(here, { panelists: three() });
			zoomFault(here, { match: new RegExp(`^${method} .*panelists`), fault });
			const items = [{ webinarId: webinar.id, who: 'id-ana' }];
			expect(outcomes(await run(here, REMOVE, items))[0]!.result).toBe('synced');
			expect(webinar.panelists).toHaveLength(2);
		}
	});
});
