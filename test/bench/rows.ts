import type { BenchRow } from './contract';

/** A figure that may grow at most `limit`-fold from a small case to a large one. */
export function growthRow(
	name: string,
	unit: string,
	small: number,
	large: number,
	limit: number,
): BenchRow {
	const ratio = large / small;
	return { name, unit, ours: large, reference: small, ratio, limit, holds: ratio <= limit };
}

/** A figure that may exceed its reference up to `most`. */
export function atMostRow(
	name: string,
	unit: string,
	ours: number,
	reference: number,
	most: number,
): BenchRow {
	const ratio = ours / reference;
	return { name, unit, ours, reference, ratio, limit: most / reference, holds: ours <= most };
}
