import type { BookEntry, Fault, FaultRule, RandomFaults } from '../contract';
import { seededRandom } from './random';

/** A request as the fault plan sees it. */
export interface FaultCandidate {
	vendor: BookEntry['vendor'];
	method: string;
	/** Path with the vendor's prefix cut off, without query. */
	path: string;
	query: string;
	/** Serialised body, empty when there is none. */
	body: string;
}

export interface FaultPlan {
	add(rule: FaultRule): void;
	/** Drops all rules and the random faults too. */
	clear(): void;
	/** The fault that this request meets, if any; counts the rule down. */
	next(candidate: FaultCandidate): Fault | undefined;
}

/** Explicit rules first, in the order they were added; then the seeded random faults. */
export function createFaultPlan(random?: RandomFaults): FaultPlan {
	let rules: Array<{ rule: FaultRule; left: number }> = [];
	let chance = random;
	const draw = seededRandom(random?.seed ?? 0);
	// A repeated request must get through, else a retrying client could never be expected to finish.
	const hitLastTime = new Set<string>();

	function byChance(candidate: FaultCandidate): Fault | undefined {
		if (!chance || chance.faults.length === 0) return undefined;
		const name = `${candidate.method} ${candidate.path}`;
		if (chance.match && !chance.match.test(name)) return undefined;
		const key = [candidate.vendor, name, candidate.query, candidate.body].join('\n');
		if (hitLastTime.delete(key)) return undefined;
		if (draw() >= chance.rate) return undefined;
		hitLastTime.add(key);
		return chance.faults[Math.floor(draw() * chance.faults.length)];
	}

	return {
		add(rule) {
			rules.push({ rule, left: rule.times ?? 1 });
		},
		clear() {
			rules = [];
			chance = undefined;
			hitLastTime.clear();
		},
		next(candidate) {
			const name = `${candidate.method} ${candidate.path}`;
			const hit = rules.find(
				({ rule }) => rule.vendor === candidate.vendor && (!rule.match || rule.match.test(name)),
			);
			if (!hit) return byChance(candidate);
			hit.left -= 1;
			if (hit.left <= 0) rules = rules.filter((other) => other !== hit);
			return hit.rule.fault;
		},
	};
}
