import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { WEBINAR_FIELDS } from '../../../../nodes/HubSpot/mapping/webinarFields';
import { stage, type Stage } from '../../support/world';
import { outcomes } from '../support';
import { ACCOUNT, eventOf, news, planned, syncWebinars, WEBINAR, writes } from './support';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 10 }, { participationDelayMs: 0 });
});
afterEach(async () => await here.close());

describe('several items of a run', () => {
	it('about one webinar write it once; the last tells the outcome, what each tells counts', async () => {
		const items = [
			planned(),
			news('webinar.updated', { topic: 'Growing beans' }),
			planned({ webinarId: '2' }),
			news('webinar.updated', { scheduledStartTime: '2030-03-02T10:00:00Z' }),
		];
		const result = await syncWebinars(here, items);
		expect(outcomes(result).map(({ result: each, reason }) => [each, reason])).toEqual([
			['skipped', 'duplicate'],
			['skipped', 'duplicate'],
			['synced', null],
			['synced', null],
		]);
		expect(eventOf(here).fields).toMatchObject({
			eventName: 'Growing beans',
			startDateTime: '2030-03-02T10:00:00Z',
			endDateTime: '2030-03-02T11:00:00Z',
		});
		expect(writes(here)).toHaveLength(2);
		expect(result.outputs[1]?.map(({ json }) => json.people)).toEqual([3, 1]);
	});

	it('fail alone, each with the field that is missing or wrong', async () => {
		const told = outcomes(
			await syncWebinars(here, [
				{ something: 'else' },
				planned({ scheduledStartTime: 'soon' }),
				planned({ scheduledEndTime: '2030-02-01T10:00:00Z' }),
				{ id: Number(WEBINAR), topic: 'Raw', start_time: '2030-03-01T10:00:00Z' },
				planned({ webinarId: '2', topic: '' }),
				planned({ webinarId: '3' }),
			]),
		);
		expect(told.map(({ result }) => result)).toEqual([
			...Array<string>(5).fill('failed'),
			'synced',
		]);
		const words = ['Webinar ID', 'not a valid time', 'End Time', 'Account ID', 'Topic'];
		words.forEach((word, index) => {
			expect(told[index]?.message).toContain(word);
			expect(told[index]?.repair).not.toBe('');
		});
	});

	it('are passed over where the step before did not succeed', async () => {
		const outcome = { destination: 'zoom', result: 'failed', reason: 'webinarFull', message: 'No' };
		const [told] = outcomes(await syncWebinars(here, [{ ...planned(), outcome }]));
		expect(told).toMatchObject({ result: 'skipped', reason: 'webinarFull' });
		expect(told?.message).toContain('No');
		expect(here.sandbox.hubspot.events).toEqual([]);
	});
});

describe('webinars of another form', () => {
	it('come as a raw answer of Zoom, with the account by option', async () => {
		const raw = {
			id: Number(WEBINAR),
			type: 9,
			topic: 'Raw',
			agenda: 'Of everything',
			duration: 45,
			host_email: 'host@example.com',
			join_url: 'https://zoom.example/j/1',
			occurrences: [
				{
					occurrence_id: '1',
					start_time: '2030-03-01T10:00:00Z',
					duration: 45,
					status: 'available',
				},
				{ occurrence_id: '2', start_time: '2030-03-08T10:00:00Z', status: 'deleted' },
			],
		};
		const options = { accountId: ACCOUNT };
		const [told] = outcomes(await syncWebinars(here, [raw], { options }));
		expect(told).toMatchObject({ result: 'synced', action: 'created' });
		expect(here.sandbox.hubspot.events).toHaveLength(1);
		expect(eventOf(here, `${WEBINAR}.1`)).toMatchObject({
			externalAccountId: ACCOUNT,
			fields: {
				eventName: 'Raw',
				eventDescription: 'Of everything',
				eventUrl: 'https://zoom.example/j/1',
				endDateTime: '2030-03-01T10:45:00Z',
			},
		});
	});

	it('come field by field, and a bad row fails alone', async () => {
		const rows: IDataObject[] = [
			{ Nr: '1', Title: 'Fair', When: '2030-03-01 10:00', Off: '' },
			{ Nr: '2', Title: 'Fair', When: 'soon', Off: '' },
			{ Nr: '3', Title: '', When: '2030-03-01 10:00', Off: '' },
		];
		const value: Record<string, string> = {
			webinarId: '={{ $json.Nr }}',
			topic: '={{ $json.Title }}',
			startTime: '={{ $json.When }}',
			cancelled: '={{ $json.Off }}',
		};
		const schema = WEBINAR_FIELDS.map(({ id, displayName, required }) => ({
			...{ id, displayName, required: required === true, type: 'string', display: true },
			...{ defaultMatch: false, canBeUsedToMatch: false },
		}));
		const fields: unknown = { mappingMode: 'defineBelow', value, matchingColumns: [], schema };
		const parameters = { mapData: 'manual', fields: fields as INodeParameters };
		const told = outcomes(await syncWebinars(here, rows, { parameters }));
		expect(told.map(({ result }) => result)).toEqual(['synced', 'failed', 'failed']);
		expect(told[2]?.message).toMatch(/Topic|topic/);
		expect(eventOf(here, '1')).toMatchObject({ externalAccountId: 'webinar' });
		expect(eventOf(here, '1').fields.startDateTime).toBe('2030-03-01T10:00:00Z');
		const off = [{ Nr: '1', Title: 'Fair', When: '2030-03-01 10:00', Off: 'true' }];
		await syncWebinars(here, off, { parameters });
		expect(eventOf(here, '1').cancelled).toBe(true);
	});
});

describe('what concerns everybody', () => {
	it.each(['crm.objects.marketing_events.read', 'crm.objects.marketing_events.write'])(
		'is the scope %s, which is named once',
		async (scope) => {
			const { scopes } = here.sandbox.hubspot.world;
			scopes.splice(scopes.indexOf(scope), 1);
			const result = await syncWebinars(here, [planned(), planned({ webinarId: '2' })]);
			expect(result.error?.message).toContain('crm.objects.marketing_events');
			const items = [planned(), planned({ webinarId: '2' })];
			const onError = 'continueRegularOutput';
			const told = outcomes(await syncWebinars(here, items, { onError }));
			expect(told.map((outcome) => outcome.reason)).toEqual(items.map(() => 'permissionMissing'));
		},
	);

	it('is an account that may not use marketing events', async () => {
		here.sandbox.hubspot.world.marketingEventsAllowed = false;
		const result = await syncWebinars(here, [planned()]);
		expect(result.error?.message).toContain('HubSpot does not allow');
		expect(result.error?.description).toContain('plan of the account');
	});
});

describe('a fault on the way', () => {
	const items = () => [
		planned(),
		planned({ webinarId: '2', startTime: '2026-03-01T10:00:00Z', endTime: '2026-03-01T11:00:00Z' }),
	];

	it.each([
		['PUT .*/events/', 'cutBefore'],
		['PUT .*/events/', 'cutAfter'],
		['POST .*/complete', 'cutBefore'],
		['POST .*/complete', 'cutAfter'],
		['GET .*/events/', 'html'],
		['GET .*/identifiers', 'cutAfter'],
	] as const)('at %s (%s) changes nothing in the end', async (match, kind) => {
		here.sandbox.addFault({ vendor: 'hubspot', match: new RegExp(match), fault: { kind } });
		const told = outcomes(await syncWebinars(here, items()));
		expect(told.map(({ result }) => result)).toEqual(['synced', 'synced']);
		expect(here.sandbox.hubspot.events).toHaveLength(2);
		expect(eventOf(here, '2').completed).toBe(true);
		const again = outcomes(await syncWebinars(here, items()));
		expect(again.map(({ result }) => result)).toEqual(['unchanged', 'unchanged']);
	});

	it.each(['cutBefore', 'cutAfter'] as const)(
		'at a cancellation (%s) is got over',
		async (kind) => {
			await syncWebinars(here, [planned()]);
			here.sandbox.addFault({ vendor: 'hubspot', match: /POST .*\/cancel/, fault: { kind } });
			const [told] = outcomes(await syncWebinars(here, [news('webinar.deleted')]));
			expect(told).toMatchObject({ result: 'synced', action: 'cancelled' });
			expect(eventOf(here).cancelled).toBe(true);
		},
	);

	it('of the daily limit defers the webinar, and the next run does it', async () => {
		const fault = { kind: 'status', status: 429, policy: 'DAILY' } as const;
		here.sandbox.addFault({ vendor: 'hubspot', match: /PUT .*\/events\//, fault });
		const [told] = outcomes(await syncWebinars(here, [planned()]));
		expect(told).toMatchObject({ result: 'deferred', reason: 'dailyLimit' });
		expect(Date.parse(told?.retryAt ?? '')).toBeGreaterThan(Date.now());
		const [again] = outcomes(await syncWebinars(here, [planned()]));
		expect(again).toMatchObject({ result: 'synced', action: 'created' });
	});
});

describe('custom properties of an event', () => {
	it('are named along by every write, so that none is lost', async () => {
		await syncWebinars(here, [planned()]);
		const custom = [{ name: 'recording_url', value: 'https://r.example/' }];
		eventOf(here).fields.customProperties = custom;
		await syncWebinars(here, [planned({ topic: 'Growing beans' })]);
		const put = here.sandbox.books.writes('hubspot').pop();
		expect(put?.request).toMatchObject({ eventName: 'Growing beans', customProperties: custom });
	});
});
