import { seededRandom } from '../../kernel/random';

/** Shuffles that can be repeated: the same seed gives the same orders. */
export class Shuffler {
	private readonly next: () => number;

	constructor(seed: number) {
		this.next = seededRandom(seed);
	}

	/** A shuffled copy (Fisher-Yates). */
	shuffle<T>(rows: readonly T[]): T[] {
		const copy = [...rows];
		for (let last = copy.length - 1; last > 0; last -= 1) {
			const other = Math.floor(this.next() * (last + 1));
			[copy[last], copy[other]] = [copy[other], copy[last]];
		}
		return copy;
	}
}
