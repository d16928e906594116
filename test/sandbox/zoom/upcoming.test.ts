import { rows } from './proof/call';
import { refusal, series, START, startDesk, type Desk } from './proof/desk';
import { HOST } from './proof/world';

let desk: Desk;

beforeEach(async () => {
	desk = await startDesk();
});

afterEach(() => desk.close());

const PATH = '/report/upcoming_events';
const asked = (query: string) => desk.read(`${PATH}?${query}`);
const MONTH = 'from=2026-11-20&to=2026-12-20';

describe('what is planned in the account', () => {
	it('is every date to come, soonest first, of webinars, meetings or both', async () => {
		const single = desk.open();
		const many = desk.open(series(['2026-11-19', '2026-11-24', '2026-11-26', '2026-12-24']));
		many.occurrences![2]!.status = 'deleted';
		desk.open({ type: 6 });
		desk.sandbox.zoom.world.meetings = [
			{ id: 81_122_233_344, hostId: HOST.id, topic: 'Weekly', startTime: '2026-11-24T09:00:00Z' },
		];
		const planned = async (type: string) =>
			rows(await asked(`${MONTH}${type}`), 'upcoming_events').map((one) => [
				one.id,
				one.start_time,
			]);
		const meeting = ['81122233344', '2026-11-24T09:00:00Z'];
		const webinars = [
			[String(many.id), '2026-11-24T16:00:00Z'],
			[String(single.id), START],
		];
		expect(await planned('&type=webinar')).toEqual(webinars);
		expect(await planned('&type=meeting')).toEqual([meeting]);
		expect(await planned('')).toEqual([meeting, ...webinars]);
	});

	it('names the host, and comes in pages', async () => {
		const [one, two] = [desk.open(), desk.open()];
		const first = await asked(`${MONTH}&type=webinar&page_size=1`);
		expect(rows(first, 'upcoming_events')).toEqual([
			{
				id: String(one.id),
				topic: one.topic,
				start_time: START,
				host_id: HOST.id,
				host_name: 'Hanna Host',
				dept: '',
			},
		]);
		const token = String(first.body.next_page_token);
		const second = await asked(`${MONTH}&type=webinar&page_size=1&next_page_token=${token}`);
		expect(rows(second, 'upcoming_events')).toMatchObject([{ id: String(two.id) }]);
		expect(second.body.next_page_token).toBe('');
	});

	it.each([
		['without a beginning', 'to=2026-12-20', 'from'],
		['without an end', 'from=2026-11-20', 'to'],
		['of more than a month', 'from=2026-11-20&to=2026-12-22', 'to'],
		['of less than nothing', 'from=2026-11-20&to=2026-11-19', 'to'],
		['of something else', `${MONTH}&type=party`, 'type'],
	])('is not told %s', async (_name, query, field) => {
		expect(await asked(query)).toMatchObject(refusal(300, `Invalid parameter: ${field}.`));
	});

	it('is told to accounts that pay only', async () => {
		desk.sandbox.zoom.world.plan = 'free';
		expect(await asked(MONTH)).toMatchObject({
			status: 400,
			body: { code: 200, message: expect.stringContaining('only available for the paid account') },
		});
	});
});
