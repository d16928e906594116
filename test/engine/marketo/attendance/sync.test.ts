import { stage, type Stage } from '../../support/world';
import {
	activitiesOf,
	ENGAGEMENT,
	leadOf,
	memberOf,
	outcomes,
	PROGRAM,
	stay,
	summaries,
	sync,
	writes,
} from './support';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 20 });
});
afterEach(async () => await here.close());

const ADA = 'ada@example.com';
const WITH_ACTIVITIES = { options: { engagement: 'activities' } };

describe('people of a webinar that has ended', () => {
	it('become members with the status of what they did', async () => {
		const result = await sync(here, [
			stay(ADA),
			stay('ben@example.com', { status: 'noShow' }),
			stay('eve@example.com', { status: 'attendedOnDemand' }),
		]);
		expect(outcomes(result).map((outcome) => [outcome.result, outcome.action])).toEqual([
			['synced', 'created'],
			['synced', 'created'],
			['synced', 'created'],
		]);
		expect(memberOf(here, ADA)).toMatchObject({
			statusName: 'Attended',
			webinarUrl: `https://zoom.example/w/900?tk=${encodeURIComponent(ADA)}`,
			registrationCode: `id-${ADA}`,
		});
		expect(memberOf(here, 'ben@example.com').statusName).toBe('No Show');
		expect(memberOf(here, 'eve@example.com').statusName).toBe('Attended On-demand');
		expect(leadOf(here, ADA).fields).toMatchObject({ firstName: 'Ada', lastName: 'Byron' });
		expect(summaries(result)).toMatchObject([
			{
				people: 3,
				synced: 3,
				program: { programId: PROGRAM },
				statuses: { Attended: 1, 'No Show': 1, 'Attended On-demand': 1 },
				webinar: { webinarId: '900', topic: 'Product update' },
			},
		]);
	});

	it('get what they did as custom activities of one type, which is made', async () => {
		const told = outcomes(
			await sync(here, [stay(ADA, { engagement: ENGAGEMENT })], WITH_ACTIVITIES),
		);
		expect(told).toMatchObject([
			{ result: 'synced', steps: { activities: { result: 'synced', message: '5 activities' } } },
		]);
		expect(here.sandbox.marketo.customActivityTypes).toMatchObject([
			{ apiName: 'n8nWebinarInteraction', status: 'approved', triggerName: 'Interacts in Webinar' },
		]);
		expect(activitiesOf(here, ADA)).toMatchObject([
			{ Kind: 'poll', Text: 'Size?', Answer: 'Small', at: '2026-03-02T10:20:00.000Z' },
			{ Kind: 'poll', Text: 'Colour?', Answer: 'Red', at: '2026-03-02T10:01:00.000Z' },
			{ Kind: 'question', Text: 'When?' },
			{ Kind: 'survey', Text: 'Liked it?', Answer: 'Yes', topic: 'Product update' },
			{
				Kind: 'chat',
				Count: 7,
				'Webinar ID': '900',
				Platform: 'zoom',
				'Session Start': '2026-03-02T10:00:00Z',
			},
		]);
		expect(memberOf(here, ADA).fields.n8nWebinarMarker).toMatch(/^w1/);
	});

	it('are written once, however often the run is repeated', async () => {
		const items = [
			stay(ADA, { engagement: ENGAGEMENT }),
			stay('ben@example.com', { status: 'noShow' }),
		];
		await sync(here, items, WITH_ACTIVITIES);
		here.sandbox.books.clear();
		const told = outcomes(await sync(here, items, WITH_ACTIVITIES));
		expect(told.map(({ result }) => result)).toEqual(['unchanged', 'unchanged']);
		// People are sent again, because Marketo does not tell what a lead holds before it is asked.
		expect(writes(here)).toEqual(['POST /rest/v1/leads.json']);
		expect(activitiesOf(here, ADA)).toHaveLength(5);
	});
});
