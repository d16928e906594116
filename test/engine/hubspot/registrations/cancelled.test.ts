import type { StoryPerson } from '../../../story/contract';
import { stage, type Stage } from '../../support/world';
import { itemOf, outcomes, sync } from '../support';
import { activitiesOf, contactOf, newsOf, planned, register, rowOf, strangers } from './support';

let here: Stage;
let person: StoryPerson;
beforeEach(async () => {
	here = await stage({ registrants: 20 }, { participationDelayMs: 0 });
	const [first] = strangers(here);
	if (first === undefined) throw new Error('The story has nobody new');
	person = first;
});
afterEach(async () => await here.close());

const listed = async (status: string) => {
	const row = rowOf(here.story.main, person, { status });
	const [told] = outcomes(await register(here, [row], { webinar: planned(here) }));
	return told;
};

const news = async (...all: Array<[status: string, time: string]>) => {
	const items = all.map(([status, time]) => newsOf(here, person, status, time));
	return outcomes(await register(here, items));
};

const counted = () => contactOf(here, person).properties.n8n_webinar_registration_count;
const link = () => contactOf(here, person).properties.n8n_webinar_join_link ?? '';

describe('a registration that is cancelled', () => {
	it.each(['cancelled', 'denied'])('is so in HubSpot when the list says %s', async (status) => {
		await listed('approved');
		expect(await listed(status)).toMatchObject({ result: 'synced', action: 'cancelled' });
		expect(activitiesOf(here, person)).toEqual(['register', 'cancel']);
		expect(counted()).toBe('0');
		expect(link()).toBe('');
		here.sandbox.books.clear();
		expect(await listed(status)).toMatchObject({ result: 'unchanged' });
		expect(here.sandbox.books.writes('hubspot')).toEqual([]);
	});

	it('never makes a contact, nor an event', async () => {
		expect(await listed('cancelled')).toMatchObject({
			result: 'skipped',
			reason: 'previouslyDenied',
		});
		expect(here.sandbox.hubspot.contactByEmail(person.email)).toBeUndefined();
		expect(here.sandbox.hubspot.events).toEqual([]);
	});

	it('counts again once it is approved again, with its link', async () => {
		await listed('approved');
		await listed('cancelled');
		expect(await listed('approved')).toMatchObject({ action: 'registered' });
		expect(counted()).toBe('1');
		expect(link()).toBe(`https://zoom.example/w/${person.key}`);
		const [event] = here.sandbox.hubspot.events;
		const times = event?.activities.map(({ interactionDateTime }) => interactionDateTime) ?? [];
		expect([...times].sort((one, other) => one - other)).toEqual(times);
		here.sandbox.books.clear();
		expect(await listed('approved')).toMatchObject({ result: 'unchanged' });
		expect(here.sandbox.books.writes('hubspot')).toEqual([]);
	});

	it('stays cancelled when old news come once more', async () => {
		await news(['approved', '2026-05-01T10:00:00Z']);
		await news(['cancelled', '2026-05-02T10:00:00Z']);
		const [told] = await news(['approved', '2026-05-01T10:00:00Z']);
		expect(told?.result).toBe('unchanged');
		expect(activitiesOf(here, person)).toEqual(['register', 'cancel']);
		expect(counted()).toBe('0');
	});

	it('is taken from the latest of several news, in whatever order they come', async () => {
		await news(['approved', '2026-05-01T10:00:00Z']);
		const told = await news(
			['cancelled', '2026-05-02T10:00:00Z'],
			['approved', '2026-05-03T10:00:00Z'],
			['approved', '2026-05-01T10:00:00Z'],
		);
		expect(told.map(({ reason }) => reason)).toEqual(['duplicate', null, 'duplicate']);
		expect(counted()).toBe('1');
	});

	it('was cancelled when the trigger says it was', async () => {
		await news(['approved', '2026-05-01T10:00:00Z']);
		await news(['cancelled', '2026-05-02T10:00:00Z']);
		const [event] = here.sandbox.hubspot.events;
		expect(event?.activities.map(({ interactionDateTime }) => interactionDateTime)).toEqual([
			Date.parse('2026-05-01T10:00:00Z'),
			Date.parse('2026-05-02T10:00:00Z'),
		]);
	});
});

describe('registrations and attendance', () => {
	it('of one webinar meet in one event and one count', async () => {
		await listed('approved');
		await sync(here, [itemOf(here, here.story.main, person)]);
		const settled = { ...contactOf(here, person).properties };
		expect(settled.n8n_webinar_registration_count).toBe('1');
		expect(link()).not.toBe('');
		expect(here.sandbox.hubspot.events).toHaveLength(1);
		expect(here.sandbox.hubspot.events[0]?.completed).toBe(true);
		here.sandbox.books.clear();
		expect(await listed('approved')).toMatchObject({ result: 'unchanged' });
		const [again] = outcomes(await sync(here, [itemOf(here, here.story.main, person)]));
		expect(again?.result).toBe('unchanged');
		expect(here.sandbox.books.writes('hubspot')).toEqual([]);
		expect(contactOf(here, person).properties).toEqual(settled);
	});
});
