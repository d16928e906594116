/** JSON as another program may legally write it: the meaning stays, no byte need be the usual one. */
import type { Random } from '../../story/random';

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** Names that careless code reads as something else. None of them means anything to a vendor. */
export const HOSTILE_NAMES = [
	'__proto__',
	'constructor',
	'prototype',
	'toString',
	'hasOwnProperty',
	'valueOf',
	'__defineGetter__',
	'then',
	'toJSON',
	'length',
	'',
	'\u0000',
	'\u202E',
	'x'.repeat(300),
] as const;

const VALUES: readonly Json[] = [
	{ polluted: true, isAdmin: true },
	[[[[[[[[1]]]]]]]],
	1e308,
	-1e-324,
	Number.MAX_SAFE_INTEGER,
	-0,
	'NaN',
	'Infinity',
	'9999-99-99T99:99:99Z',
	'\uD800',
	'Zoë 👩🏽‍🚀 שלום \u0000',
	'<img src=x onerror=alert(1)>',
	'{{ $env }}',
	null,
	false,
	{},
	[],
];

const BLANKS = ['', '', '', ' ', '\n', '\t\t', ' \r\n '];

/** @param extras adds members that nobody asked for, at every level */
export function oddJson(value: Json, random: Random, extras = true): string {
	const blank = () => random.pick(BLANKS);
	if (typeof value === 'string') return oddText(value, random);
	if (typeof value === 'number') return oddNumber(value, random);
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	if (Array.isArray(value)) {
		return `[${blank()}${value.map((one) => oddJson(one, random, extras)).join(`${blank()},${blank()}`)}]`;
	}
	const members = Object.entries(value).map(([name, held]) => {
		const member = `${oddText(name, random)}${blank()}:${blank()}${oddJson(held, random, extras)}`;
		// Of a name that comes twice the last one counts (ECMA-262, JSON.parse).
		const earlier = extras && random.chance(0.03);
		return earlier ? `${JSON.stringify(name)}:"an earlier one",${member}` : member;
	});
	while (extras && random.chance(0.2)) members.push(extra(random));
	return `{${blank()}${random.shuffle(members).join(`${blank()},${blank()}`)}${blank()}}`;
}

function extra(random: Random): string {
	return `${JSON.stringify(random.pick(HOSTILE_NAMES))}:${JSON.stringify(random.pick(VALUES))}`;
}

function oddText(text: string, random: Random): string {
	const plain = JSON.stringify(text);
	if (random.chance(0.6)) return plain;
	const escape = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
	const letters = text.split('');
	return `"${letters.map((letter) => (random.chance(0.5) ? escape(letter) : JSON.stringify(letter).slice(1, -1))).join('')}"`;
}

function oddNumber(value: number, random: Random): string {
	const odd = random.pick([String(value), value.toExponential(), `${value}.0`, `${value}e0`]);
	return Number(odd) === value ? odd : String(value);
}
