import { longTravel } from '../../support/longTravel';
import { stage, type Stage } from '../../support/world';
import { outcomes, stay, summaries, sync } from './support';

let here: Stage;
beforeAll(longTravel);
beforeEach(async () => {
	here = await stage({ registrants: 20 });
	// All that Marketo allows: the pace by default is another test's matter.
	here.marketo.marketoRestOAuth2Api!.callsPerWindow = 100;
});
afterEach(async () => await here.close());

const PEOPLE = 10_000;

/** Three of four attended, and of them every second one answered polls and chatted. */
const items = Array.from({ length: PEOPLE }, (_, index) =>
	stay(`person${index}@example.com`, {
		status: index % 4 === 0 ? 'noShow' : 'attended',
		...(index % 2 === 1 && { engagement: { pollsAnswered: 3, chatMessages: 2 } }),
	}),
);

describe('ten thousand people', () => {
	it('cost no more calls than their batches, and nothing but their person fields the second time', async () => {
		const options = { engagement: 'activities' };
		const result = await sync(here, items, { options });
		expect(outcomes(result).filter((outcome) => outcome.result === 'synced')).toHaveLength(PEOPLE);
		const calls = here.sandbox.books
			.calls('marketo')
			.filter(({ path }) => path.startsWith('/rest'));
		// People, present members, Attended, No Show, member data, activities.
		const batches = [PEOPLE, PEOPLE, 7_500, 2_500, PEOPLE, 10_000];
		const budget = batches.reduce((sum, each) => sum + Math.ceil(each / 300), 10);
		expect(calls.length).toBeLessThanOrEqual(budget);
		expect(summaries(result)).toMatchObject([
			{ people: PEOPLE, synced: PEOPLE, statuses: { Attended: 7_500, 'No Show': 2_500 } },
		]);
		expect(summaries(result)[0]?.calls).toBe(calls.length);

		here.sandbox.books.clear();
		const again = await sync(here, items, { options });
		expect(new Set(outcomes(again).map((outcome) => outcome.result))).toEqual(
			new Set(['unchanged']),
		);
		const written = here.sandbox.books.writes('marketo').map(({ path }) => path);
		expect(new Set(written)).toEqual(new Set(['/rest/v1/leads.json']));
		expect(written).toHaveLength(Math.ceil(PEOPLE / 300));
		const { activities } = here.sandbox.marketo;
		expect(activities.filter((one) => one.activityTypeId > 100_000)).toHaveLength(10_000);
	}, 600_000);
});
