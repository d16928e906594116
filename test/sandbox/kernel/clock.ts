/** The sandbox's time: starts at the world's moment, runs on with the real clock, can jump forward. */
export interface Clock {
	/** Epoch milliseconds. */
	now(): number;
	/**
	 * @param ms milliseconds to jump forward
	 * @throws RangeError when negative: time does not run backwards
	 */
	advance(ms: number): void;
}

/** @param start ISO UTC moment at which the clock starts */
export function createClock(start: string): Clock {
	let offset = Date.parse(start) - Date.now();
	if (Number.isNaN(offset)) throw new RangeError(`Not a time: ${start}`);
	return {
		now: () => Date.now() + offset,
		advance(ms) {
			if (!(ms >= 0)) throw new RangeError(`The clock only jumps forward, not by ${ms}`);
			offset += ms;
		},
	};
}
