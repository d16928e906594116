import type { Kernel } from '../../kernel/kernel';

/**
 * The index behind search lags seconds behind writes: until then it shows what was there before.
 * https://developers.hubspot.com/docs/api-reference/search/guide#limits-and-known-issues
 */
export class HeldBack<Row extends { id: string }> {
	private readonly held = new Map<string, Array<{ until: number; before: Row | null }>>();

	constructor(
		private readonly kernel: Kernel,
		private readonly delayMs: () => number,
	) {}

	/** To be called before a row changes; `null`: it is about to be made. */
	changing(id: string, before: Row | null): void {
		const entries = this.current(id);
		const copy = before === null ? null : structuredClone(before);
		this.held.set(id, [...entries, { until: this.kernel.now() + this.delayMs(), before: copy }]);
	}

	/** What search sees in place of these rows. */
	seen(rows: Iterable<Row>): Row[] {
		const shown: Row[] = [];
		const known = new Set<string>();
		for (const row of rows) {
			known.add(row.id);
			const [oldest] = this.current(row.id);
			const version = oldest === undefined ? row : oldest.before;
			if (version !== null) shown.push(version);
		}
		// Rows that are gone for good still show for a while.
		for (const id of this.held.keys()) {
			const version = known.has(id) ? null : this.current(id)[0]?.before;
			if (version) shown.push(version);
		}
		return shown;
	}

	private current(id: string) {
		const now = this.kernel.now();
		const entries = (this.held.get(id) ?? []).filter(({ until }) => until > now);
		if (entries.length === 0) this.held.delete(id);
		return entries;
	}
}
