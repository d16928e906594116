import { quotaDay } from './http/limits';
import { startInstance, type TestInstance } from './testing/instance';
import { CLIENT } from './testing/world';

let instance: TestInstance;
const start = async (...args: Parameters<typeof startInstance>) => {
	await instance?.close();
	instance = await startInstance(...args);
};
beforeEach(() => start());
afterEach(() => instance.close());

const QUERY = `grant_type=client_credentials&client_id=${CLIENT.id}&client_secret=${CLIENT.secret}`;
const token = async (init?: RequestInit, query = '') => {
	const answer = await fetch(`${instance.url}/identity/oauth/token${query}`, init);
	const body: { access_token: string; expires_in: number } & Record<string, unknown> =
		await answer.json();
	return { status: answer.status, body };
};
const LEAD = '/rest/v1/lead/1.json';
const code = async (path = LEAD): Promise<string | undefined> =>
	(await instance.get(path)).body.errors?.[0].code;

describe('signing in', () => {
	it('takes the parameters in the query and in a form', async () => {
		const byQuery = await token(undefined, `?${QUERY}`);
		expect(byQuery).toMatchObject({ status: 200, body: { token_type: 'bearer' } });
		const byForm = await token({ method: 'POST', body: new URLSearchParams(QUERY) });
		expect(byForm.body.access_token).toBe(byQuery.body.access_token);
	});

	it('hands out the same token with its remaining life, then a new one', async () => {
		await start({ tokenLifeSeconds: 100 });
		const first = await token(undefined, `?${QUERY}`);
		instance.advance(99_000);
		const second = await token(undefined, `?${QUERY}`);
		expect(second.body).toMatchObject({ access_token: first.body.access_token, expires_in: 1 });
		instance.advance(1_000);
		expect(await code()).toBe('602');
		const third = await token(undefined, `?${QUERY}`);
		expect(third.body.access_token).not.toBe(first.body.access_token);
		expect(third.body.expires_in).toBe(100);
	});

	it.each([
		QUERY.replace(CLIENT.secret, 'wrong'),
		QUERY.replace(CLIENT.id, 'nobody'),
		QUERY.replace('client_credentials', 'password'),
	])('refuses %s with 401', async (query) => {
		const answer = await token(undefined, `?${query}`);
		expect(answer).toEqual({
			status: 401,
			body: { error: expect.any(String), error_description: expect.any(String) },
		});
	});

	it('writes no secret into the books', async () => {
		await token({ method: 'POST', body: new URLSearchParams(QUERY) });
		expect(instance.books.entries.at(-1)).toMatchObject({ request: null, response: null });
	});
});

describe('a token', () => {
	it('counts in the header only', async () => {
		const value = await instance.signIn();
		const none = { headers: { authorization: '' } };
		expect((await instance.send(LEAD, none)).body.errors?.[0].code).toBe('601');
		const inQuery = await instance.send(`${LEAD}?access_token=${value}`, none);
		expect(inQuery.body).toMatchObject({ success: false, errors: [{ code: '601' }] });
		expect(await code(`${LEAD}?access_token=${value}`)).toBe('601');
		expect((await instance.get(LEAD)).body.success).toBe(true);
	});

	it.each(['invalid', 'expired'] as const)('can be revoked as %s', async (as) => {
		instance.side.revokeTokens(as);
		expect(await code()).toBe(as === 'invalid' ? '601' : '602');
		await instance.signIn();
		expect(await code()).toBeUndefined();
	});

	it('opens what the role permits', async () => {
		await start({ permissions: ['Read-Only Lead'] });
		expect(await code()).toBeUndefined();
		expect((await instance.post('/rest/v1/leads.json', { input: [] })).body.errors?.[0].code).toBe(
			'603',
		);
		expect(await code('/rest/asset/v1/programs.json')).toBe('603');
		expect(await code('/rest/v1/stats/usage.json')).toBeUndefined();
	});
});

describe('limits', () => {
	it('lets 100 calls in 20 seconds pass', async () => {
		await start({}, { limits: true });
		for (let call = 0; call < 100; call++) expect(await code()).toBeUndefined();
		expect((await instance.get(LEAD)).body.errors).toEqual([
			{ code: '606', message: "Max rate limit '100' exceeded with in '20' secs" },
		]);
		instance.advance(20_000);
		expect(await code()).toBeUndefined();
	});

	it('lets ten calls run at the same time', async () => {
		// Long enough for the last to have come before the first is answered, also on a busy machine.
		await start({ answerDelayMs: 2_000 }, { limits: true });
		const codes = await Promise.all(Array.from({ length: 12 }, () => code()));
		expect(codes.filter((one) => one === '615')).toHaveLength(2);
		expect(codes.filter((one) => one === undefined)).toHaveLength(10);
		instance.side.world.answerDelayMs = 0;
		expect(await code()).toBeUndefined();
	});

	it('holds the quota of the day until midnight in the central United States', async () => {
		await start({ dailyQuota: 10, tokenLifeSeconds: 1_000_000 }, { limits: true });
		instance.side.spendQuota(9);
		expect(await code()).toBeUndefined();
		expect(await code()).toBe('607');
		// 17:10 UTC is 11:10 there.
		instance.advance((12 * 60 + 49) * 60_000);
		expect(await code()).toBe('607');
		instance.advance(60_000);
		expect(await code()).toBeUndefined();
	});

	it('knows daylight saving', () => {
		expect(quotaDay(Date.parse('2026-07-02T04:59:00Z'))).toBe('2026-07-01');
		expect(quotaDay(Date.parse('2026-07-02T05:00:00Z'))).toBe('2026-07-02');
		expect(quotaDay(Date.parse('2026-12-02T05:30:00Z'))).toBe('2026-12-01');
	});

	it('counts signing in for nothing and asking for the usage as a call', async () => {
		await start({ dailyQuota: 1 }, { limits: true });
		await instance.signIn();
		expect(await code()).toBeUndefined();
		const usage = await instance.get('/rest/v1/stats/usage.json');
		expect(usage.body.errors?.[0].code).toBe('607');
	});
});

describe('the form of a call', () => {
	const values = (count: number) =>
		Array.from({ length: count }, (_, index) => `person-${index}@a-long-domain.example.com`);

	it('has at most 8 KB of URI; longer reads go by POST', async () => {
		const query = `filterType=email&filterValues=${[...values(250), 'ada@example.com'].join(',')}`;
		const long = await instance.get(`/rest/v1/leads.json?${query}`);
		expect(long.status).toBe(414);
		const posted = await instance.send('/rest/v1/leads.json?_method=GET', {
			method: 'POST',
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			body: query,
		});
		expect(posted.body.result).toMatchObject([{ id: 1 }]);
		expect(instance.books.entries.at(-1)?.write).toBe(false);
		expect(instance.specProblems()).toEqual([]);
	});

	it('has at most 1 MB of body', async () => {
		const answer = await instance.post('/rest/v1/leads.json', {
			input: [{ email: 'x@example.com', address: 'x'.repeat(1024 * 1024) }],
		});
		expect(answer.status).toBe(413);
		expect(instance.side.leadsByEmail('x@example.com')).toEqual([]);
	});

	const raw = (contentType: string, body: string, path = '/rest/v1/leads.json') =>
		instance.send(path, { method: 'POST', headers: { 'content-type': contentType }, body });

	it.each([
		['JSON under another type', 'text/plain', '{"input":[]}', '612'],
		['a form where JSON belongs', 'application/x-www-form-urlencoded', 'input=1', '612'],
		['broken JSON', 'application/json', '{"input":[', '609'],
		['no JSON at all', 'application/json', '', '609'],
	])('is refused: %s', async (_name, contentType, body, expected) => {
		const answer = await raw(contentType, body);
		expect(answer).toMatchObject({ status: 200, body: { success: false } });
		expect(answer.body.errors?.[0].code).toBe(expected);
	});

	it('takes forms for assets, no JSON', async () => {
		const tokens = '/rest/asset/v1/folder/1207/tokens.json';
		expect((await raw('application/json', '{}', tokens)).body.errors?.[0].code).toBe('612');
	});

	it('names a path that exists, once, with a method that it has', async () => {
		expect(await code('/rest/v1/nothing.json')).toBe('610');
		expect(await code('/rest//v1/lead/1.json')).toBe('610');
		expect(await code('/rest/v1/lead/1')).toBe('610');
		const put = await instance.send(LEAD, { method: 'PUT' });
		expect(put.body.errors?.[0].code).toBe('605');
		expect((await instance.post(LEAD, {})).body.errors?.[0].code).toBe('605');
	});
});

describe('injected faults', () => {
	it.each(['601', '602', '606', '607', '608', '611', '615'])(
		'say %s with HTTP 200 and touch nothing',
		async (expected) => {
			instance.addFault({ fault: { kind: 'marketoError', code: expected } });
			const refused = await instance.post('/rest/v1/leads.json', {
				input: [{ email: 'x@example.com' }],
			});
			expect(refused).toMatchObject({ status: 200, body: { success: false } });
			expect(refused.body.errors).toEqual([{ code: expected, message: expect.any(String) }]);
			expect(instance.side.leadsByEmail('x@example.com')).toEqual([]);
			expect(instance.books.entries.at(-1)).toMatchObject({ fault: 'marketoError' });
			expect(await code()).toBeUndefined();
		},
	);

	it('come as statuses and pages from what stands before Marketo', async () => {
		instance.addFault({ fault: { kind: 'status', status: 502 } });
		const bad = await instance.get(LEAD);
		expect(bad.status).toBe(502);
		expect(bad.text).toContain('<h1>502</h1>');
		instance.addFault({ fault: { kind: 'html' } });
		expect((await instance.get(LEAD)).text).toContain('<html>');
	});

	it('cut a call before and after it took effect', async () => {
		const sync = (email: string) => instance.post('/rest/v1/leads.json', { input: [{ email }] });
		instance.addFault({ fault: { kind: 'cutBefore' } });
		await expect(sync('before@example.com')).rejects.toThrow();
		instance.addFault({ fault: { kind: 'cutAfter' } });
		await expect(sync('after@example.com')).rejects.toThrow();
		expect(instance.side.leadsByEmail('before@example.com')).toHaveLength(0);
		expect(instance.side.leadsByEmail('after@example.com')).toHaveLength(1);
	});
});

describe('usage', () => {
	it('counts calls and errors of the day and of the last seven', async () => {
		await code();
		await code('/rest/v1/nothing.json');
		await code('/rest/v1/lead/99.json');
		const usage = await instance.get('/rest/v1/stats/usage.json');
		expect(usage.body.result).toEqual([
			{ date: '2026-11-20', total: 3, users: [{ userId: expect.any(String), count: 3 }] },
		]);
		const errors = await instance.get('/rest/v1/stats/errors.json');
		expect(errors.body.result).toEqual([
			{
				date: '2026-11-20',
				total: 2,
				errors: [
					{ errorCode: '610', count: 1 },
					{ errorCode: '1004', count: 1 },
				],
			},
		]);
		const week = await instance.get('/rest/v1/stats/usage/last7days.json');
		expect(week.body.result).toHaveLength(7);
		expect((await instance.get('/rest/v1/stats/errors/last7days.json')).body.result).toHaveLength(
			7,
		);
	});
});
