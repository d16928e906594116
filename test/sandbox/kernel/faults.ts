import type { BookEntry, Fault, FaultRule, FaultsByVendor, RandomFaults } from '../contract';
import { seededRandom, seedOf } from './random';

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
	let chance = random && new Chance(random);

	return {
		add(rule) {
			rules.push({ rule, left: rule.times ?? 1 });
		},
		clear() {
			rules = [];
			chance = undefined;
		},
		next(candidate) {
			const name = `${candidate.method} ${candidate.path}`;
			const hit = rules.find(
				({ rule }) => rule.vendor === candidate.vendor && (!rule.match || rule.match.test(name)),
			);
			if (!hit) return chance?.next(candidate);
			hit.left -= 1;
			if (hit.left <= 0) rules = rules.filter((other) => other !== hit);
			return hit.rule.fault;
		},
	};
}

/** What differs from run to run without being another request: moments, and the tokens of pages. */
const MOMENTS = /\d{4}-\d\d-\d\dT[\d:.]+Z?|\b1[5-9]\d{11}\b|next_?page_?token=[^&]*/gi;

class Chance {
	/** How often a request was drawn for. */
	private readonly drawn = new Map<string, number>();
	/** Requests that were hit -> hits that still follow; at 0 the next one gets through, else a retrying client could never be expected to finish. */
	private readonly hit = new Map<string, { fault: Fault; left: number }>();

	constructor(private readonly plan: RandomFaults) {}

	next(candidate: FaultCandidate): Fault | undefined {
		const faults = faultsOf(this.plan.faults, candidate.vendor);
		const name = `${candidate.method} ${candidate.path}`;
		if (faults.length === 0 || this.plan.match?.test(name) === false) return undefined;
		const key = [candidate.vendor, name, candidate.query, candidate.body].join('\n');
		const before = this.hit.get(key);
		if (before !== undefined) return this.again(key, before);
		const draw = this.drawFor(key.replace(MOMENTS, ''));
		if (draw() >= this.plan.rate) return undefined;
		const fault = faults[Math.floor(draw() * faults.length)]!;
		const { share, times } = this.plan.stubborn ?? { share: 0, times: 1 };
		this.hit.set(key, { fault, left: draw() < share ? times - 1 : 0 });
		return fault;
	}

	private again(key: string, before: { fault: Fault; left: number }): Fault | undefined {
		if (before.left === 0) {
			this.hit.delete(key);
			return undefined;
		}
		before.left -= 1;
		return before.fault;
	}

	/** Follows from the request and how often it came, not from what else came in between. */
	private drawFor(request: string): () => number {
		const times = (this.drawn.get(request) ?? 0) + 1;
		this.drawn.set(request, times);
		return seededRandom(seedOf(`${this.plan.seed}\n${times}\n${request}`));
	}
}

function faultsOf(
	faults: readonly Fault[] | FaultsByVendor,
	vendor: BookEntry['vendor'],
): readonly Fault[] {
	return 'zoom' in faults ? faults[vendor] : faults;
}
