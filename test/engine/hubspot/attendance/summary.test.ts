import type { IDataObject } from 'n8n-workflow';

import { stage, type Stage } from '../../support/world';
import { runNode } from '../../support/runNode';
import { outcomes, sync } from '../support';
import { stay, summaries } from './support';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 20 }, { participationDelayMs: 0 });
});
afterEach(async () => await here.close());

const people = () => [
	stay('came@example.com'),
	stay('missed@example.com', { seconds: 0 }),
	stay('', { seconds: 60 }),
	stay('other@example.com', { webinarId: '901' }),
];

describe('the summary', () => {
	it('is one item per webinar, linked to its people, and adds up', async () => {
		const result = await sync(here, people());
		const [first, second] = summaries(result);
		expect(first).toMatchObject({
			webinar: { webinarId: '900', topic: 'Webinar 900', externalEventId: '900' },
			people: 3,
			synced: 2,
			skipped: 1,
			unchanged: 0,
			deferred: 0,
			failed: 0,
			reasons: { noEmail: 1 },
			participations: { attended: 1, registered: 0, cancelled: 0, noShows: 1 },
			written: { attended: 1, noShows: 1 },
			warning: '',
			preview: false,
		});
		expect(second).toMatchObject({ webinar: { webinarId: '901' }, people: 1, synced: 1 });
		expect(result.outputs[1]?.map(({ pairedItem }) => pairedItem)).toEqual([
			[{ item: 0 }, { item: 1 }, { item: 2 }],
			[{ item: 3 }],
		]);
		expect(first?.calls).toBe(here.sandbox.books.calls('hubspot').length);
	});

	it('costs nothing when nothing is written', async () => {
		await sync(here, people());
		here.sandbox.books.clear();
		const [again] = summaries(await sync(here, people()));
		expect(again).toMatchObject({ unchanged: 2, synced: 0, participations: null, written: null });
		const asked = here.sandbox.books
			.calls('hubspot')
			.filter(({ path }) => /participations/.test(path));
		// Those that look whether a run was broken off, one per event.
		expect(asked).toHaveLength(2);
	});

	it('warns when HubSpot counts fewer than were written', async () => {
		await here.close();
		here = await stage({ registrants: 20 }, { participationDelayMs: 600_000 });
		const [told] = summaries(await sync(here, people()));
		expect(told?.warning).toContain('1 attended, HubSpot counts 0');
		expect(told?.warning).toContain('1 registered and did not come, HubSpot counts 0');
	});

	it('says what became of a run that was ended for everybody', async () => {
		const { scopes } = here.sandbox.hubspot.world;
		scopes.splice(scopes.indexOf('crm.objects.contacts.read'), 1);
		const result = await sync(here, people(), { onError: 'continueRegularOutput' });
		expect(outcomes(result).map(({ result: each }) => each)).toEqual(Array(4).fill('failed'));
		expect(summaries(result)).toMatchObject([{ webinar: null, people: 4, failed: 4, calls: null }]);
	});

	it('is on the first output for an AI agent', async () => {
		const { outputs } = await runNode({
			type: 'hubSpotWebinar',
			parameters: {
				resource: 'attendance',
				operation: 'sync',
				mapData: 'automatic',
				preview: false,
				options: { readBackAfter: 0 },
			},
			items: people(),
			credentials: here.hubspot,
			asTool: true,
		});
		const [told] = (outputs[0] ?? []).map(({ json }) => json);
		expect(told).toMatchObject({ people: 4, synced: 3 });
		expect((told?.webinars as IDataObject[]).map(({ people: count }) => count)).toEqual([3, 1]);
	});
});
