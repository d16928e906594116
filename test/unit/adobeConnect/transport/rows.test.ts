import fc from 'fast-check';

import { adobeError } from '../../../../nodes/AdobeConnect/transport/errors';
import type { AdobeClient, AdobeRequest } from '../../../../nodes/AdobeConnect/transport/request';
import { rowsOf } from '../../../../nodes/AdobeConnect/transport/rows';
import { attributeOf, childOf, type XmlElement } from '../../../../nodes/AdobeConnect/xml/element';
import { read } from '../xml/reading';

interface Page {
	start: number;
	rows: number;
}

/** A server as a function from the page that is asked for to the rows of its answer. */
function served(answer: (page: Page) => string[]): { client: AdobeClient; asked: Page[] } {
	const asked: Page[] = [];
	const call = async ({ parameters = [] }: AdobeRequest): Promise<XmlElement> => {
		const { 'filter-start': start, 'filter-rows': rows } = Object.fromEntries(parameters);
		const page = { start: Number(start), rows: Number(rows) };
		asked.push(page);
		return read(`<results><status code="ok"/><scos>${answer(page).join('')}</scos></results>`);
	};
	return { client: { call } as Partial<AdobeClient> as AdobeClient, asked };
}

const sco = (id: number) => `<sco sco-id="${id}"/>`;
/** As in lists whose rows have no attributes. */
const bare = (id: number) => `<sco><sco-id>${id}</sco-id></sco>`;
const all = (count: number, row = sco) => Array.from({ length: count }, (_, index) => row(index));

async function listed(client: AdobeClient, pageSize = 100): Promise<string[]> {
	const found: string[] = [];
	const request = { action: 'sco-contents', path: ['scos', 'sco'], sortBy: 'sco-id', what: 'it' };
	for await (const row of rowsOf(client, { ...request, pageSize })) {
		found.push(attributeOf(row, 'sco-id') || childOf(row, 'sco-id').text);
	}
	return found;
}

const ids = (count: number) => all(count).map((_, index) => String(index));

test('every row comes once, whatever their number, the size of a page and what the server allows', async () => {
	const count = fc.integer({ min: 0, max: 350 });
	const size = fc.integer({ min: 1, max: 120 });
	const row = fc.constantFrom(sco, bare);
	await fc.assert(
		fc.asyncProperty(count, size, row, async (rows, pageSize, as) => {
			const { client } = served(({ start, rows: wanted }) =>
				all(rows, as).slice(start, start + wanted),
			);
			expect(await listed(client, pageSize)).toEqual(ids(rows));
		}),
		{ numRuns: 60 },
	);
});

test.each([sco, bare])('a server that does not know pages is asked twice at most', async (row) => {
	for (const count of [30, 100, 101, 250]) {
		const { client, asked } = served(() => all(count, row));
		expect(await listed(client)).toEqual(ids(count));
		expect(asked.length).toBeLessThanOrEqual(2);
	}
});

test('a server that gives fewer rows than it was asked for, and does not say so, is asked on', async () => {
	const { client, asked } = served(({ start }) => all(133).slice(start, start + 50));
	expect(await listed(client)).toEqual(ids(133));
	expect(asked.map(({ start }) => start)).toEqual([0, 50, 100]);
});

test('nothing found is no rows', async () => {
	const { client } = served(() => []);
	expect(await listed(client)).toEqual([]);
	const none = adobeError({
		status: 200,
		code: 'no-data',
		message: '',
		repair: '',
		reason: 'vendorRejected',
	});
	const refusing = { call: async () => await Promise.reject(none) };
	expect(await listed(refusing as Partial<AdobeClient> as AdobeClient)).toEqual([]);
});

/** Says that a page is too large: with the size that it allows, or without. */
function strict(rows: number, allowed: number, says: boolean) {
	const asked: Page[] = [];
	const { client } = served(({ start, rows: wanted }) => all(rows).slice(start, start + wanted));
	const call = async (request: AdobeRequest): Promise<XmlElement> => {
		const { 'filter-start': start, 'filter-rows': size } = Object.fromEntries(
			request.parameters ?? [],
		);
		asked.push({ start: Number(start), rows: Number(size) });
		if (Number(size) <= allowed) return await client.call(request);
		const code = says ? `operation-size-error/${allowed}` : 'operation-size-error';
		throw adobeError({
			status: 200,
			code,
			message: 'too large',
			repair: '',
			reason: 'vendorRejected',
		});
	};
	return { client: { call } as Partial<AdobeClient> as AdobeClient, asked };
}

test('a page that is too large is asked for again in the size that the server names', async () => {
	const { client, asked } = strict(95, 40, true);
	expect(await listed(client)).toEqual(ids(95));
	expect(asked.map(({ rows }) => rows)).toEqual([100, 40, 40, 40]);
});

test('or in halves where it names none', async () => {
	const { client, asked } = strict(97, 30, false);
	expect(await listed(client)).toEqual(ids(97));
	expect(asked.map(({ rows }) => rows)).toEqual([100, 50, 25, 25, 25, 25]);
});

test('a single row that is too large is told', async () => {
	const { client, asked } = strict(5, 0, true);
	await expect(listed(client)).rejects.toThrow('too large');
	expect(asked.length).toBeLessThan(10);
});

test('a server that never comes to its last page is not followed for ever', async () => {
	const nothing = { attributes: {}, children: [], text: '' };
	let asked = 0;
	const call = async (): Promise<XmlElement> => {
		asked += 1;
		const first = { ...nothing, name: 'sco', attributes: { 'sco-id': String(asked) } };
		const rows = Array.from({ length: 20_000 }, () => first);
		const scos = { ...nothing, name: 'scos', children: rows };
		return { ...nothing, name: 'results', children: [scos] };
	};
	const client = { call } as Partial<AdobeClient> as AdobeClient;
	await expect(listed(client, 20_000)).rejects.toThrow(/more than 1000000 rows/);
	expect(asked).toBe(50);
});
