import fastify, { type FastifyInstance } from 'fastify';
import type { Fault } from '../contract';
import { createBooks, type OpenBooks } from './books';
import { createFaultPlan, type FaultPlan } from './faults';
import { installHooks } from './hooks';

describe('books and faults around a vendor', () => {
	let app: FastifyInstance;
	let books: OpenBooks;
	let faults: FaultPlan;
	let url: string;
	let things: number;

	beforeEach(async () => {
		things = 0;
		books = createBooks();
		faults = createFaultPlan();
		const kernel = { now: () => Date.parse('2026-11-20T17:10:00Z'), limits: true };
		app = fastify({ forceCloseConnections: true });
		await app.register(
			async (scope) => {
				installHooks(scope, { vendor: 'hubspot', prefixes: ['/v'], kernel, books, faults });
				scope.setNotFoundHandler(async (_request, reply) => reply.code(404).send({ no: 'route' }));
				scope.post('/things/:id', { config: { write: true } }, async (_request, reply) => {
					things += 1;
					return reply.code(201).send({ things });
				});
				scope.post('/things/read', { config: { write: false } }, async () => ({ things }));
				scope.post('/token', { config: { write: false, secret: true } }, async () => ({ t: 'x' }));
			},
			{ prefix: '/v' },
		);
		url = await app.listen({ host: '127.0.0.1', port: 0 });
	});

	afterEach(() => app.close());

	const post = (path: string, body: unknown = { n: 1 }): Promise<Response> =>
		fetch(`${url}/v${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});

	it('keep every request with its answer, told apart by what it changes', async () => {
		await post('/things/a%2Fb?x=1&x=2', { n: 2 });
		await post('/things/read');
		await post('/nowhere');
		expect(books.calls('hubspot')).toHaveLength(3);
		expect(books.calls('zoom')).toHaveLength(0);
		expect(books.entries[0]).toEqual({
			vendor: 'hubspot',
			method: 'POST',
			path: '/things/a%2Fb',
			query: { x: '1,2' },
			route: '/things/:id',
			write: true,
			status: 201,
			request: { n: 2 },
			response: { things: 1 },
			at: '2026-11-20T17:10:00.000Z',
		});
		expect(books.entries[2]).toMatchObject({ route: 'unknown', status: 404 });
		expect(books.writes('hubspot').map((entry) => entry.path)).toEqual([
			'/things/a%2Fb',
			'/nowhere',
		]);
		books.clear();
		expect(books.entries).toHaveLength(0);
	});

	it('keep no secrets', async () => {
		await post('/token', { secret: 's' });
		expect(books.entries[0]).toMatchObject({ status: 200, request: null, response: null });
	});

	const meet = (fault: Fault): void => faults.add({ vendor: 'hubspot', fault });

	it('answer a fault in place of the vendor, once', async () => {
		meet({ kind: 'status', status: 503 });
		expect((await post('/things/1')).status).toBe(503);
		expect(things).toBe(0);
		expect((await post('/things/1')).status).toBe(201);
		expect(books.entries.map((entry) => [entry.status, entry.fault])).toEqual([
			[503, 'status'],
			[201, undefined],
		]);
	});

	it('meets no error of Marketo at another vendor', async () => {
		meet({ kind: 'marketoError', code: '608' });
		expect((await post('/things/1')).status).toBe(201);
		expect(books.entries[0].fault).toBeUndefined();
	});

	it.each([
		['cutBefore', 0, 0],
		['cutAfter', 1, 201],
	] as const)('cut the connection: %s leaves %i things', async (kind, left, status) => {
		meet({ kind });
		await expect(post('/things/1')).rejects.toThrow();
		expect(things).toBe(left);
		expect(books.entries).toHaveLength(1);
		expect(books.entries[0]).toMatchObject({ write: true, status, fault: kind });
	});

	it('answer success that is no JSON', async () => {
		meet({ kind: 'html' });
		const response = await post('/things/1');
		expect(response.status).toBe(200);
		expect(response.headers.get('content-type')).toContain('text/html');
		expect(await response.text()).toContain('<html>');
		expect(things).toBe(0);
	});
});
