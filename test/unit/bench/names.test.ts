import type { BenchRow } from '../../bench/contract';
import { missing } from '../../bench/names';

const row = (more: Partial<BenchRow> = {}): BenchRow => ({
	name: 'Get attendees: calls',
	unit: 'calls',
	ours: 12,
	reference: 10,
	ratio: 1.2,
	limit: 1.5,
	holds: true,
	...more,
});
const SUBJECTS = [/^Get attendees: calls$/, /: calls refused for limits$/];

it('finds nothing missing where every subject has its row', () => {
	const refused = row({ name: 'Get attendees: calls refused for limits', ours: 0, limit: 0 });
	expect(missing([row(), refused], SUBJECTS)).toEqual([]);
});

it('names what no row is about', () => {
	expect(missing([row()], SUBJECTS)).toEqual(['No row is called : calls refused for limits$']);
	expect(missing([]).length).toBeGreaterThan(20);
});

it.each([{ ours: NaN }, { reference: 0, ratio: Infinity }, { ratio: NaN }, { limit: -1 }])(
	'refuses a row with a figure that is none: %j',
	(more) => {
		expect(missing([row(more)], SUBJECTS.slice(0, 1))).toEqual([
			'Get attendees: calls: not measured',
		]);
	},
);
