import fc from 'fast-check';

import { csvOf } from '../../../../nodes/shared/report/csv';
import { anybody, hostile, person } from './samples';

/** A reader of RFC 4180 that knows nothing of the writer: character by character. */
function readCsv(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let cell = '';
	let quoted = false;
	for (let index = 0; index < text.length; index += 1) {
		const character = text[index]!;
		if (quoted) {
			if (character !== '"') cell += character;
			else if (text[index + 1] === '"') {
				cell += '"';
				index += 1;
			} else quoted = false;
		} else if (character === '"') {
			if (cell !== '') throw new Error('A quote in the middle of a cell');
			quoted = true;
		} else if (character === ',') {
			row.push(cell);
			cell = '';
		} else if (character === '\r' && text[index + 1] === '\n') {
			rows.push([...row, cell]);
			[row, cell] = [[], ''];
			index += 1;
		} else if (character === '\n' || character === '\r') {
			throw new Error('A line break outside of quotes');
		} else cell += character;
	}
	if (quoted || cell !== '' || row.length > 0)
		throw new Error('The file ends in the middle of a row');
	return rows;
}

/** Rows by column, without the mark at the beginning. */
function read(csv: string): Array<Record<string, string>> {
	expect(csv.startsWith('\uFEFF')).toBe(true);
	const [head, ...rows] = readCsv(csv.slice(1));
	for (const row of rows) expect(row).toHaveLength(head!.length);
	return rows.map((row) => Object.fromEntries(row.map((cell, index) => [head![index]!, cell])));
}

const withName = (firstName: string) => ({ ...person(), firstName });

/** What a writer may leave out: null bytes and halves of characters. */
const whole = (text: string): string => text.replace(/[\0\p{Cs}]/gu, '');

test('whatever a name is, the file has one row per person, and the name in its column', () => {
	fc.assert(
		fc.property(fc.array(hostile, { maxLength: 5 }), (names) => {
			const rows = read(csvOf(names.map(withName), 'UTC'));
			expect(rows.map((row) => row['First Name']!.replace(/^'/, ''))).toEqual(
				names.map((name) => whole(name).replace(/^'/, '')),
			);
		}),
	);
});

test('no cell is a formula for a spreadsheet', () => {
	fc.assert(
		fc.property(hostile, (name) => {
			const [row] = read(csvOf([withName(name)], 'UTC'));
			expect(row!['First Name']).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
		}),
	);
	for (const name of [
		'=1+1',
		'+49 30 1',
		'-1',
		'@SUM(A1)',
		'\t=1',
		'\r=1',
		' =1',
		'\u200E=1',
		'＝1',
	]) {
		expect(read(csvOf([withName(name)], 'UTC'))[0]!['First Name']).toBe(`'${name}`);
	}
});

test('everybody is in it with their figures, times in the zone that the row names', () => {
	const came = person({ name: 'ann', stays: [[0, 30]], level: 'high' });
	const [row] = read(csvOf([came], 'Europe/Berlin'));
	expect(row).toMatchObject({
		Email: 'ann@example.com',
		'Attendance Status': 'attended',
		Role: 'attendee',
		Registered: 'yes',
		'First Join Time': '2026-10-14 16:02:10',
		'Last Leave Time': '2026-10-14 16:32:10',
		'Time Zone': 'Europe/Berlin',
		'Attended Seconds': '1800',
		'Attended Percent': '50',
		'Engagement Level': 'high',
	});
});

test('numbers and missing values are read back as they are', () => {
	fc.assert(
		fc.property(fc.array(anybody, { maxLength: 10 }), (people) => {
			const rows = read(csvOf(people, 'UTC'));
			expect(rows.map((row) => Number(row['Attended Seconds']))).toEqual(
				people.map(({ attendance }) => attendance.attendedSeconds),
			);
			expect(rows.map((row) => row['Viewed Seconds'] === '')).toEqual(
				people.map(({ attendance }) => attendance.onDemand === undefined),
			);
		}),
	);
});

test('without anybody there is the head alone', () => {
	expect(read(csvOf([], 'UTC'))).toEqual([]);
	expect(csvOf([], 'UTC')).toMatch(/^\uFEFFEmail,First Name,.*\r\n$/);
});
