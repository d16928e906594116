import fc from 'fast-check';

import { identify } from '../../../../nodes/shared/attendees/identify';
import type { JoinRow, Person } from '../../../../nodes/shared/attendees/stays';
import { registrant, row } from './people';

const ann = registrant('ann', { firstName: 'Ann', lastName: 'Lee' });
const bob = registrant('bob', { firstName: 'Bob', lastName: 'Ray' });

function found(rows: JoinRow[], registrants = [ann, bob]): string[] {
	return identify(rows, registrants).map(
		({ registrant: owner, email, matchedBy, rows: own }) =>
			`${owner?.registrantId ?? '-'} ${email || '-'} by ${matchedBy}: ${own.length}`,
	);
}

describe('the cascade', () => {
	test.each<[string, JoinRow[], string[]]>([
		[
			'by the registrant ID',
			[row({ registrantId: 'ann' })],
			['ann ann@example.com by registrantId: 1'],
		],
		['by the address', [row({ email: 'ann@example.com' })], ['ann ann@example.com by email: 1']],
		[
			'by the user of the platform, once another row told who that is',
			[row({ userId: 'u1', name: 'iPhone' }), row({ userId: 'u1', registrantId: 'ann' })],
			['ann ann@example.com by registrantId: 2'],
		],
		[
			'by a name that only one has',
			[row({ name: ' ANN  lee ' })],
			['ann ann@example.com by name: 1'],
		],
		['a guest with an address', [row({ email: 'eve@x.com' })], ['- eve@x.com by email: 1']],
		[
			'the same Zoom user is the same guest',
			[row({ userId: 'u9', name: 'A' }), row({ userId: 'u9', name: 'B' })],
			['- - by userId: 2'],
		],
		[
			'the same name is the same guest',
			[row({ name: '+1 *** 55' }), row({ name: '+1 *** 55', joinId: '2' })],
			['- - by name: 2'],
		],
		[
			'without anything each join is a guest',
			[row({ joinId: '1' }), row({ joinId: '2' })],
			['- - by userId: 1', '- - by userId: 1'],
		],
		[
			'a registrant ID that is not in the list says nothing',
			[row({ registrantId: 'gone', email: 'bob@example.com' })],
			['bob bob@example.com by email: 1'],
		],
		[
			"who borrows somebody's personal link counts as that registrant",
			[row({ registrantId: 'ann', email: 'eve@x.com', name: 'Eve' })],
			['ann ann@example.com by registrantId: 1'],
		],
		[
			'the strongest match of all rows counts',
			[row({ name: 'Ann Lee' }), row({ email: 'ann@example.com' }), row({ registrantId: 'ann' })],
			['ann ann@example.com by registrantId: 3'],
		],
	])('%s', (_, rows, people) => {
		expect(found(rows)).toEqual(people);
	});

	test('a name that two registrants have matches nobody', () => {
		const twin = registrant('twin', { firstName: 'ANN', lastName: 'lee' });
		expect(found([row({ name: 'Ann Lee' })], [ann, twin])).toEqual(['- - by name: 1']);
	});

	test('a name without letters matches nobody', () => {
		const nameless = registrant('x', { firstName: '', lastName: ' ' });
		expect(found([row({ name: '' })], [nameless])).toEqual(['- - by userId: 1']);
	});

	test('a Zoom user who came by two links is who the address says', () => {
		const rows = [
			row({ userId: 'u1', registrantId: 'ann' }),
			row({ userId: 'u1', email: 'bob@example.com' }),
			row({ userId: 'u1', name: 'iPhone' }),
		];
		const expected = ['ann ann@example.com by registrantId: 1', 'bob bob@example.com by email: 2'];
		expect(found(rows)).toEqual(expected);
		expect(found([...rows].reverse()).sort()).toEqual(expected);
	});

	test('a registrant without an address is not everybody without one', () => {
		const silent = registrant('silent', { email: '', firstName: 'No', lastName: 'Mail' });
		expect(found([row({ name: 'Somebody' })], [silent])).toEqual(['- - by name: 1']);
	});
});

/** Few values, so that rows share them often. */
const some = (...values: string[]): fc.Arbitrary<string> => fc.constantFrom('', ...values);
const rows = fc
	.array(
		fc.record({
			registrantId: some('ann', 'bob', 'gone'),
			email: some('ann@example.com', 'bob@example.com', 'eve@x.com'),
			userId: some('u1', 'u2'),
			name: some('Ann Lee', 'bob ray', 'Eve', 'iPhone'),
			joinId: some('1', '2'),
			from: fc.integer({ min: 0, max: 3 }),
		}),
		{ maxLength: 10 },
	)
	.map((list) => list.map((changes) => row(changes)));

/** Who has which rows, whatever the order. */
function sets(people: readonly Person[], all: readonly JoinRow[]): string[] {
	return people
		.map(({ registrant: owner, matchedBy, rows: own }) =>
			JSON.stringify([
				owner?.registrantId ?? null,
				matchedBy,
				own.map((one) => all.indexOf(one)).sort((a, b) => a - b),
			]),
		)
		.sort();
}

describe('invariants', () => {
	test('every row belongs to exactly one person, and nobody is without rows or there twice', () => {
		fc.assert(
			fc.property(rows, (list) => {
				const people = identify(list, [ann, bob]);
				const attributed = people.flatMap(({ rows: own }) => own);
				expect(attributed).toHaveLength(list.length);
				expect(new Set(attributed)).toEqual(new Set(list));
				for (const { rows: own } of people) expect(own.length).toBeGreaterThan(0);
				const owners = people.flatMap(({ registrant: owner }) => owner?.registrantId ?? []);
				expect(new Set(owners).size).toBe(owners.length);
				const guests = people.filter((person) => person.registrant === null && person.email);
				expect(new Set(guests.map(({ email }) => email)).size).toBe(guests.length);
			}),
			{ numRuns: 500 },
		);
	});

	test('the order of the rows does not matter', () => {
		const shuffled = rows.chain((list) =>
			fc.tuple(
				fc.constant(list),
				fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
			),
		);
		fc.assert(
			fc.property(shuffled, ([list, other]) => {
				const straight = sets(identify(list, [ann, bob]), list);
				expect(sets(identify(other, [bob, ann]), list)).toEqual(straight);
			}),
			{ numRuns: 2000 },
		);
	});
});
