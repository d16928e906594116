import { stage, type Stage } from '../support/world';
import { contactsOf, itemsOf, outcomes, sync } from './support';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 120 }, { participationDelayMs: 0 });
});
afterEach(async () => await here.close());

describe('a preview', () => {
	it('writes nothing, and says what the run then does', async () => {
		const items = itemsOf(here, here.story.main);
		const before = contactsOf(here.sandbox);
		const told = outcomes(await sync(here, items, { parameters: { preview: true } }));
		expect(here.sandbox.books.writes('hubspot')).toEqual([]);
		expect(contactsOf(here.sandbox)).toEqual(before);
		const done = outcomes(await sync(here, items));
		const facts = (all: typeof told) =>
			all.map(({ result, action, reason, steps }) => ({ result, action, reason, steps }));
		expect(facts(told)).toEqual(facts(done));
		expect(new Set(told.map(({ preview }) => preview))).toEqual(new Set([true]));
		expect(new Set(done.map(({ preview }) => preview))).toEqual(new Set([false]));
		expect(told.find(({ action }) => action === 'created')?.message).toMatch(/^Would write/);
	});

	it('after a run says that nothing is left to do', async () => {
		const items = itemsOf(here, here.story.main);
		await sync(here, items);
		const told = outcomes(await sync(here, items, { parameters: { preview: true } }));
		expect(told.map(({ result }) => result)).not.toContain('synced');
		expect(told.map(({ result }) => result)).toContain('unchanged');
	});
});
