/**
 * So many things at once and no more: a vendor's limit of concurrent requests. Who comes first is
 * served first.
 */
export class Slots {
	private taken = 0;
	private readonly waiting: Array<() => void> = [];

	constructor(private max: number) {}

	/** A later credential may allow more or fewer; those under way are not stopped. */
	setMax(max: number): void {
		this.max = max;
		this.serve();
	}

	/** Runs when there is room, and makes room afterwards, however it ends. */
	async run<T>(work: () => Promise<T>): Promise<T> {
		await new Promise<void>((resolve) => {
			this.waiting.push(resolve);
			this.serve();
		});
		try {
			return await work();
		} finally {
			this.taken -= 1;
			this.serve();
		}
	}

	private serve(): void {
		while (this.taken < this.max) {
			const next = this.waiting.shift();
			if (next === undefined) return;
			this.taken += 1;
			next();
		}
	}
}

const all = new Map<string, Slots>();

/** The slots of this process for one account of a vendor. */
export function slotsOf(key: string, max: number): Slots {
	const known = all.get(key);
	if (known !== undefined) {
		known.setMax(max);
		return known;
	}
	const created = new Slots(max);
	all.set(key, created);
	return created;
}
