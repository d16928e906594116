import type { BookEntry, Books } from '../contract';

/** Books with a way in, for the kernel only. */
export interface OpenBooks extends Books {
	record(entry: BookEntry): void;
}

export function createBooks(): OpenBooks {
	const entries: BookEntry[] = [];
	const listeners = new Set<(entry: BookEntry) => void>();
	return {
		entries,
		calls: (vendor) => entries.filter((entry) => entry.vendor === vendor),
		writes: (vendor) => entries.filter((entry) => entry.vendor === vendor && entry.write),
		listen(listener) {
			// One of its own, so that the same function can be given twice.
			const own = (entry: BookEntry) => listener(entry);
			listeners.add(own);
			return () => void listeners.delete(own);
		},
		clear() {
			entries.length = 0;
		},
		record(entry) {
			entries.push(entry);
			for (const listener of listeners) listener(entry);
		},
	};
}
