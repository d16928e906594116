import type { INodeParameters } from 'n8n-workflow';

import type { ZoomRegistrantRow } from '../../../sandbox/world';
import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../support/specs';
import { apiCalls, byId, inAHurry, jsons, zoomNode } from '../support/zoom';
import {
	newSeries,
	newWebinar,
	outcomesOf,
	registered,
	registrantOperation,
	registrantsOf,
	told,
	writes,
} from './support';

let here: Stage;
beforeAll(inAHurry);
beforeEach(async () => {
	here = await stage({ registrants: 10 });
});
afterEach(async () => {
	expectBySpec(here.sandbox);
	await here.close();
});

const many = (count: number, status: ZoomRegistrantRow['status']): ZoomRegistrantRow[] =>
	Array.from({ length: count }, (_, index) => registered(`r${index}@example.com`, status));

const named = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ registrant: `r${index}@example.com` }));

const setStatus = (webinarId: number, status: string, changes: INodeParameters = {}) =>
	registrantOperation('updateStatus', webinarId, { newStatus: status, ...changes });

describe('update status', () => {
	test('approves 30 people in a call; each comes out with the link', async () => {
		const webinar = newWebinar(here, { approvalType: 1, registrants: many(61, 'pending') });
		const result = await zoomNode(here, setStatus(webinar.id, 'approve'), { items: named(61) });
		expect(told(result)).toEqual(Array(61).fill('synced approved -'));
		expect(writes(here)).toEqual(Array(3).fill('PUT registrants/status'));
		expect(outcomesOf(result)[0]?.steps).toEqual({
			status: { result: 'synced', message: 'batch' },
		});
		for (const registrant of registrantsOf(result)) {
			expect(registrant).toMatchObject({ status: 'approved', joinUrlIsPersonal: true });
		}
		expect(webinar.registrants.every(({ status }) => status === 'approved')).toBe(true);
	});

	test.each([
		['approve', 'approved', 'approved'],
		['deny', 'denied', 'denied'],
		['cancel', 'denied', 'cancelled'],
	] as const)('%s again writes nothing', async (action, listed, done) => {
		const before = action === 'approve' ? 'denied' : 'approved';
		const { id } = newWebinar(here, { registrants: many(2, before) });
		const parameters = setStatus(id, action);
		expect(told(await zoomNode(here, parameters, { items: named(2) }))).toEqual(
			Array(2).fill(`synced ${done} -`),
		);
		here.sandbox.books.clear();
		const again = await zoomNode(here, parameters, { items: named(2) });
		expect(told(again)).toEqual(Array(2).fill('unchanged none -'));
		expect(registrantsOf(again)[0]).toMatchObject({ status: listed });
		expect(writes(here)).toEqual([]);
	});

	test('by ID and by email, each item with a webinar and a status of its own', async () => {
		const one = newWebinar(here, { registrants: many(2, 'approved') });
		const two = newWebinar(here, { registrants: many(2, 'pending') });
		const items = [
			{ webinar: one.id, registrant: one.registrants[0]!.id, to: 'cancel' },
			{ webinar: two.id, registrant: ' R0@Example.com', to: 'deny' },
			{ webinar: two.id, registrant: two.registrants[1]!.id, to: 'approve' },
			{ webinar: two.id, registrant: 'r1@example.com', to: 'maybe' },
		];
		const parameters = registrantOperation('updateStatus', '={{ $json.webinar }}', {
			newStatus: '={{ $json.to }}',
		});
		const result = await zoomNode(here, parameters, { items });
		expect(told(result)).toEqual([
			'synced cancelled -',
			'synced denied -',
			'synced approved -',
			'failed none vendorRejected',
		]);
		expect(one.registrants[1]?.status).toBe('approved');
	});

	test('who is not there, not named or named twice is told so, without a call', async () => {
		const { id } = newWebinar(here, { registrants: many(1, 'pending') });
		const items = [
			{ registrant: 'nobody@example.com' },
			{ registrant: '' },
			{ registrant: 'not@mail' },
			{ registrant: 'r0@example.com' },
			{ registrant: 'id_r0_example_com' },
		];
		expect(told(await zoomNode(here, setStatus(id, 'approve'), { items }))).toEqual([
			'failed none registrantNotFound',
			'failed none registrantNotFound',
			'skipped none invalidEmail',
			'synced approved -',
			'skipped none duplicate',
		]);
		expect(writes(here)).toEqual(['PUT registrants/status']);
	});

	test('a list that is not worth reading: a refused call is sent again one by one', async () => {
		const webinar = newWebinar(here, { registrants: many(901, 'pending') });
		const items = [
			{ registrant: webinar.registrants[900]!.id },
			{ registrant: 'nobodyKnowsThisId' },
		];
		const result = await zoomNode(here, setStatus(webinar.id, 'deny'), { items });
		expect(told(result)).toEqual(['synced denied -', 'failed none registrantNotFound']);
		expect(writes(here)).toEqual(Array(3).fill('PUT registrants/status'));
	});

	test('a webinar that is filled up: as many as fit are approved, the others are told', async () => {
		const webinar = newWebinar(here, {
			settings: { registrants_restrict_number: 2 },
			registrants: many(4, 'pending'),
		});
		const result = await zoomNode(here, setStatus(webinar.id, 'approve'), { items: named(4) });
		expect(told(result).sort()).toEqual([
			...Array<string>(2).fill('failed none webinarFull'),
			...Array<string>(2).fill('synced approved -'),
		]);
	});

	test('of one occurrence', async () => {
		const series = newSeries(here, 2);
		const [first, second] = series.occurrences!.map(({ occurrence_id }) => occurrence_id);
		series.registrants = [
			registered('r0@example.com', 'approved', { occurrence_ids: [first!] }),
			registered('r1@example.com', 'approved', { occurrence_ids: [second!] }),
		];
		const parameters = setStatus(series.id, 'cancel', { occurrence: byId(first!) });
		const result = await zoomNode(here, parameters, { items: named(2) });
		expect(told(result)).toEqual(['synced cancelled -', 'failed none registrantNotFound']);
	});

	test('ten changes a day and person: deferred, nobody else is held up', async () => {
		const { id } = newWebinar(here, { registrants: many(2, 'pending') });
		const first = [{ registrant: 'r0@example.com' }];
		for (let change = 0; change < 10; change += 1) {
			await zoomNode(here, setStatus(id, change % 2 === 0 ? 'approve' : 'deny'), { items: first });
		}
		const result = await zoomNode(here, setStatus(id, 'approve'), { items: named(2) });
		expect(told(result)).toEqual(['deferred none registrantDailyLimit', 'synced approved -']);
		expect(outcomesOf(result)[0]?.retryAt).toMatch(/T00:00:00/);
	});
});

describe('delete', () => {
	const remove = (webinarId: number) => registrantOperation('delete', webinarId);

	test('by ID without reading anything', async () => {
		const webinar = newWebinar(here, { registrants: many(3, 'approved') });
		const items = webinar.registrants.slice(0, 2).map(({ id }) => ({ registrant: id }));
		const result = await zoomNode(here, remove(webinar.id), { items });
		expect(told(result)).toEqual(Array(2).fill('synced deleted -'));
		expect(apiCalls(here).every((call) => call.startsWith('DELETE'))).toBe(true);
		expect(webinar.registrants.map(({ email }) => email)).toEqual(['r2@example.com']);
	});

	test('by email, whatever the status', async () => {
		const webinar = newWebinar(here, {
			registrants: [
				registered('a@example.com'),
				registered('b@example.com', 'pending'),
				registered('c@example.com', 'denied'),
			],
		});
		const items = ['A@example.com', 'b@example.com', 'c@example.com'].map((registrant) => ({
			registrant,
		}));
		const result = await zoomNode(here, remove(webinar.id), { items });
		expect(told(result)).toEqual(Array(3).fill('synced deleted -'));
		expect(registrantsOf(result).map((one) => one?.email)).toEqual([
			'a@example.com',
			'b@example.com',
			'c@example.com',
		]);
		expect(webinar.registrants).toEqual([]);
	});

	test('who is gone already is unchanged', async () => {
		const webinar = newWebinar(here, { registrants: many(1, 'approved') });
		const items = [{ registrant: 'gone@example.com' }, { registrant: 'r0@example.com' }];
		expect(told(await zoomNode(here, remove(webinar.id), { items }))).toEqual([
			'unchanged none registrantNotFound',
			'synced deleted -',
		]);
		const byItsId = [{ registrant: 'goneAlready123' }];
		expect(told(await zoomNode(here, remove(webinar.id), { items: byItsId }))).toEqual([
			'unchanged none registrantNotFound',
		]);
	});

	test('of a webinar that does not exist', async () => {
		const items = [{ registrant: 'abc' }, { registrant: 'a@example.com' }];
		expect(told(await zoomNode(here, remove(99_999_999_999), { items }))).toEqual(
			Array(2).fill('failed none webinarNotFound'),
		);
	});
});

describe('get many', () => {
	const getAll = (webinarId: number, changes: INodeParameters = {}): INodeParameters => ({
		resource: 'registrant',
		operation: 'getAll',
		webinar: byId(webinarId),
		occurrence: byId(''),
		returnAll: true,
		options: {},
		...changes,
	});
	const emails = async (parameters: INodeParameters) =>
		jsons((await zoomNode(here, parameters)).outputs[0]).map(({ email }) => email);

	test('of a status, or all of them', async () => {
		const { id } = newWebinar(here, {
			registrants: [
				registered('c@example.com', 'denied'),
				registered('b@example.com', 'pending'),
				registered('a@example.com'),
				registered('x@example.com', 'cancelled'),
			],
		});
		expect(await emails(getAll(id))).toEqual(['a@example.com']);
		expect(await emails(getAll(id, { status: 'pending' }))).toEqual(['b@example.com']);
		expect((await emails(getAll(id, { status: 'all' }))).slice(0, 3)).toEqual([
			'a@example.com',
			'b@example.com',
			'c@example.com',
		]);
	});

	test('with answers only where they are asked for', async () => {
		const { id } = newWebinar(here, {
			registrants: [
				registered('a@example.com', 'approved', { custom_questions: [{ title: 'Q', value: 'A' }] }),
			],
		});
		const { outputs } = await zoomNode(here, getAll(id));
		expect(outputs[0]![0]).toEqual({
			json: {
				webinarId: String(id),
				registrantId: 'id_a_example_com',
				email: 'a@example.com',
				firstName: 'Known',
				lastName: 'Before',
				status: 'approved',
				registeredAt: '2026-02-01T09:00:00Z',
				joinUrl: 'https://zoom.us/w/1?tk=a@example.com',
				joinUrlIsPersonal: true,
			},
			pairedItem: { item: 0 },
		});
		const withAnswers = getAll(id, { options: { includeAnswers: true } });
		expect(jsons((await zoomNode(here, withAnswers)).outputs[0])[0]?.answers).toEqual({ Q: 'A' });
	});

	test('no more pages than the limit needs', async () => {
		const { id } = newWebinar(here, { registrants: many(700, 'approved') });
		expect(await emails(getAll(id))).toHaveLength(700);
		here.sandbox.books.clear();
		expect(await emails(getAll(id, { returnAll: false, limit: 5 }))).toHaveLength(5);
		expect(apiCalls(here)).toHaveLength(1);
	});

	test('of one occurrence', async () => {
		const series = newSeries(here, 2);
		const [first, second] = series.occurrences!.map(({ occurrence_id }) => occurrence_id);
		series.registrants = [
			registered('r0@example.com', 'approved', { occurrence_ids: [first!] }),
			registered('r1@example.com', 'approved', { occurrence_ids: [second!] }),
		];
		expect(await emails(getAll(series.id, { occurrence: byId(second!) }))).toEqual([
			'r1@example.com',
		]);
	});

	test('of a webinar that does not exist, and with a limit that is none', async () => {
		expect((await zoomNode(here, getAll(99_999_999_999))).error?.message).toMatch(/does not know/);
		const none = getAll(newWebinar(here).id, { returnAll: false, limit: 0 });
		expect((await zoomNode(here, none)).error?.message).toMatch(/Limit/);
	});
});
