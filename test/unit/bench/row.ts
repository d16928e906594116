import type { BenchRow } from '../../bench/contract';

/** A row that holds. */
export function row(more: Partial<BenchRow> = {}): BenchRow {
	return {
		name: 'Get attendees: calls',
		unit: 'calls',
		ours: 12,
		reference: 10,
		ratio: 1.2,
		limit: 1.5,
		holds: true,
		...more,
	};
}
