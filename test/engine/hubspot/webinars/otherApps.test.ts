import type { IDataObject } from 'n8n-workflow';

import { stage, type Stage } from '../../support/world';
import { attendees, itemOf, outcomes, sync } from '../support';
import { ACCOUNT, eventOf, news, planned, syncWebinars, WEBINAR, writes } from './support';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 20 }, { participationDelayMs: 0 });
});
afterEach(async () => await here.close());

/** As the native Zoom app has made it. */
function foreign(externalEventId: string, startDateTime = '2030-03-01T10:00:00Z') {
	const { hubspot } = here.sandbox;
	const event = {
		objectId: '777000001',
		app: { id: 6919, name: 'Zoom' },
		externalAccountId: 'native',
		externalEventId,
		fields: { eventName: 'Native', eventOrganizer: 'Zoom', startDateTime },
		completed: false,
		cancelled: false,
		activities: [],
		listIds: [],
		createdAt: '2026-01-15T09:00:00.000Z',
	};
	hubspot.events.push(event);
	return event;
}

const one = async (item: IDataObject, options: IDataObject = {}) => {
	const [told] = outcomes(await syncWebinars(here, [item], { options }));
	return told;
};

describe('a webinar whose event another app has made', () => {
	it('is reported by default, with the app and its event, and nothing is written', async () => {
		foreign(WEBINAR);
		const told = await one(planned());
		expect(told).toMatchObject({
			result: 'skipped',
			reason: 'otherAppsEvent',
			recordId: '777000001',
		});
		expect(told?.message).toContain('The app Zoom');
		expect(told?.message).toContain('777000001');
		expect(writes(here)).toEqual([]);
	});

	it('is written into by its record ID, without taking it over', async () => {
		const event = foreign(WEBINAR);
		const told = await one(planned(), { otherApps: 'use' });
		expect(told).toMatchObject({ result: 'synced', action: 'updated', recordId: '777000001' });
		expect(here.sandbox.hubspot.events).toHaveLength(1);
		expect(event.fields).toMatchObject({ eventName: 'Growing tomatoes', eventOrganizer: 'Zoom' });
		here.sandbox.books.clear();
		expect(await one(planned(), { otherApps: 'use' })).toMatchObject({ result: 'unchanged' });
		expect(writes(here)).toEqual([]);
		const gone = await one(news('webinar.deleted'), { otherApps: 'use' });
		expect(gone).toMatchObject({ action: 'cancelled' });
		expect(event.cancelled).toBe(true);
	});

	it('gets one of our own beside it, where other apps are ignored', async () => {
		foreign(WEBINAR);
		expect(await one(planned(), { otherApps: 'ignore' })).toMatchObject({ action: 'created' });
		const accounts = here.sandbox.hubspot.events.map(({ externalAccountId }) => externalAccountId);
		expect(accounts).toEqual(['native', ACCOUNT]);
		const asked = here.sandbox.books.calls('hubspot').map(({ path }) => path);
		expect(asked.filter((path) => path.endsWith('/identifiers'))).toEqual([]);
	});

	it('is our own again as soon as we have one, and nobody else is asked about it', async () => {
		await one(planned());
		foreign(WEBINAR);
		here.sandbox.books.clear();
		expect(await one(planned())).toMatchObject({ result: 'unchanged' });
		expect(here.sandbox.books.calls('hubspot')).toHaveLength(1);
	});

	it('of a series, is meant only for the date on which it is', async () => {
		foreign(WEBINAR);
		const dates = ['2030-03-01T10:00:00Z', '2030-03-08T10:00:00Z'];
		const occurrences = dates.map((startTime, index) => ({
			occurrenceId: String(index),
			startTime,
			durationSeconds: 60,
		}));
		const told = await one(planned({ occurrences }));
		expect(told).toMatchObject({ result: 'synced', action: 'created' });
		expect(here.sandbox.hubspot.events.map(({ externalEventId }) => externalEventId)).toEqual([
			WEBINAR,
			`${WEBINAR}.1`,
		]);
		const asked = here.sandbox.books.calls('hubspot').map(({ path }) => path);
		expect(asked.filter((path) => path.endsWith('/identifiers'))).toHaveLength(1);
	});

	it('of another account with the same number is somebody else’s, when we made it', async () => {
		await one(planned({ accountId: 'somebody' }));
		expect(await one(planned())).toMatchObject({ result: 'synced', action: 'created' });
	});
});

describe('attendance of a webinar whose event another app has made', () => {
	const prepare = () => {
		const { main } = here.story;
		const people = attendees(main).filter(({ crm, emailValid }) => crm === 'known' && emailValid);
		const items = people.slice(0, 4).map((person) => itemOf(here, main, person));
		return { items, event: foreign(String(main.webinarId), main.startTime) };
	};

	it('is not written by default; contacts and their properties are', async () => {
		const { items, event } = prepare();
		const told = outcomes(await sync(here, items));
		for (const { result, steps } of told) {
			expect(result).toBe('synced');
			expect(steps.event).toMatchObject({ result: 'skipped' });
			expect(steps.event?.message).toContain('The app Zoom');
			expect(steps.properties?.result).toBe('synced');
			expect(steps.attendance?.result ?? 'skipped').toBe('skipped');
		}
		expect(event.activities).toEqual([]);
		expect(here.sandbox.hubspot.events).toHaveLength(1);
		here.sandbox.books.clear();
		const again = outcomes(await sync(here, items));
		expect(again.map(({ result }) => result)).toEqual(items.map(() => 'unchanged'));
		expect(writes(here)).toEqual([]);
	});

	it('goes into it by option, and doubles nobody who is in it', async () => {
		const { items, event } = prepare();
		const first = outcomes(await sync(here, items, { options: { otherApps: 'use' } }));
		expect(first.map(({ result }) => result)).toEqual(items.map(() => 'synced'));
		expect(here.sandbox.hubspot.events).toHaveLength(1);
		const written = event.activities.length;
		expect(written).toBeGreaterThanOrEqual(items.length);
		const again = outcomes(await sync(here, items, { options: { otherApps: 'use' } }));
		expect(again.map(({ result }) => result)).toEqual(items.map(() => 'unchanged'));
		expect(event.activities).toHaveLength(written);
	});

	it('goes into an event of our own where other apps are ignored', async () => {
		const { items, event } = prepare();
		await sync(here, items, { options: { otherApps: 'ignore' } });
		expect(event.activities).toEqual([]);
		expect(here.sandbox.hubspot.events).toHaveLength(2);
	});
});

describe('an event of ours', () => {
	it('holds the attendance of the webinar that it was planned for', async () => {
		const { main } = here.story;
		const items = attendees(main).map((person) => itemOf(here, main, person));
		await one({
			...(items[0]?.webinar as IDataObject),
			sessionId: '',
			startTime: null,
			endTime: null,
		});
		expect(here.sandbox.hubspot.events[0]?.completed).toBe(false);
		await sync(here, items);
		expect(here.sandbox.hubspot.events).toHaveLength(1);
		const event = eventOf(here, String(main.webinarId));
		expect(event.completed).toBe(true);
		expect(event.activities.length).toBeGreaterThan(0);
	});

	it('of each session is another one, by option', async () => {
		const { main } = here.story;
		const [person] = attendees(main).filter(({ crm }) => crm === 'known');
		if (person === undefined) throw new Error('The story has no known contact');
		const item = itemOf(here, main, person);
		const other = { ...(item.webinar as IDataObject), sessionId: 'other==' };
		const options = { marketingEvent: 'session' };
		await sync(here, [item, { ...item, webinar: other }], { options });
		const ids = here.sandbox.hubspot.events.map(({ externalEventId }) => externalEventId);
		expect(ids).toHaveLength(2);
		expect(ids[1]).toBe(`${main.webinarId}.other`);
		await sync(here, [item, { ...item, webinar: other }]);
		expect(here.sandbox.hubspot.events).toHaveLength(3);
	});
});
