import type { VendorError } from '../../../../nodes/shared/transport/vendorError';
import type { MarketoClient, MarketoRequest } from '../../../../nodes/Marketo/transport/request';
import { gateway, type Gateway } from '../../hubspot/transport/gateway';
import { longHour } from '../../support/longHour';
import { stage, type Stage } from '../../support/world';
import { inAHurry } from '../../support/inAHurry';
import type { Fault } from '../../../sandbox/contract';
import { changed, clientOf, KEYED, READ, shortThrottle, UNKEYED } from './client';

let here: Stage;
let client: MarketoClient;
let open: Gateway[] = [];
beforeAll(async () => {
	await inAHurry();
	await shortThrottle(40);
});
beforeEach(async () => {
	here = await stage({ registrants: 12 });
	client = await clientOf(here.marketo);
	await client.request(READ);
	here.sandbox.books.clear();
});
afterEach(async () => {
	await Promise.all(open.map(async (one) => await one.close()));
	open = [];
	await here.close();
});

const calls = () =>
	here.sandbox.books.calls('marketo').filter(({ path }) => !path.startsWith('/identity'));
function fault(kind: Fault, times = 1): void {
	here.sandbox.addFault({ vendor: 'marketo', match: /\/rest\//, fault: kind, times });
}
const code = (number: string, message?: string): Fault => ({
	kind: 'marketoError',
	code: number,
	...(message !== undefined && { message }),
});
const refusal = async (request: MarketoRequest, by = client): Promise<VendorError['details']> =>
	await by.request(request).then(
		() => {
			throw new Error('was not refused');
		},
		(error: VendorError) => error.details,
	);

/** What passes by itself, and whose request had no effect. */
const THROTTLED: Fault[] = [code('606'), code('615'), code('1029', 'Too many jobs in queue')];
/** What passes by itself; whether the request took effect is not known. */
const UNKNOWN: Fault[] = [
	...['500', '502', '604', '608', '611', '614', '713', '719'].map((number) => code(number)),
	{ kind: 'status', status: 503 },
	{ kind: 'html' },
	{ kind: 'cutBefore' },
	{ kind: 'cutAfter' },
];

describe('what passes by itself', () => {
	it.each([...THROTTLED, ...UNKNOWN])(
		'%j: a read is repeated until it is answered',
		async (kind) => {
			fault(kind, 2);
			expect((await client.request(READ)).result).not.toEqual([]);
			expect(calls()).toHaveLength(3);
		},
	);

	it.each([...THROTTLED, ...UNKNOWN])('%j: so is a write that has a natural key', async (kind) => {
		fault(kind, 2);
		await client.request(KEYED);
		expect(here.sandbox.marketo.leadsByEmail('new@example.com')).toHaveLength(1);
	});

	it.each(THROTTLED)('%j: even a write without one, because it had no effect', async (kind) => {
		fault(kind, 2);
		await client.request(UNKEYED);
		expect(calls()).toHaveLength(3);
	});

	it.each(UNKNOWN)('%j: a write without one is never sent again, and uncertain', async (kind) => {
		fault(kind, 9);
		expect(await refusal(UNKEYED)).toMatchObject({ reason: 'uncertain' });
		expect(calls()).toHaveLength(1);
	});

	it('does not pass: six tries, then later', async () => {
		fault(code('608'), 100);
		const { reason, retryAt, message } = await refusal(READ);
		expect(reason).toBe('temporarilyUnavailable');
		expect(message).toBe('Marketo is overloaded or down (608, the fields of program members)');
		expect(Date.parse(retryAt!)).toBeGreaterThan(Date.now());
		expect(calls()).toHaveLength(6);
	});

	it('six tries of the first request, one each of the next two, and the rest is not sent any more', async () => {
		fault(code('608'), 100);
		for (let time = 0; time < 5; time += 1) await refusal(READ);
		expect(calls()).toHaveLength(8);
	});

	it('is awaited after 606, by all requests', async () => {
		fault(code('606'));
		const startedAt = Date.now();
		await Promise.all([client.request(READ), client.request(READ)]);
		expect(Date.now() - startedAt).toBeGreaterThanOrEqual(40);
	});
});

describe('the calls of the day are used up', () => {
	it('one call, then everything waits until midnight in Chicago', async () => {
		await longHour();
		here.sandbox.marketo.spendQuota(50_000);
		const { reason, retryAt, failure } = await refusal(READ);
		expect(reason).toBe('dailyLimit');
		expect(failure).toEqual({ cause: 'quota-exhausted' });
		const chicago = new Intl.DateTimeFormat('en-GB', {
			timeZone: 'America/Chicago',
			timeStyle: 'medium',
		}).format(new Date(retryAt!));
		expect(chicago).toBe('00:00:00');
		expect(await refusal(KEYED)).toMatchObject({ reason: 'dailyLimit' });
		expect(calls()).toHaveLength(1);
	});

	it('the quota of exports as well', async () => {
		fault(code('1029', 'Export daily quota 500MB exceeded.'));
		expect(await refusal(READ)).toMatchObject({ reason: 'dailyLimit' });
		expect(calls()).toHaveLength(1);
	});
});

describe('what Marketo refuses', () => {
	it('603: the permission is named, and where it might be an address that is not allowed', async () => {
		here.sandbox.marketo.world.permissions = [];
		expect(await refusal(READ)).toMatchObject({
			reason: 'permissionMissing',
			message: 'The API user of Marketo may not do this (the fields of program members)',
			repair: expect.stringMatching(/Access API → Read-Only Person .*IP Restrictions/) as string,
		});
		expect(calls()).toHaveLength(1);
	});

	it('anything else comes in Marketo’s words, with the number of the request', async () => {
		fault(code('1003', 'Invalid data'));
		const { reason, message, trackingId, code: number } = await refusal(READ);
		expect([reason, number]).toEqual(['vendorRejected', '1003']);
		expect(message).toBe('Marketo refused the fields of program members: Invalid data (1003)');
		expect(trackingId).toMatch(/#/);
	});

	it('702 means: nothing there', async () => {
		fault(code('702'));
		expect(await client.request(READ)).toMatchObject({ result: [], nextPageToken: '' });
	});
});

describe('sizes', () => {
	it('a query that is too long for an address goes as a form, by _method=GET', async () => {
		const values = Array.from({ length: 300 }, (_, index) => `somebody.${index}@example.com`);
		const [lead] = here.sandbox.marketo.leads.values();
		const email = String(lead!.fields.email);
		const { result } = await client.request({
			path: '/rest/v1/leads.json',
			query: {
				filterType: 'email',
				filterValues: [...values, email].slice(1).join(','),
				fields: 'id',
			},
			what: 'people',
			permission: 'Read-Only Person',
		});
		expect(result.map(({ id }) => id)).toContain(lead!.id);
		expect(calls()).toMatchObject([{ method: 'POST', query: { _method: 'GET' }, write: false }]);
	});

	it('a body that is too large is said to be', async () => {
		const json = { ...KEYED.json, input: [{ email: 'a@b.example', notes: 'x'.repeat(1_100_000) }] };
		expect(await refusal({ ...KEYED, json })).toMatchObject({
			status: 413,
			reason: 'vendorRejected',
			message: 'Marketo refused people: the request is larger than 1 MB',
			repair: expect.stringMatching(/fewer|shorter/) as string,
		});
		expect(calls()).toHaveLength(1);
	});

	it('a redirect is not followed', async () => {
		const other = await gateway(here.sandbox.marketoBaseUrl, () => ({ status: 200, body: {} }));
		const redirecting = await gateway(here.sandbox.marketoBaseUrl, ({ path }) =>
			path.startsWith('/rest')
				? { status: 302, headers: { location: `${other.url}${path}` } }
				: undefined,
		);
		open.push(other, redirecting);
		const elsewhere = await clientOf(changed(here, { endpoint: redirecting.url }));
		expect(await refusal(READ, elsewhere)).toMatchObject({ status: 302, reason: 'vendorRejected' });
		expect(other.seen).toEqual([]);
	});
});
