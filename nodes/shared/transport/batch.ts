/** Consecutive groups of at most `size`; in order, nothing lost, nothing doubled, none empty. */
export function inBatches<T>(items: readonly T[], size: number): T[][] {
	if (!Number.isInteger(size) || size < 1) throw new RangeError('A batch holds at least one item');
	const batches: T[][] = [];
	for (let start = 0; start < items.length; start += size) {
		batches.push(items.slice(start, start + size));
	}
	return batches;
}
