import fc from 'fast-check';

import { VendorError } from '../../../../nodes/shared/transport/vendorError';
import { pagesOf, type PageQuery } from '../../../../nodes/Zoom/transport/pages';
import type { JsonObject } from '../../../../nodes/shared/transport/json';

const STALE = new VendorError({
	vendor: 'zoom',
	status: 400,
	code: '300',
	message: 'Zoom refused the request. The next page token is invalid or expired.',
	repair: '',
	reason: 'vendorRejected',
});

interface Listed {
	rows: JsonObject[];
	/** How the list wants to be turned over. */
	by: 'token' | 'number';
	size: number;
	/** Which requests, counted from 1, find their token expired. */
	expired?: number[];
	/** Zoom keeps the deprecated number at 1 where tokens are used. */
	numberStays?: boolean;
	/** Whoever does not know page_number answers with the first page. */
	ignoresNumber?: boolean;
}

/** Zoom's side of a list, and what was asked of it. */
function list({ rows, by, size, expired = [], numberStays, ignoresNumber }: Listed) {
	const asked: PageQuery[] = [];
	const read = async (query: PageQuery): Promise<JsonObject> => {
		asked.push(query);
		if (expired.includes(asked.length) && query.next_page_token !== undefined) throw STALE;
		const number = ignoresNumber ? 1 : (query.page_number ?? 1);
		const start = query.next_page_token ? Number(query.next_page_token) : (number - 1) * size;
		const more = start + size < rows.length;
		return {
			page_count: Math.ceil(rows.length / size),
			page_number: numberStays ? 1 : Math.floor(start / size) + 1,
			next_page_token: by === 'token' && more ? String(start + size) : '',
			rows: rows.slice(start, start + size),
		};
	};
	return { asked, read };
}

async function all(read: (query: PageQuery) => Promise<JsonObject>): Promise<JsonObject[]> {
	const rows: JsonObject[] = [];
	for await (const page of pagesOf(read, 'rows')) rows.push(...page);
	return rows;
}

const people = (count: number): JsonObject[] =>
	Array.from({ length: count }, (_, id) => ({ id, name: 'Ann' }));

test.each(['token', 'number'] as const)('every row once, in order, by %s', async (by) => {
	await fc.assert(
		fc.asyncProperty(fc.nat(40), fc.integer({ min: 1, max: 9 }), async (count, size) => {
			const { asked, read } = list({ rows: people(count), by, size });
			expect(await all(read)).toEqual(people(count));
			expect(asked).toHaveLength(Math.max(1, Math.ceil(count / size)));
		}),
	);
});

test('a list with tokens ends with its last token, whatever its page number says', async () => {
	const { asked, read } = list({ rows: people(7), by: 'token', size: 3, numberStays: true });
	expect(await all(read)).toEqual(people(7));
	expect(asked).toHaveLength(3);
});

test('a list that ignores the number ends instead of coming again and again', async () => {
	const { asked, read } = list({ rows: people(7), by: 'number', size: 3, ignoresNumber: true });
	expect(await all(read)).toEqual(people(3));
	expect(asked).toHaveLength(2);
});

test('an empty page in the middle is not the end', async () => {
	const pages: JsonObject[] = [
		{ rows: [{ id: 1 }], next_page_token: 'a' },
		{ rows: [], next_page_token: 'b' },
		{ rows: [{ id: 2 }], next_page_token: '' },
	];
	expect(await all(async () => await Promise.resolve(pages.shift()!))).toEqual([
		{ id: 1 },
		{ id: 2 },
	]);
});

test('an empty answer is an empty list', async () => {
	expect(await all(async () => await Promise.resolve({}))).toEqual([]);
});

test('a token that comes twice does not go on for ever', async () => {
	let calls = 0;
	const read = async (): Promise<JsonObject> => {
		calls += 1;
		return await Promise.resolve({ rows: [{ id: calls }], next_page_token: 'same' });
	};
	expect(await all(read)).toHaveLength(2);
});

describe('a token that expired in the middle', () => {
	test('the list is read once more, and no row is lost or doubled, not even equal ones', async () => {
		const row = fc.record({ id: fc.nat(5), name: fc.constantFrom('Ann', 'Bob') });
		await fc.assert(
			fc.asyncProperty(
				fc.array(row, { minLength: 4, maxLength: 30 }),
				fc.integer({ min: 1, max: 4 }),
				fc.integer({ min: 2, max: 6 }),
				async (rows, size, failing) => {
					const { read } = list({ rows, by: 'token', size, expired: [failing] });
					const sorted = (list: JsonObject[]): string[] =>
						list.map((one) => JSON.stringify(one)).sort();
					expect(sorted(await all(read))).toEqual(sorted(rows));
				},
			),
		);
	});

	test('what came between the two readings comes too', async () => {
		const rows = people(6);
		const { asked, read } = list({ rows, by: 'token', size: 2, expired: [3] });
		const seen: JsonObject[] = [];
		for await (const page of pagesOf(read, 'rows')) {
			seen.push(...page);
			if (asked.length === 2) rows.unshift({ id: 99 });
		}
		expect(seen.map(({ id }) => id).sort()).toEqual([0, 1, 2, 3, 4, 5, 99]);
	});

	test('a second time in a row it is told, and nothing goes on', async () => {
		const { asked, read } = list({ rows: people(9), by: 'token', size: 2, expired: [3, 5] });
		await expect(all(read)).rejects.toMatchObject({
			details: {
				reason: 'temporarilyUnavailable',
				message: expect.stringMatching(/twice.*next page token is invalid or expired/) as string,
				repair: expect.stringContaining('15 minutes') as string,
			},
		});
		expect(asked).toHaveLength(5);
	});

	test('every other refusal is no reason to begin again', async () => {
		const other = new VendorError({ ...STALE.details, message: 'Zoom refused the request.' });
		let calls = 0;
		const read = async (): Promise<JsonObject> => {
			calls += 1;
			if (calls === 2) throw other;
			return await Promise.resolve({ rows: [{ id: calls }], next_page_token: String(calls) });
		};
		await expect(all(read)).rejects.toBe(other);
		expect(calls).toBe(2);
	});
});
