import type { BookEntry } from '../../../sandbox/contract';
import { Random } from '../../../story/random';
import type { Stage } from '../world';

/** Answers of a vendor come after times of their own, the same for the same seed: another interleaving each. */
export function slowly({ sandbox }: Stage, vendor: BookEntry['vendor'], seed: number): void {
	const random = new Random(seed);
	for (let rule = 0; rule < 60; rule += 1) {
		sandbox.addFault({
			vendor,
			match: random.chance(0.5) ? /batch/ : /./,
			fault: { kind: 'slow', ms: random.int(0, 400) },
			times: random.int(1, 2),
		});
	}
}
