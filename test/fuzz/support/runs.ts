/** How much is tried, and from which seed: `FUZZ_RUNS=1000000 FUZZ_SEED=7 npm test -- --only=fuzz`. */
const DEFAULT_SEED = 20_260_304;

export function fuzzRuns(usual: number): number {
	const wanted = Number(process.env.FUZZ_RUNS);
	return wanted > 0 ? Math.round(wanted) : usual;
}

export function fuzzSeed(): number {
	return Number(process.env.FUZZ_SEED) || DEFAULT_SEED;
}
