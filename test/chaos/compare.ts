export interface Comparison {
	/** Facts of the undisturbed run that are not there. */
	missing: string[];
	/** Facts that only the storm left. */
	extra: string[];
	/** Of those: facts that the undisturbed run has once less. */
	doubled: string[];
}

/** Two end states, as bags of facts. */
export function compare(calm: readonly string[], stormy: readonly string[]): Comparison {
	const left = new Map<string, number>();
	for (const fact of calm) left.set(fact, (left.get(fact) ?? 0) + 1);
	const known = new Set(calm);
	const extra: string[] = [];
	for (const fact of stormy) {
		const times = left.get(fact) ?? 0;
		if (times > 0) left.set(fact, times - 1);
		else extra.push(fact);
	}
	const missing = [...left].flatMap(([fact, times]) => Array<string>(times).fill(fact));
	return { missing, extra, doubled: extra.filter((fact) => known.has(fact)) };
}
