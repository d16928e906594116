import type { BenchRow } from './contract';

/**
 * A figure that may grow at most `limit`-fold from a small case to a large one.
 * @throws Error when one of the figures was not measured
 */
export function growthRow(
	name: string,
	unit: string,
	small: number,
	large: number,
	limit: number,
): BenchRow {
	return atMostRow(name, unit, large, small, small * limit);
}

/**
 * A figure that may exceed its reference up to `most`.
 * @throws Error when one of the figures was not measured; a reference of nothing is none
 */
export function atMostRow(
	name: string,
	unit: string,
	ours: number,
	reference: number,
	most: number,
): BenchRow {
	const ratio = ours / reference;
	const limit = most / reference;
	if (![ours, reference, ratio, limit].every(isFigure)) {
		throw new Error(`${name}: not measured (${ours} ${unit} beside ${reference}, at most ${most})`);
	}
	return { name, unit, ours, reference, ratio, limit, holds: ours <= most };
}

/** A limit of none at all is zero; nothing is below it. */
export function isFigure(value: number): boolean {
	return Number.isFinite(value) && value >= 0;
}
