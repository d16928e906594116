import { XMLParser } from 'fast-xml-parser';

import { chart } from '../../bench/chart';
import { row } from './row';

const GROUPS = [
	{
		title: 'Calls & more',
		rows: [
			row({ name: 'A <b> & "c": calls', ratio: 0.75, limit: 1.5 }),
			row({ name: 'Refused', ours: 0, ratio: 0, limit: 0 }),
		],
	},
	{ title: 'Clock', rows: [row({ name: 'Too slow', ratio: 9, limit: 1.5, holds: false })] },
];

interface Drawn {
	svg: { rect: Array<Record<string, string>>; text: Array<Record<string, string> | string> };
}

function drawn(svg: string): Drawn {
	const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
	return parser.parse(svg) as Drawn;
}

function words(svg: string): string[] {
	return drawn(svg).svg.text.map((text) => (typeof text === 'string' ? text : text['#text']!));
}

it('says every name and figure as it is, whatever signs are in it', () => {
	const said = words(chart(GROUPS, 'light'));
	expect(said).toEqual(
		expect.arrayContaining(['Calls & more', 'A <b> & "c": calls', '0.75 of 1.5', 'none', 'Clock']),
	);
});

it('draws half a bar for half of what is allowed, none for nothing, and the longest for too much', () => {
	const [, half, nothing, tooMuch] = drawn(chart(GROUPS, 'light')).svg.rect.map((rect) => rect);
	const room = 2 * Number(half!.width);
	expect(nothing!.width).toBe('0');
	expect(Number(tooMuch!.width)).toBeGreaterThan(room);
	expect(Number(tooMuch!.width)).toBeLessThan(room * 1.1);
});

it('says how many there were of what must not be', () => {
	const rows = [row({ name: 'Refused', ours: 3, ratio: 0.3, limit: 0, holds: false })];
	expect(words(chart([{ title: 'Calls', rows }], 'light'))).toContain('3 calls, does not hold');
});

it('shows plainly what does not hold', () => {
	const svg = chart(GROUPS, 'light');
	expect(words(svg)).toContain('9 of 1.5, does not hold');
	const [, held, , broken] = drawn(svg).svg.rect;
	expect(broken!.fill).not.toBe(held!.fill);
});

it.each(['light', 'dark'] as const)(
	'is the same for the same rows, and loads nothing: %s',
	(scheme) => {
		const svg = chart(GROUPS, scheme);
		expect(svg).toBe(chart(structuredClone(GROUPS), scheme));
		expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/http|url\(|@import|<script/);
	},
);
