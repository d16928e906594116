/**
 * Runs over all entries, at most `limit` at once, so that a slow network does not stand between two
 * calls of the quota. Results come in the order of the entries. After the first error no further
 * entry is begun; it is thrown once those that were under way have ended.
 */
export async function concurrently<T, R>(
	entries: readonly T[],
	limit: number,
	run: (entry: T, index: number) => Promise<R>,
): Promise<R[]> {
	const results: R[] = [];
	const errors: unknown[] = [];
	let next = 0;
	async function work(): Promise<void> {
		while (next < entries.length && errors.length === 0) {
			const index = next;
			next += 1;
			await run(entries[index]!, index).then(
				(result) => {
					results[index] = result;
				},
				(error: unknown) => {
					errors.push(error);
				},
			);
		}
	}
	await Promise.all(Array.from({ length: Math.min(limit, entries.length) }, work));
	if (errors.length > 0) await Promise.reject(errors[0]);
	return results;
}
