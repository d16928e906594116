import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { ChoicesOptions } from '../../../sandbox/hubspot/workflows/contract';
import { Flow, type FlowRun } from './flow';
import { startGateway, type Gateway } from './gateway';
import { openPortal, type Portal } from './portal';

let portal: Portal;
let gateway: Gateway;
let webinars: IDataObject[];
let parameters: INodeParameters;

beforeAll(async () => {
	portal = await openPortal('callBack');
	gateway = await startGateway(portal.trigger, async (emitted): Promise<FlowRun> => {
		const flow = new Flow(portal.app, { operation: 'returnChoices', ...parameters });
		return await flow.run({ emitted, items: webinars });
	});
});
afterAll(async () => {
	await gateway.close();
	await portal.close();
});
beforeEach(() => {
	gateway.runs.length = 0;
	parameters = { mapData: 'automatic' };
});

const open = async (more: Partial<ChoicesOptions> = {}) =>
	await portal.here.sandbox.hubspot.workflows.options({
		action: portal.action,
		field: 'upcomingWebinar',
		connectTo: gateway.url,
		...more,
	});

function webinar(number: number, more: IDataObject = {}): IDataObject {
	return {
		provider: 'zoom',
		webinarId: String(85_200_000_000 + number),
		topic: `Session ${number}`,
		scheduledStartTime: new Date(Date.UTC(2026, 11, 2, 15, number)).toISOString(),
		timezone: 'Europe/Berlin',
		...more,
	};
}

describe('the drop-down of webinars', () => {
	it('shows topic, start where the webinar is held, and ID, soonest first', async () => {
		webinars = [
			webinar(3, { scheduledStartTime: null, topic: 'No date' }),
			webinar(2, { timezone: 'Nowhere/At_all' }),
			{ webinar: webinar(1, { provider: 'adobeConnect', webinarId: 'sco-7' }) },
			webinar(2, {
				scheduledStartTime: '2027-01-01T10:00:00Z',
				topic: 'A later date of the series',
			}),
		];
		const { options, searchable, complaints } = await open();
		expect(complaints).toEqual([]);
		expect(searchable).toBe(true);
		expect(options).toEqual([
			{
				label: 'Session 1 (2026-12-02 16:01 Europe/Berlin)',
				description: 'Adobe Connect sco-7',
				value: 'sco-7',
			},
			{
				label: 'Session 2 (2026-12-02 15:02 UTC)',
				description: 'Zoom 852 0000 0002',
				value: '85200000002',
			},
			{ label: 'No date', description: 'Zoom 852 0000 0003', value: '85200000003' },
		]);
		const items = gateway.runs[0]?.outputs[0];
		expect(items?.map(({ json }) => json)).toEqual(options);
		expect(items?.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 2 },
			{ item: 1 },
			{ item: 0 },
		]);
	});

	it.each([
		['session 7', ['85200000007']],
		['852 0000 0011', ['85200000011']],
		['852-0000-0011', ['85200000011']],
		['16:05', ['85200000005']],
		['nothing like it', []],
	])('is searched for %s', async (q, values) => {
		webinars = Array.from({ length: 12 }, (_, number) => webinar(number));
		await open();
		const { options, complaints } = await open({ q });
		expect(complaints).toEqual([]);
		expect(options.map(({ value }) => value)).toEqual(values);
	});

	it('is searched where HubSpot puts the text elsewhere', async () => {
		webinars = [webinar(1), webinar(2)];
		await open();
		const { options } = await open({ q: 'SESSION 2', fetchOptionsIn: 'inputFields' });
		expect(options).toHaveLength(1);
	});

	it('is scrolled page by page, nobody twice and nobody left out', async () => {
		webinars = Array.from({ length: 120 }, (_, number) => webinar(number));
		const sizes: number[] = [];
		const values: string[] = [];
		let after: string | undefined;
		do {
			const page = await open({ ...(after !== undefined && { after }) });
			sizes.push(page.options.length);
			values.push(...page.options.map(({ value }) => value));
			after = page.after;
		} while (after !== undefined);
		expect(sizes).toEqual([50, 50, 20]);
		expect(new Set(values).size).toBe(120);
		expect((await open({ after: 'unreadable' })).options).toHaveLength(50);
	});

	it('is empty where there is no webinar', async () => {
		webinars = [{}];
		expect(await open()).toMatchObject({ options: [], complaints: [], attempt: { status: 200 } });
	});

	it('holds what is mapped by hand, in the order of the items', async () => {
		webinars = [
			{ id: 'b', name: 'Second' },
			{ id: 'a', name: '' },
			{ id: '', name: 'Nothing' },
		];
		parameters = {
			mapData: 'manual',
			value: '={{ $json.id }}',
			label: '={{ $json.name }}',
			choiceDescription: 'Seminar',
		};
		const { options, complaints } = await open();
		expect(complaints).toEqual([]);
		expect(options).toEqual([
			{ label: 'Second', description: 'Seminar', value: 'b' },
			{ label: 'a', description: 'Seminar', value: 'a' },
		]);
	});
});
