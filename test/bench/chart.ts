import type { BenchRow } from './contract';
import type { Group } from './names';
import { figure } from './report';

export type Scheme = 'light' | 'dark';

interface Colours {
	page: string;
	text: string;
	quiet: string;
	/** A bar that holds, and one that does not. */
	bar: string;
	over: string;
	/** The line that must not be passed. */
	limit: string;
}

const COLOURS: Record<Scheme, Colours> = {
	light: {
		page: '#ffffff',
		text: '#1f2328',
		quiet: '#59636e',
		bar: '#c8e1ff',
		over: '#ffc9c9',
		limit: '#59636e',
	},
	dark: {
		page: '#0d1117',
		text: '#f0f6fc',
		quiet: '#9198a1',
		bar: '#1b4b7a',
		over: '#7d2626',
		limit: '#9198a1',
	},
};

const WIDTH = 960;
const EDGE = 16;
const ROW = 24;
const BAR = 20;
const HEADING = 40;
const HEAD = 44;
/** Where a bar ends whose figure is just what is allowed; what is more goes on, as far as there is room. */
const LIMIT = 730;
const MOST = 760;
/** Whatever the browser has: nothing is loaded. */
const FONTS = "system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif";

/**
 * The rows as bars: how much of what is allowed they take. The names stand in their bars, because they are
 * long. Nothing of it depends on anything but the rows.
 */
export function chart(groups: readonly Group[], scheme: Scheme): string {
	const colours = COLOURS[scheme];
	const drawn: string[] = [];
	let y = HEAD;
	for (const { title, rows } of groups) {
		y += HEADING;
		drawn.push(
			text(title, EDGE, y - 12, `font-size="16" font-weight="600" fill="${colours.text}"`),
		);
		for (const row of rows) {
			drawn.push(bar(row, y, colours));
			y += ROW;
		}
	}
	const height = y + EDGE;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="${FONTS}" font-size="12">`,
		`<title>${escaped(TITLE)}</title>`,
		`<rect width="${WIDTH}" height="${height}" fill="${colours.page}"/>`,
		text(TITLE, EDGE, 28, `fill="${colours.quiet}" font-size="13"`),
		text('allowed', LIMIT, 28, `fill="${colours.quiet}" text-anchor="middle"`),
		...drawn,
		`<line x1="${LIMIT}" x2="${LIMIT}" y1="${HEAD - 8}" y2="${y}" stroke="${colours.limit}" stroke-dasharray="3 3"/>`,
		'</svg>',
		'',
	].join('\n');
}

/** What the picture shows, for people who see it and for those who do not. */
export const TITLE =
	'How much of what is allowed each figure takes: a bar that ends before the line holds';

function bar(row: BenchRow, top: number, colours: Colours): string {
	const end = EDGE + (LIMIT - EDGE) * shareOf(row);
	const width = round(Math.min(end, MOST) - EDGE);
	const said = `${taken(row)}${row.holds ? '' : ', does not hold'}`;
	const base = top + 14;
	return [
		`<rect x="${EDGE}" y="${top}" width="${width}" height="${BAR}" rx="3" fill="${row.holds ? colours.bar : colours.over}"/>`,
		text(row.name, EDGE + 6, base, `fill="${colours.text}"`),
		text(said, WIDTH - EDGE, base, `fill="${colours.text}" text-anchor="end"`),
	].join('\n');
}

/** 1 = all that is allowed. Where nothing is allowed, nothing is taken or too much. */
function shareOf({ ratio, limit }: BenchRow): number {
	if (limit > 0) return ratio / limit;
	return ratio > 0 ? Infinity : 0;
}

function taken({ ours, unit, ratio, limit }: BenchRow): string {
	if (limit > 0) return `${figure(ratio)} of ${figure(limit)}`;
	return ours > 0 ? `${figure(ours)} ${unit}` : 'none';
}

function text(words: string, x: number, y: number, attributes: string): string {
	return `<text x="${x}" y="${y}" ${attributes}>${escaped(words)}</text>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(words: string): string {
	return words.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
