/** A small seeded generator: the same seed always tells the same story, on every machine. */

// Taken once: inside a test runner's sandbox each look at a global is slow.
const { floor, imul } = Math;

const BASE62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** FNV-1a, so that each part of the story has a stream of its own and does not disturb the others. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		value = imul(value ^ text.charCodeAt(index), 0x01000193);
	}
	return value >>> 0;
}

export class Random {
	private state: number;

	constructor(seed: number, label = '') {
		this.state = hash(`${seed}/${label}`);
	}

	/** In [0, 1); mulberry32, public domain. */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	}

	/** Whole number, both ends included. */
	int(from: number, to: number): number {
		return from + floor(this.next() * (to - from + 1));
	}

	chance(probability: number): boolean {
		return this.next() < probability;
	}

	pick<T>(list: readonly T[]): T {
		return list[this.int(0, list.length - 1)];
	}

	/** A new list; the given one stays as it is. */
	shuffle<T>(list: readonly T[]): T[] {
		const result = [...list];
		for (let index = result.length - 1; index > 0; index--) {
			const other = this.int(0, index);
			[result[index], result[other]] = [result[other], result[index]];
		}
		return result;
	}

	/** Letters and digits, like Zoom's ids. */
	token(length: number): string {
		let text = '';
		while (text.length < length) text += BASE62[this.int(0, BASE62.length - 1)];
		return text;
	}
}
