import { verifyApiKey, verifySignature, WINDOW_MS } from '../../../../nodes/HubSpot/webhook/verify';
import { signedV2, signedV3 } from './signing';

/** Computed with `@hubspot/api-client` 13.5.0. */
const SECRET = '8d1f3c1e-0000-4000-8000-0123456789ab';
const URL = 'https://n8n.example.com/webhook/hs-action?token=a%20b&x=1';
const BODY = '{"callbackId":"ap-1"}';
const TIMESTAMP = 1_763_770_000_000;
const V1 = 'dd4a47b23d48bb851a5ec7eff1841cdcfcca172d75a063c0b1d64f971b2d45c5';
const V2 = '792ae2c62b40d74074c4883f5c6667a844b6114d053fbc9b3e15968245a976b6';
const V3 = 'EaH/iTj935oUYJOZbu9yFfIqWcR9GcjX/UQ57KObTIs=';
const V2_GET = '2773ff8feae8214c7cd6f11af69cf134e61dda578f1caba912c4d96d8a57bd58';

const post = (headers: Record<string, unknown>) => ({
	method: 'POST',
	url: URL,
	rawBody: Buffer.from(BODY),
	headers,
});
const isGenuine = (request: Parameters<typeof verifySignature>[0], now = TIMESTAMP) =>
	verifySignature(request, SECRET, now).genuine;

describe("HubSpot's own vectors", () => {
	it('of version 2 and 3 are genuine', () => {
		const v3 = { 'x-hubspot-signature-v3': V3, 'x-hubspot-request-timestamp': String(TIMESTAMP) };
		expect(isGenuine(post(v3))).toBe(true);
		const v2 = { 'x-hubspot-signature': V2, 'x-hubspot-signature-version': 'v2' };
		expect(isGenuine(post(v2))).toBe(true);
		const get = { ...post({ ...v2, 'x-hubspot-signature': V2_GET }), method: 'GET' };
		expect(isGenuine({ ...get, rawBody: Buffer.alloc(0) })).toBe(true);
	});

	it('of version 1 is refused, whatever version it claims', () => {
		for (const version of ['v1', 'v2', undefined]) {
			const headers = { 'x-hubspot-signature': V1, 'x-hubspot-signature-version': version };
			expect(isGenuine(post(headers))).toBe(false);
		}
	});
});

describe('version 3', () => {
	it('beside version 2 is not enough: both must hold', () => {
		const v3 = signedV3(SECRET, 'POST', URL, BODY, TIMESTAMP).headers;
		const v2 = signedV2(SECRET, 'POST', URL, BODY).headers;
		const version = 'x-hubspot-signature-version';
		expect(isGenuine(post({ ...v2, ...v3 }))).toBe(true);
		expect(isGenuine(post({ ...v2, ...v3, 'x-hubspot-signature': `${V2}, ${V2}` }))).toBe(false);
		expect(isGenuine(post({ ...v2, ...v3, 'x-hubspot-signature': V1 }))).toBe(false);
		expect(isGenuine(post({ ...v3, 'x-hubspot-signature': V1, [version]: 'v1' }))).toBe(true);
	});

	it('missing, version 2 must say that it is version 2', () => {
		const { headers } = signedV2(SECRET, 'POST', URL, BODY);
		expect(isGenuine(post({ 'x-hubspot-signature': headers['x-hubspot-signature'] }))).toBe(false);
	});

	it('counts when it is there: a right version 2 beside it does not help', () => {
		const v2 = signedV2(SECRET, 'POST', URL, BODY);
		const v3 = { 'x-hubspot-signature-v3': `A${V3.slice(1)}` };
		const timestamp = { 'x-hubspot-request-timestamp': String(TIMESTAMP) };
		expect(isGenuine(post({ ...v2.headers, ...v3, ...timestamp }))).toBe(false);
	});

	it('is refused five minutes before and after its time', () => {
		const request = signedV3(SECRET, 'POST', URL, BODY, TIMESTAMP);
		expect(isGenuine(request, TIMESTAMP + WINDOW_MS)).toBe(true);
		expect(isGenuine(request, TIMESTAMP - WINDOW_MS)).toBe(true);
		expect(isGenuine(request, TIMESTAMP + WINDOW_MS + 1)).toBe(false);
		expect(isGenuine(request, TIMESTAMP - WINDOW_MS - 1)).toBe(false);
	});

	it("decodes the codes of HubSpot's table and no other", () => {
		const coded = 'https://n8n.example.com/a%3Ab?u=x%40y%2Fz%21&s=%20%25';
		const decoded = 'https://n8n.example.com/a:b?u=x@y/z!&s=%20%25';
		const request = signedV3(SECRET, 'POST', coded, BODY, TIMESTAMP, decoded);
		expect(isGenuine(request)).toBe(true);
		expect(isGenuine(signedV3(SECRET, 'POST', coded, BODY, TIMESTAMP))).toBe(false);
	});

	it.each([undefined, '', 'now', '-1', '1e12', ['1', '2'], `${TIMESTAMP}, ${TIMESTAMP}`])(
		'without a proper timestamp is refused: %s',
		(timestamp) => {
			const { headers } = signedV3(SECRET, 'POST', URL, BODY, TIMESTAMP);
			expect(isGenuine(post({ ...headers, 'x-hubspot-request-timestamp': timestamp }))).toBe(false);
		},
	);
});

it.each([undefined, '', 'v2', ['a', 'b'], `${V2}, ${V2}`, V2.toUpperCase(), 1, null])(
	'a version 2 signature that is none is refused: %s',
	(signature) => {
		const headers = { 'x-hubspot-signature': signature, 'x-hubspot-signature-version': 'v2' };
		expect(isGenuine(post(headers))).toBe(false);
	},
);

it('nothing is genuine without a secret, not even what was signed with none', () => {
	expect(verifySignature(signedV2('', 'POST', URL, BODY), '', TIMESTAMP).genuine).toBe(false);
	expect(verifyApiKey({ 'x-api-key': '' }, 'X-API-Key', '').genuine).toBe(false);
});

describe('an API key', () => {
	const KEY = 's3cret-of-a-workflow';
	const check = (headers: Record<string, unknown>) =>
		verifyApiKey(headers, ' X-Api-Key ', KEY).genuine;

	it('is found under its header, however it is written', () => {
		expect(check({ 'x-api-key': KEY })).toBe(true);
	});

	it.each([undefined, '', KEY.slice(0, -1), `${KEY} `, KEY.toUpperCase(), `${KEY}, ${KEY}`, [KEY]])(
		'is refused when it is %s',
		(sent) => {
			expect(check({ 'x-api-key': sent })).toBe(false);
		},
	);

	it('of fewer than 16 characters is guessed some day, and is none', () => {
		const sent = (key: string) => verifyApiKey({ 'x-api-key': key }, 'X-API-Key', key).genuine;
		expect([sent('fifteen letters'), sent('sixteen letters!')]).toEqual([false, true]);
	});
});
