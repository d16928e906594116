/** Addresses as somebody could make them of a join link, or guess them. */
import { SPOILS } from '../../fuzz/webhooks/joinLinkDoor';
import { fuzzSeed } from '../../fuzz/support/runs';
import { Random } from '../../story/random';

export const SCRIPT = '<script>alert(1)</script>';

/** Queries that are written by hand, with `LINK` where the good one stands. */
const WRITTEN = [
	'?',
	'?%',
	'?%00=%ff',
	'?w=%E0%A4%A',
	'?w[]=1&r[]=2&s[]=3',
	'?w[toString]=1&r=2&s=3',
	'?__proto__[w]=1&constructor[prototype][r]=2&s=3',
	'?w=1&r=2&s=3%0d%0aLocation:%20https://evil.example',
	`?w=${encodeURIComponent(SCRIPT)}&r=${encodeURIComponent(SCRIPT)}&s=${encodeURIComponent(SCRIPT)}`,
	`?w=1&r=2&s=%3D%7B%7B%20%24env%20%7D%7D&${encodeURIComponent(SCRIPT)}=1`,
	'?w=..%2f..%2fadmin&r=2&s=3',
	`?${'w=1&'.repeat(1_200)}r=2&s=3`,
	'LINK&w=1',
	'LINK&s=',
	'LINK&r[]=1',
];

/** What is wrong with each, and the address; a spoil that is none on the wire is left out. */
export function hostileLinks(link: string): Array<[why: string, link: string]> {
	const random = new Random(fuzzSeed(), 'join links');
	const { origin, pathname, search, searchParams } = new URL(link);
	const signed = Object.fromEntries(searchParams);
	const spoilt = Object.entries(SPOILS).map(([why, spoil]): [string, string] => [
		why,
		onTheWire(spoil({ ...signed }, random)),
	]);
	const written = WRITTEN.map((query): [string, string] => [
		query.slice(0, 60),
		query.replace('LINK', search),
	]);
	const good = onTheWire(signed);
	return [...spoilt, ...written]
		.filter(([, query]) => query !== good)
		.map(([why, query]) => [why, `${origin}${pathname}${query}`]);
}

function onTheWire(query: unknown): string {
	const params = new URLSearchParams();
	for (const [name, value] of Object.entries(query ?? {})) {
		for (const one of [value].flat()) params.append(name, String(one));
	}
	return `?${params.toString()}`;
}
