import type { BookEntry, Books } from '../contract';

/** Books with a way in, for the kernel only. */
export interface OpenBooks extends Books {
	record(entry: BookEntry): void;
}

export function createBooks(): OpenBooks {
	const entries: BookEntry[] = [];
	return {
		entries,
		calls: (vendor) => entries.filter((entry) => entry.vendor === vendor),
		writes: (vendor) => entries.filter((entry) => entry.vendor === vendor && entry.write),
		clear() {
			entries.length = 0;
		},
		record(entry) {
			entries.push(entry);
		},
	};
}
