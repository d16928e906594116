import { SHORTCUTS } from '../state/folders';
import { startAccount, type TestAccount } from '../testing/account';
import type { AdobeConnectWorld, AdobeRoom } from '../world';

let account: TestAccount;
afterEach(() => account.close());

/** Thirty rooms, made one after the other, each a day after the one before. */
async function start(overrides: Partial<AdobeConnectWorld> = {}): Promise<void> {
	const rooms = Array.from({ length: 30 }, (_, index): AdobeRoom => {
		const begin = new Date(Date.UTC(2026, 0, index + 1, 12)).toISOString();
		return {
			id: String(1000 + index),
			kind: 'meeting',
			name: `Room ${index}`,
			urlPath: `/room-${index}/`,
			begin,
			createdAt: begin,
			access: 'remove',
			permissions: {},
		};
	});
	account = await startAccount({ rooms, events: [], ...overrides });
}

const ids = async (params: Record<string, string | number | string[]>) => {
	const answer = await account.call('sco-contents', { 'sco-id': SHORTCUTS.meetings, ...params });
	return answer.all('sco').map(({ attributes }) => Number(attributes['sco-id']) - 1000);
};

const range = (from: number, to: number) =>
	Array.from({ length: to - from }, (_, index) => from + index);

describe('pages', () => {
	it('with a sort follow each other', async () => {
		await start();
		const sort = { 'sort-sco-id': 'asc' };
		expect(await ids({ ...sort, 'filter-rows': 20 })).toEqual(range(0, 20));
		const next = { ...sort, 'filter-rows': 20, 'filter-start': 20 };
		expect(await ids(next)).toEqual(range(20, 30));
	});

	it('without a sort repeat rows and leave others out', async () => {
		await start();
		const both = [
			...(await ids({ 'filter-rows': 15 })),
			...(await ids({ 'filter-rows': 15, 'filter-start': 15 })),
		];
		expect(new Set(both).size).toBeLessThan(30);
	});

	it('must be asked for where there is too much for one answer', async () => {
		await start({ maximumRows: 10 });
		const params = { 'sco-id': SHORTCUTS.meetings };
		const whole = await account.call('sco-contents', params);
		expect(whole.status).toBe('operation-size-error/10');
		const large = await account.call('sco-contents', { ...params, 'filter-rows': 11 });
		expect(large.status).toBe('operation-size-error/10');
		expect(await ids({ 'filter-rows': 10, 'sort-name': 'asc' })).toHaveLength(10);
	});
});

describe('filters', () => {
	it('compare exactly, by a part, and by what is not wanted', async () => {
		await start();
		expect(await ids({ 'filter-name': 'Room 3' })).toEqual([3]);
		expect(await ids({ 'filter-name': 'room 3' })).toEqual([]);
		expect(await ids({ 'filter-like-name': 'oom 29' })).toEqual([29]);
		expect(await ids({ 'filter-out-name': 'Room 0' })).toEqual(range(1, 30));
	});

	it('repeated mean or, together mean and', async () => {
		await start();
		const names = { 'filter-name': ['Room 3', 'Room 4'] };
		expect(await ids(names)).toEqual([3, 4]);
		expect(await ids({ ...names, 'filter-url-path': '/room-4/' })).toEqual([4]);
	});

	it('compare dates, whatever their offset', async () => {
		await start();
		const third = '2026-01-03T13:00:00.000+01:00';
		expect(await ids({ 'filter-lt-date-begin': third })).toEqual([0, 1]);
		expect(await ids({ 'filter-lte-date-begin': third })).toEqual([0, 1, 2]);
		expect(await ids({ 'filter-gt-date-begin': third })).toEqual(range(3, 30));
		expect(await ids({ 'filter-gte-date-begin': third })).toEqual(range(2, 30));
	});

	it('and sorts of the wrong kind are an internal error', async () => {
		await start();
		for (const wrong of [
			['filter-gt-date-begin', 'soon'],
			['filter-rows', 'many'],
			['sort-name', 'up'],
		]) {
			const [name = '', value = ''] = wrong;
			const params = { 'sco-id': SHORTCUTS.meetings, [name]: value };
			const answer = await account.call('sco-contents', params);
			expect(answer.status).toBe('internal-error');
			expect(answer.one('exception').text).toMatch(/Incorrect input/);
		}
	});
});

describe('sorts', () => {
	it('know numbers, dates and texts, and a second key', async () => {
		await start();
		const latest = { 'sort-date-begin': 'desc', 'filter-rows': 2 };
		expect(await ids(latest)).toEqual([29, 28]);
		expect(await ids({ 'sort1-type': 'asc', 'sort2-sco-id': 'desc' })).toEqual(
			range(0, 30).reverse(),
		);
	});
});
