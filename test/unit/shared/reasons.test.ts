import fs from 'node:fs';
import path from 'node:path';

import { ALL_REASONS, explain } from '../../../nodes/shared/model/reasons';

const PAGE = path.join(__dirname, '../../../docs/outcomes.md');

describe.each(ALL_REASONS)('%s', (reason) => {
	const { message, repair } = explain(reason);

	test('says in one plain sentence what happened', () => {
		expect(message).toMatch(/^[A-Z][^\n]{10,140}$/);
		expect(message).not.toMatch(/[.!]$|undefined|TODO|\b[a-z]+[A-Z]\w*/);
	});

	test('says what to do, or nothing at all', () => {
		expect(repair).toMatch(/^$|^[A-Z][^\n]{5,200}$/);
		expect(repair).not.toMatch(/[.!]$|undefined|TODO|\b[a-z]+[A-Z]\w*/);
		expect(repair).not.toBe(message);
	});
});

test('messages are told apart', () => {
	expect(new Set(ALL_REASONS.map((reason) => explain(reason).message)).size).toBe(
		ALL_REASONS.length,
	);
});

test('the page of outcomes explains exactly these reasons, in the same words', () => {
	const table = fs.readFileSync(PAGE, 'utf8').split(/^## Reasons$/m)[1] ?? '';
	const rows = table
		.split('\n')
		.map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
		.flatMap(([, name = '', ...texts]) =>
			/^`\w+`$/.test(name) ? [[name.slice(1, -1), ...texts.slice(0, 2)]] : [],
		);
	const known = ALL_REASONS.map((reason) => {
		const { message, repair } = explain(reason);
		return [reason, message, repair];
	});
	const byName = ([a = '']: string[], [b = '']: string[]): number => a.localeCompare(b);
	expect(rows.sort(byName)).toEqual(known.sort(byName));
});
