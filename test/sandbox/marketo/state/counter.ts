/** Hands out numbers, each higher than all before. */
export class Counter {
	private last: number;

	/**
	 * @param taken numbers in use
	 * @param first the number to start from when there are none
	 */
	constructor(taken: Iterable<number>, first: number) {
		this.last = first - 1;
		for (const id of taken) this.last = Math.max(this.last, id);
	}

	/** @param isTaken for numbers that a test has used meanwhile */
	next(isTaken: (id: number) => boolean = () => false): number {
		do this.last += 1;
		while (isTaken(this.last));
		return this.last;
	}
}
