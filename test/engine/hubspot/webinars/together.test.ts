import type { IDataObject } from 'n8n-workflow';

import { register, rowOf, strangers } from '../registrations/support';
import { stage, type Stage } from '../../support/world';
import { itemOf, outcomes, sync, webinarOf } from '../support';
import { eventOf, syncWebinars, writes } from './support';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 20 }, { participationDelayMs: 0 });
});
afterEach(async () => await here.close());

/** The story's webinar before it ran. */
function plan(changes: IDataObject = {}): IDataObject {
	const none = { sessionId: '', startTime: null, endTime: null };
	return { ...webinarOf(here, here.story.main), ...none, ...changes };
}

const rows = () =>
	strangers(here)
		.slice(0, 3)
		.map((person) => rowOf(here.story.main, person));
const id = () => String(here.story.main.webinarId);

describe('the plan, the registrations and the attendance of one webinar', () => {
	it('stand in one event, and running all of it again writes nothing', async () => {
		const { main } = here.story;
		const items = strangers(here)
			.slice(0, 3)
			.map((person) => itemOf(here, main, person));
		const everything = async () => {
			await syncWebinars(here, [plan()]);
			await register(here, rows(), { webinar: plan() });
			await sync(here, items);
		};
		await everything();
		const event = eventOf(here, id());
		expect(here.sandbox.hubspot.events).toHaveLength(1);
		expect(event.completed).toBe(true);
		expect(event.activities.filter(({ verb }) => verb === 'register')).toHaveLength(3);
		here.sandbox.books.clear();
		await everything();
		expect(writes(here)).toEqual([]);
	});

	it('are not held up by a webinar without a fixed time', async () => {
		const webinar = plan({ scheduledStartTime: null, scheduledEndTime: null });
		const first = outcomes(await register(here, rows(), { webinar }));
		expect(first.map(({ result }) => result)).toEqual(['synced', 'synced', 'synced']);
		here.sandbox.books.clear();
		const again = outcomes(await register(here, rows(), { webinar }));
		expect(again.map(({ result }) => result)).toEqual(['unchanged', 'unchanged', 'unchanged']);
		expect(writes(here)).toEqual([]);
		expect(eventOf(here, id()).fields.startDateTime).toBeUndefined();
	});

	it('leave a cancelled event cancelled until the webinar is there again', async () => {
		await syncWebinars(here, [plan()]);
		await syncWebinars(here, [{ event: 'webinar.deleted', webinar: plan() }]);
		await register(here, rows(), { webinar: plan({ topic: 'Renamed' }) });
		expect(eventOf(here, id())).toMatchObject({ cancelled: true });
		await syncWebinars(here, [plan()]);
		expect(eventOf(here, id())).toMatchObject({ cancelled: false });
	});
});
