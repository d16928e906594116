import type { Expectation } from '../../truth';
import type { SeenOutcome } from './outcomes';

/** Counts equal lines: two people without an address are two, not one. */
function tally(lines: string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
	return counts;
}

/**
 * Everything in which what the node said of its people differs from what the story says must
 * become of them; one line each, empty = the same.
 */
export function outcomeDifferences(expectation: Expectation, seen: SeenOutcome[]): string[] {
	const line = (one: { email: string; result: string; reason: string | null }) =>
		`${one.email || '(no address)'}: ${one.result}${one.reason ? ` (${one.reason})` : ''}`;
	const expected = tally(expectation.outcomes.map(line));
	const found = tally(seen.map(line));
	const all = new Set([...expected.keys(), ...found.keys()]);
	const differences = [...all].flatMap((key) => {
		const [wanted, got] = [expected.get(key) ?? 0, found.get(key) ?? 0];
		return wanted === got ? [] : [`outcome ${key}: expected ${wanted} times, seen ${got} times`];
	});
	if (expectation.outcomes.length !== seen.length) {
		differences.push(`people: expected ${expectation.outcomes.length}, seen ${seen.length}`);
	}
	return differences;
}
