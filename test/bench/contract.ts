/** One measured promise: what we need, held against what it would need at the very least. */
export interface BenchRow {
	/** What was measured, for people. */
	name: string;
	/** Of `ours` and `reference`: `ms`, `MB`, `calls`, … */
	unit: string;
	/** What this package took. */
	ours: number;
	/** What it is held against: a smaller size, or the floor that the vendor's limits set. */
	reference: number;
	/** `ours / reference`. */
	ratio: number;
	/** The ratio (or, where the name says so, the figure) that must not be exceeded. */
	limit: number;
	holds: boolean;
}
