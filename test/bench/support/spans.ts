/** From when to when, in milliseconds. */
export type Span = [from: number, to: number];

/** How long at least one of the spans was running; what overlaps counts once. */
export function unionOf(spans: readonly Span[]): number {
	let covered = 0;
	let until = -Infinity;
	for (const [from, to] of [...spans].sort(([a], [b]) => a - b)) {
		covered += Math.max(0, to - Math.max(from, until));
		until = Math.max(until, to);
	}
	return covered;
}
