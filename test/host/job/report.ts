import type { Calls } from './budget';
import type { SeenOutcome } from './outcomes';

/** Lines of a plain table: columns padded, a rule under the heading. */
export function table(heading: string[], rows: string[][]): string[] {
	const widths = heading.map((title, column) =>
		Math.max(title.length, ...rows.map((row) => row[column].length)),
	);
	const line = (cells: string[]) =>
		`  ${cells.map((cell, column) => cell.padEnd(widths[column])).join('  ')}`.trimEnd();
	return [line(heading), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)];
}

/** Result by reason with the number of people and what to do about it, the most frequent first. */
export function outcomeTable(outcomes: SeenOutcome[]): string[] {
	const groups = new Map<string, { row: SeenOutcome; count: number }>();
	for (const row of outcomes) {
		const key = `${row.result} ${row.reason}`;
		const group = groups.get(key) ?? { row, count: 0 };
		group.count += 1;
		groups.set(key, group);
	}
	const rows = [...groups.values()]
		.sort((a, b) => b.count - a.count)
		.map(({ row, count }) => [
			row.result,
			row.reason || '–',
			String(count),
			row.repair || 'nothing to do',
		]);
	return table(['result', 'reason', 'people', 'what to do'], rows);
}

/** Calls used beside the budget, by vendor. */
export function callTable(calls: Calls, budget: Calls): string[] {
	const row = (name: string, used: number, most: number) => [
		name,
		String(used),
		String(most),
		used <= most ? 'within budget' : 'OVER BUDGET',
	];
	return table(
		['vendor', 'calls', 'budget', ''],
		[row('Zoom', calls.zoom, budget.zoom), row('HubSpot', calls.hubspot, budget.hubspot)],
	);
}

/** A list of differences for people: the first ones and how many more there are. */
export function differenceLines(differences: string[], most = 30): string[] {
	const shown = differences.slice(0, most).map((difference) => `  ✗ ${difference}`);
	const more = differences.length - shown.length;
	return more > 0 ? [...shown, `  … and ${more} more`] : shown;
}
