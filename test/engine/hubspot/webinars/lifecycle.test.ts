import type { IDataObject } from 'n8n-workflow';

import { stage, type Stage } from '../../support/world';
import { outcomes } from '../support';
import { ACCOUNT, eventOf, news, planned, syncWebinars, WEBINAR, writes } from './support';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 10 }, { participationDelayMs: 0 });
});
afterEach(async () => await here.close());

const one = async (item: IDataObject, options: IDataObject = {}) => {
	const [told] = outcomes(await syncWebinars(here, [item], { options }));
	if (told === undefined) throw new Error('No outcome');
	return told;
};

describe('a webinar that is planned', () => {
	it('gets its marketing event, and the item names it', async () => {
		const result = await syncWebinars(here, [planned()]);
		const event = eventOf(here);
		expect(event).toMatchObject({
			externalAccountId: ACCOUNT,
			completed: false,
			cancelled: false,
			fields: {
				eventName: 'Growing tomatoes',
				eventType: 'WEBINAR',
				eventOrganizer: 'host@example.com',
				eventDescription: 'Soil and sun',
				eventUrl: 'https://zoom.example/register/1',
				startDateTime: '2030-03-01T10:00:00Z',
				endDateTime: '2030-03-01T11:00:00Z',
			},
		});
		expect(outcomes(result)[0]).toMatchObject({
			result: 'synced',
			action: 'created',
			recordId: event.objectId,
			steps: { event: { result: 'synced' } },
		});
		expect(result.outputs[0]?.[0]?.json.marketingEvent).toEqual({
			objectId: event.objectId,
			externalAccountId: ACCOUNT,
			externalEventId: WEBINAR,
			startTime: '2030-03-01T10:00:00Z',
			action: 'created',
		});
		expect(result.outputs[1]?.[0]?.json).toMatchObject({ synced: 1, failed: 0 });
	});

	it('is left alone by every further run', async () => {
		await one(planned());
		for (const item of [planned(), news('webinar.updated'), { webinar: planned() }]) {
			here.sandbox.books.clear();
			expect(await one(item)).toMatchObject({ result: 'unchanged', action: 'none' });
			expect(writes(here)).toEqual([]);
		}
	});

	it('is moved, renamed and described anew', async () => {
		const { recordId } = await one(planned());
		const changed = planned({
			topic: 'Growing peppers',
			description: 'Less water',
			scheduledStartTime: '2030-04-01T10:00:00Z',
			scheduledEndTime: '2030-04-01T10:30:00Z',
		});
		expect(await one(changed)).toMatchObject({ action: 'updated', recordId });
		expect(eventOf(here).fields).toMatchObject({
			eventName: 'Growing peppers',
			eventDescription: 'Less water',
			startDateTime: '2030-04-01T10:00:00Z',
			endDateTime: '2030-04-01T10:30:00Z',
		});
	});

	it('keeps what an event of the trigger does not tell', async () => {
		await one(planned());
		const before = { ...eventOf(here).fields };
		await one(news('webinar.updated', { topic: 'Growing beans' }));
		expect(eventOf(here).fields).toEqual({ ...before, eventName: 'Growing beans' });
		await one(news('webinar.updated', { scheduledStartTime: '2030-03-02T08:00:00Z' }));
		expect(eventOf(here).fields).toMatchObject({
			eventOrganizer: 'host@example.com',
			startDateTime: '2030-03-02T08:00:00Z',
			endDateTime: '2030-03-02T09:00:00Z',
		});
		await one(news('webinar.updated', { durationSeconds: 1800 }));
		expect(eventOf(here).fields).toMatchObject({
			startDateTime: '2030-03-02T08:00:00Z',
			endDateTime: '2030-03-02T08:30:00Z',
		});
		await one(news('webinar.updated', { joinUrl: 'https://zoom.example/j/2' }));
		expect(eventOf(here).fields.eventUrl).toBe('https://zoom.example/register/1');
	});

	it('that is not known yet fails where the item is not whole, and names the field', async () => {
		expect(await one(news('webinar.updated'))).toMatchObject({ result: 'failed' });
		const told = await one(news('webinar.updated', { topic: 'Growing beans' }));
		expect(told.message).toContain('Start Time');
		expect(here.sandbox.hubspot.events).toEqual([]);
	});

	it('without a fixed time has an event without times', async () => {
		await one(
			planned({
				scheduledStartTime: null,
				scheduledEndTime: null,
				settings: { schedule: 'recurringNoFixedTime' },
			}),
		);
		expect(eventOf(here).fields).toMatchObject({ eventName: 'Growing tomatoes' });
		expect(eventOf(here).fields.startDateTime).toBeUndefined();
	});

	it('is only looked at by a preview', async () => {
		const preview = { parameters: { preview: true } };
		const [told] = outcomes(await syncWebinars(here, [planned()], preview));
		expect(told).toMatchObject({ result: 'synced', action: 'created', preview: true });
		expect(told?.message).toMatch(/^Would create/);
		expect(writes(here)).toEqual([]);
	});
});

describe('a webinar that is deleted', () => {
	it('has its event cancelled, once, and brought back when it is there again', async () => {
		const { recordId } = await one(planned());
		const gone = news('webinar.deleted');
		expect(await one(gone)).toMatchObject({ action: 'cancelled', recordId });
		expect(eventOf(here).cancelled).toBe(true);
		here.sandbox.books.clear();
		expect(await one(gone)).toMatchObject({ result: 'unchanged' });
		expect(writes(here)).toEqual([]);
		expect(await one(planned())).toMatchObject({ action: 'updated', recordId });
		expect(eventOf(here)).toMatchObject({ cancelled: false });
		expect(eventOf(here).fields.eventName).toBe('Growing tomatoes');
	});

	it('leaves the event as it is, by option', async () => {
		await one(planned());
		const told = await one(news('webinar.deleted'), { whenDeleted: 'leave' });
		expect(told).toMatchObject({ result: 'skipped', reason: 'syncOff' });
		expect(eventOf(here).cancelled).toBe(false);
	});

	it('that HubSpot never knew is nothing to do', async () => {
		expect(await one(news('webinar.deleted'))).toMatchObject({ result: 'unchanged' });
		expect(here.sandbox.hubspot.events).toEqual([]);
	});

	it('by the node before is known by its outcome', async () => {
		await one(planned());
		const outcome = { destination: 'zoom', result: 'synced', action: 'deleted', recordId: WEBINAR };
		await one({ outcome }, { accountId: ACCOUNT });
		expect(eventOf(here).cancelled).toBe(true);
	});
});

describe('a webinar that has been held', () => {
	const held = (parts: IDataObject = {}) =>
		news('webinar.ended', {
			sessionId: 'uuid==',
			topic: 'Growing tomatoes',
			startTime: '2026-03-01T10:02:00Z',
			endTime: '2026-03-01T11:05:00Z',
			...parts,
		});

	it('is completed with its actual times, which no schedule and no deletion changes', async () => {
		await one(planned());
		expect(await one(held())).toMatchObject({ action: 'updated' });
		const actual = {
			startDateTime: '2026-03-01T10:02:00Z',
			endDateTime: '2026-03-01T11:05:00Z',
		};
		expect(eventOf(here)).toMatchObject({ completed: true, fields: actual });
		for (const item of [held(), planned(), news('webinar.deleted')]) {
			expect(await one(item)).toMatchObject({ result: 'unchanged' });
		}
		expect(eventOf(here)).toMatchObject({ completed: true, cancelled: false, fields: actual });
	});

	it('in practice only has not been', async () => {
		const told = await one({ ...held(), practiceSession: true });
		expect(told).toMatchObject({ result: 'skipped', reason: 'neverStarted' });
		expect(here.sandbox.hubspot.events).toEqual([]);
	});

	it('of which a session has only started keeps its schedule', async () => {
		await one(planned());
		const started = news('webinar.started', { startTime: '2030-03-01T09:58:00Z' });
		expect(await one(started)).toMatchObject({ result: 'unchanged' });
	});
});

describe('a recurring webinar', () => {
	const START = '2030-03-01T10:00:00Z';
	const date = (occurrenceId: string, startTime: string, deleted = false) => ({
		occurrenceId,
		startTime,
		durationSeconds: 1800,
		deleted,
	});
	const series = (...occurrences: IDataObject[]) => planned({ occurrences });

	it('has an event for each date, and one outcome', async () => {
		const item = series(date('1', START), date('2', '2030-03-08T10:00:00Z'));
		const result = await syncWebinars(here, [item]);
		expect(here.sandbox.hubspot.events.map(({ externalEventId }) => externalEventId)).toEqual([
			`${WEBINAR}.1`,
			`${WEBINAR}.2`,
		]);
		expect(eventOf(here, `${WEBINAR}.2`).fields.endDateTime).toBe('2030-03-08T10:30:00Z');
		expect(outcomes(result)[0]).toMatchObject({ result: 'synced', action: 'created' });
		expect(result.outputs[0]?.[0]?.json.marketingEvents).toHaveLength(2);
	});

	it('has the event of a date cancelled that was taken out, and the others left', async () => {
		await one(series(date('1', START), date('2', '2030-03-08T10:00:00Z')));
		const told = await one(series(date('1', START), date('2', '2030-03-08T10:00:00Z', true)));
		expect(told).toMatchObject({ result: 'synced', action: 'cancelled' });
		expect(eventOf(here, `${WEBINAR}.1`).cancelled).toBe(false);
		expect(eventOf(here, `${WEBINAR}.2`).cancelled).toBe(true);
		await one(news('webinar.deleted', {}, { occurrences: [{ occurrenceId: '1' }] }));
		expect(eventOf(here, `${WEBINAR}.1`).cancelled).toBe(true);
	});

	it('completes the date that was held, and no other', async () => {
		const ran = { occurrenceId: '1', sessionId: 'u', startTime: START, endTime: START };
		await one({ ...series(date('1', START), date('2', '2030-03-08T10:00:00Z')), ...ran });
		expect(eventOf(here, `${WEBINAR}.1`).completed).toBe(true);
		expect(eventOf(here, `${WEBINAR}.2`).completed).toBe(false);
	});
});
