import type { VendorError } from '../../../../nodes/shared/transport/vendorError';
import type { CredentialValues } from '../../support/credentials';
import { stage, type Stage } from '../../support/world';
import { inAHurry } from '../../support/inAHurry';
import { changed, clientOf, MARKETO, READ } from './client';

let here: Stage;
let credentials: CredentialValues;
beforeAll(inAHurry);
beforeEach(async () => {
	here = await stage({ registrants: 12 });
	credentials = here.marketo;
});
afterEach(async () => await here.close());

const calls = () => here.sandbox.books.calls('marketo');
const tokenCalls = () => calls().filter(({ path }) => path === '/identity/oauth/token');
const stored = () => credentials[MARKETO]!.oauthTokenData as Record<string, string>;
const read = async () => await (await clientOf(credentials)).request(READ);
const refusal = async (): Promise<VendorError['details']> =>
	await read().then(
		() => {
			throw new Error('was not refused');
		},
		(error: VendorError) => error.details,
	);

it('the token is fetched once, with ID and secret in the body, and kept by n8n', async () => {
	for (let time = 0; time < 3; time += 1) await read();
	expect(tokenCalls()).toMatchObject([{ method: 'POST', query: {}, status: 200 }]);
	expect(stored().access_token).toMatch(/./);
});

describe.each(['expired', 'invalid'] as const)('a token that is %s', (as) => {
	it('is renewed once, and the request comes again', async () => {
		await read();
		const before = stored().access_token;
		here.sandbox.marketo.revokeTokens(as);
		here.sandbox.books.clear();
		expect((await read()).result).not.toEqual([]);
		expect(calls().map(({ path }) => path)).toEqual([
			READ.path,
			'/identity/oauth/token',
			READ.path,
		]);
		expect(stored().access_token).not.toBe(before);
	});

	it('is renewed once for all requests that are under way', async () => {
		const client = await clientOf(credentials);
		await client.request(READ);
		here.sandbox.marketo.revokeTokens(as);
		here.sandbox.books.clear();
		await Promise.all(Array.from({ length: 5 }, async () => await client.request(READ)));
		expect(tokenCalls()).toHaveLength(1);
	});

	it('again and again is no endless loop: renewed once per request, then said', async () => {
		await read();
		here.sandbox.books.clear();
		const code = as === 'expired' ? '602' : '601';
		here.sandbox.addFault({
			vendor: 'marketo',
			match: /describe/,
			fault: { kind: 'marketoError', code },
			times: 100,
		});
		expect(await refusal()).toMatchObject({
			reason: 'permissionMissing',
			message: expect.stringMatching(
				/^Marketo does not accept the sign-in: Access token/,
			) as string,
			repair: expect.stringContaining('LaunchPoint') as string,
		});
		expect(calls().filter(({ path }) => path === READ.path)).toHaveLength(2);
		expect(tokenCalls()).toHaveLength(1);
	});
});

it('a token that has run out by itself is renewed', async () => {
	await read();
	for (let hour = 0; hour < 3; hour += 1) {
		here.sandbox.advance(61 * 60_000);
		await read();
	}
	expect(tokenCalls()).toHaveLength(4);
});

it('a 401 of something in front of Marketo is taken for an ended token', async () => {
	await read();
	here.sandbox.addFault({
		vendor: 'marketo',
		match: /describe/,
		fault: { kind: 'status', status: 401 },
	});
	here.sandbox.books.clear();
	await read();
	expect(calls().map(({ status }) => status)).toEqual([401, 200, 200]);
});

describe('a wrong secret', () => {
	it('is said in Marketo’s words, at once', async () => {
		credentials = changed(here, { clientSecret: 'FAKE-wrong' });
		expect(await refusal()).toMatchObject({
			status: 401,
			reason: 'permissionMissing',
			message: 'Marketo does not accept the sign-in: Bad client credentials',
		});
		expect(calls()).toHaveLength(1);
	});

	it('is found out when the token ends', async () => {
		await read();
		here.sandbox.marketo.world.clientSecret = 'FAKE-rotated';
		await read();
		here.sandbox.marketo.revokeTokens('expired');
		expect(await refusal()).toMatchObject({
			reason: 'permissionMissing',
			message: expect.stringMatching(/Bad client credentials/) as string,
		});
	});
});

it('an identity service that is down is no refusal of the secret', async () => {
	here.sandbox.addFault({
		vendor: 'marketo',
		match: /identity/,
		fault: { kind: 'status', status: 503 },
		times: 100,
	});
	expect(await refusal()).toMatchObject({ reason: 'temporarilyUnavailable' });
});

it('trouble on the way to the token is got over', async () => {
	here.sandbox.addFault({
		vendor: 'marketo',
		match: /identity/,
		fault: { kind: 'status', status: 503 },
		times: 2,
	});
	expect((await read()).result).not.toEqual([]);
});
