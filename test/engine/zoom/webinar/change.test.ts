import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { stage, type Stage } from '../../support/world';
import { byId, inAHurry, jsons, zoomFault } from '../support/zoom';
import {
	checkedBooks,
	inDays,
	newSeries,
	newWebinar,
	onWebinar,
	outcomes,
	raw,
	run,
	stateOf,
	writes,
	written,
} from './support';

const MEETING = 81_234_567_891;
const UNKNOWN = 99_999_999_999;

let here: Stage;
beforeAll(async () => {
	await inAHurry();
	here = await stage({ registrants: 20 });
	const { world } = here.sandbox.zoom;
	world.meetings = [
		{
			id: MEETING,
			hostId: world.users[0]!.id,
			topic: 'Daily',
			startTime: new Date(here.sandbox.now()).toISOString(),
		},
	];
});
afterAll(async () => {
	checkedBooks(here);
	await here.close();
});
beforeEach(() => {
	checkedBooks(here);
	here.sandbox.clearFaults();
});

function update(updateFields: INodeParameters, changes: INodeParameters = {}): INodeParameters {
	return onWebinar('webinar', 'update', {
		appliesTo: 'webinar',
		updateFields,
		settings: {},
		...changes,
	});
}

function remove(changes: INodeParameters = {}): INodeParameters {
	return onWebinar('webinar', 'delete', { appliesTo: 'webinar', ...changes });
}

function bodyOf(index = 0): IDataObject {
	return writes(here)[index]!.request as IDataObject;
}

describe('Update', () => {
	test('sends what is given and nothing else, and shows the webinar as it is then', async () => {
		const { id } = newWebinar(here, { agenda: 'Old', duration: 60 });
		const parameters = update({ topic: 'New topic', duration: 90 });
		const result = await run(here, parameters, [{ webinarId: id }]);
		expect(bodyOf()).toEqual({ topic: 'New topic', duration: 90 });
		expect(jsons(result.outputs[0])).toEqual([
			{
				webinarId: id,
				outcome: expect.objectContaining({
					result: 'synced',
					action: 'updated',
					recordId: String(id),
					message: 'Updated topic, duration',
				}) as object,
				webinar: expect.objectContaining({
					topic: 'New topic',
					durationSeconds: 90 * 60,
					description: 'Old',
				}) as object,
			},
		]);
		expect(stateOf(here, id)).toMatchObject({ topic: 'New topic', duration: 90, agenda: 'Old' });
	});

	test('again, nothing is written', async () => {
		const { id } = newWebinar(here);
		const start = `${inDays(here, 3)}T10:00:00`;
		const parameters = update(
			{ topic: 'Same', startTime: start, timezone: 'Asia/Tokyo', registration: 'manual' },
			{
				settings: {
					practiceSession: false,
					alternativeHosts: here.story.main.hostEmail,
					reminderEmail: 2,
					questionAndAnswer: true,
				},
				options: { notify: true },
			},
		);
		const [first] = outcomes(await run(here, parameters, [{ webinarId: id }]));
		expect(first!.result).toBe('synced');
		expect(bodyOf()).toMatchObject({ settings: { notify_registrants: true, approval_type: 1 } });
		checkedBooks(here);
		const second = await run(here, parameters, [{ webinarId: id }]);
		expect(outcomes(second)).toEqual([
			expect.objectContaining({ result: 'unchanged', action: 'none', recordId: String(id) }),
		]);
		expect(written(here)).toEqual([]);
		expect(jsons(second.outputs[0])[0]).toMatchObject({ webinar: { topic: 'Same' } });
	});

	test('a start is meant in the time zone that the webinar has', async () => {
		const { id } = newWebinar(here, { timezone: 'Asia/Kolkata' });
		const day = inDays(here, 2);
		await run(here, update({ startTime: `${day}T16:00:00` }), [{ webinarId: id }]);
		expect(bodyOf()).toEqual({ start_time: `${day}T16:00:00`, timezone: 'Asia/Kolkata' });
		expect(await raw(here, id)).toMatchObject({ start_time: `${day}T10:30:00Z` });
	});

	test('makes a series of a single webinar, from the start that it has', async () => {
		const { id } = newWebinar(here, { timezone: 'Europe/Berlin' });
		const rule = { repeats: 'weekly', every: 1, weekdays: [], ends: 'after', occurrences: 3 };
		await run(here, update({ recurrence: { rule } }), [{ webinarId: id }]);
		const start = new Date(stateOf(here, id)!.startTime);
		const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
		const there = start.toLocaleString('en', { timeZone: 'Europe/Berlin', weekday: 'short' });
		expect(bodyOf()).toEqual({
			type: 9,
			recurrence: {
				type: 2,
				repeat_interval: 1,
				weekly_days: String(weekdays.indexOf(there) + 1),
				end_times: 3,
			},
		});
		expect((await raw(here, id)).occurrences).toHaveLength(3);
	});

	test('one occurrence only, and only what Zoom changes of one', async () => {
		const series = newSeries(here, 1);
		const [first, second] = series.occurrences!;
		const one = {
			appliesTo: 'occurrence',
			occurrence: byId('={{ $json.occurrence }}'),
		};
		const day = inDays(here, 9);
		const result = await run(here, update({ startTime: `${day}T09:00:00`, duration: 30 }, one), [
			{ webinarId: series.id, occurrence: second!.occurrence_id },
		]);
		expect(outcomes(result)[0]).toMatchObject({ result: 'synced', action: 'updated' });
		expect(writes(here)[0]!.query).toEqual({ occurrence_id: second!.occurrence_id });
		expect(jsons(result.outputs[0])[0]).toMatchObject({
			webinar: { occurrenceId: second!.occurrence_id, scheduledStartTime: `${day}T09:00:00Z` },
		});
		expect(stateOf(here, series.id)!.occurrences![0]).toEqual(first);
		checkedBooks(here);
		const refused = await run(
			here,
			update({ topic: 'Another' }, { ...one, settings: { contactName: 'Team' } }),
			[{ webinarId: series.id, occurrence: first!.occurrence_id }],
		);
		expect(outcomes(refused)[0]!.message).toBe(
			'Zoom does not change topic, contact name of one occurrence',
		);
		const nowhere = await run(here, update({ duration: 20 }, one), [
			{ webinarId: series.id, occurrence: '' },
			{ webinarId: series.id, occurrence: '1000000000000' },
		]);
		expect(outcomes(nowhere)).toEqual([
			expect.objectContaining({ result: 'failed', message: 'Occurrence is empty' }),
			expect.objectContaining({ result: 'failed', reason: 'webinarNotFound' }),
		]);
		expect(stateOf(here, series.id)!.duration).toBe(60);
	});

	test('every reason of its own, and the others go on', async () => {
		const events = newWebinar(here, { eventsWebinar: true });
		const good = newWebinar(here);
		const ids = [events.id, MEETING, UNKNOWN, 'no ID', good.id];
		const items = ids.map((webinarId) => ({ webinarId }));
		const told = outcomes(await run(here, update({ topic: 'Changed' }), items));
		expect(told.map(({ result, reason }) => [result, reason])).toEqual([
			['failed', 'zoomEventsWebinar'],
			['failed', 'notAWebinar'],
			['failed', 'webinarNotFound'],
			['failed', 'vendorRejected'],
			['synced', null],
		]);
		expect(events.topic).not.toBe('Changed');
	});

	test.each<[string, INodeParameters, string]>([
		['nothing to change', {}, 'There is nothing to change'],
		['a start in the past', { startTime: '2020-01-01T10:00:00' }, 'is in the past'],
		['an empty topic', { topic: ' ' }, 'Topic is empty'],
		['an unknown time zone', { timezone: 'Mars/Olympus' }, 'does not exist'],
	])('%s is refused before anything is written', async (_, fields, message) => {
		const { id } = newWebinar(here);
		const told = outcomes(await run(here, update(fields), [{ webinarId: id }]));
		expect(told).toEqual([expect.objectContaining({ result: 'failed' })]);
		expect(told[0]!.message).toContain(message);
		expect(written(here)).toEqual([]);
	});

	test('the daily limit of a host defers the webinars of that host', async () => {
		const [one, two] = [newWebinar(here), newWebinar(here)];
		const fault = { kind: 'status', status: 429, policy: 'Daily-limit' } as const;
		zoomFault(here, { match: /^PATCH /, fault });
		const items = [{ webinarId: one.id }, { webinarId: two.id }];
		const told = outcomes(await run(here, update({ topic: 'Later' }), items));
		expect(told.map(({ result, reason }) => [result, reason])).toEqual(
			Array(2).fill(['deferred', 'dailyLimit']),
		);
		expect(written(here)).toHaveLength(1);
	});

	test('written is written, also when it cannot be read back', async () => {
		const { id } = newWebinar(here, { topic: 'Before' });
		let reads = 0;
		const books = here.sandbox.books;
		expect(books.calls('zoom')).toEqual([]);
		// The first reading passes; every later one of this webinar fails.
		const match = new RegExp(`^GET /webinars/${id}$`);
		zoomFault(here, { match: new RegExp(`^PATCH /webinars/${id}$`), fault: { kind: 'cutAfter' } });
		const spoil = { test: (name: string) => match.test(name) && (reads += 1) > 1 };
		const rule = Object.assign(new RegExp(match), spoil);
		zoomFault(here, { match: rule, fault: { kind: 'status', status: 500 }, times: 20 });
		const result = await run(here, update({ topic: 'After' }), [{ webinarId: id }]);
		expect(outcomes(result)[0]).toMatchObject({ result: 'synced', action: 'updated' });
		expect(stateOf(here, id)!.topic).toBe('After');
	});
});

describe('Delete', () => {
	test('a webinar; gone already is unchanged', async () => {
		const { id } = newWebinar(here);
		const items = [{ webinarId: id }, { webinarId: id }];
		const told = outcomes(await run(here, remove(), items));
		expect(told.map(({ result, action, reason }) => [result, action, reason])).toEqual([
			['synced', 'deleted', null],
			['unchanged', 'none', 'webinarNotFound'],
		]);
		expect(stateOf(here, id)).toBeUndefined();
		expect(writes(here)[0]!.query).toEqual({ cancel_webinar_reminder: 'false' });
	});

	test('mails the cancellation where that is chosen', async () => {
		const { id } = newWebinar(here);
		await run(here, remove({ options: { notify: true } }), [{ webinarId: id }]);
		expect(writes(here)[0]!.query).toEqual({ cancel_webinar_reminder: 'true' });
	});

	test('one occurrence leaves the series', async () => {
		const series = newSeries(here, 1);
		const first = series.occurrences![0]!.occurrence_id;
		const one = { appliesTo: 'occurrence', occurrence: byId('={{ $json.occurrence }}') };
		const items = [first, first, ''].map((occurrence) => ({ webinarId: series.id, occurrence }));
		const told = outcomes(await run(here, remove(one), items));
		expect(told.map(({ result }) => result)).toEqual(['synced', 'unchanged', 'failed']);
		expect(series.occurrences!.map(({ status }) => status)).toEqual(['deleted', 'available']);
		expect(stateOf(here, series.id)).toBeDefined();
	});

	test('a meeting, and a webinar of Zoom Events, stay', async () => {
		const events = newWebinar(here, { eventsWebinar: true });
		const items = [{ webinarId: MEETING }, { webinarId: events.id }];
		const told = outcomes(await run(here, remove(), items));
		expect(told.map(({ reason }) => reason)).toEqual(['notAWebinar', 'zoomEventsWebinar']);
		expect(stateOf(here, events.id)).toBeDefined();
	});
});

describe.each<[string, INodeParameters, RegExp]>([
	['Update, reading', update({ topic: 'Over trouble' }), /^GET /],
	['Update, writing', update({ topic: 'Over trouble' }), /^PATCH /],
	['Delete', remove(), /^DELETE /],
])('%s', (_, parameters, match) => {
	test.each([
		{ kind: 'status', status: 500 },
		{ kind: 'status', status: 401 },
		{ kind: 'status', status: 429, policy: 'QPS' },
		{ kind: 'cutBefore' },
		{ kind: 'html' },
	] as const)('gets over %j', async (fault) => {
		const { id } = newWebinar(here);
		zoomFault(here, { match, fault });
		const told = outcomes(await run(here, parameters, [{ webinarId: id }]));
		expect(told).toEqual([expect.objectContaining({ result: 'synced' })]);
		expect(stateOf(here, id)?.topic ?? 'Over trouble').toBe('Over trouble');
	});
});
