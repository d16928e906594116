import fc from 'fast-check';

import { BASE_URL, TOKEN_URL } from '../../../../credentials/marketo/fields';
import { marketoBaseUrl } from '../../../../nodes/Marketo/transport/endpoint';
import { ParameterError } from '../../../../nodes/shared/node/errors';

const INSTANCE = 'https://123-abc-456.mktorest.com';

/** The credential's field as n8n computes it from what was typed. */
function computed(expression: string, endpoint: string): string {
	const code = expression.replace(/^=\{\{/, '').replace(/\}\}$/, '');
	return String(new Function('$self', `return (${code});`)({ endpoint }));
}

/** Where the nodes call, undefined when they refuse the address. */
function called(endpoint: string): string | undefined {
	try {
		return marketoBaseUrl(endpoint);
	} catch (error) {
		expect(error).toBeInstanceOf(ParameterError);
		return undefined;
	}
}

/** Where n8n sends the client secret, undefined when nowhere. */
function signsInAt(endpoint: string): string | undefined {
	try {
		return new URL(computed(TOKEN_URL, endpoint)).href;
	} catch {
		return undefined;
	}
}

function expectAgreement(endpoint: string): void {
	const base = called(endpoint);
	const token = base === undefined ? undefined : new URL(`${base}/identity/oauth/token`).href;
	expect([endpoint, signsInAt(endpoint)]).toEqual([endpoint, token]);
	if (base !== undefined) expect(new URL(computed(BASE_URL, endpoint)).href).toMatch(`${base}`);
}

describe('what people paste leads to the instance', () => {
	test.each([
		'https://123-ABC-456.mktorest.com',
		'https://123-ABC-456.mktorest.com/',
		'https://123-ABC-456.mktorest.com/rest',
		'https://123-ABC-456.mktorest.com/rest/',
		'https://123-ABC-456.mktorest.com//rest//',
		'https://123-ABC-456.mktorest.com/rest/v1/leads.json',
		'https://123-ABC-456.mktorest.com/identity',
		'https://123-ABC-456.mktorest.com/identity/oauth/token',
		'https://123-ABC-456.mktorest.com/bulk/v1',
		'HTTPS://123-abc-456.MKTOREST.com/REST',
		'123-ABC-456.mktorest.com',
		'123-abc-456.mktorest.com/rest',
		'123-ABC-456',
		' 123-abc-456 ',
		'\thttps://123-ABC-456.mktorest.com/rest\n',
	])('%j', (endpoint) => {
		expect(marketoBaseUrl(endpoint)).toBe(INSTANCE);
		expect(signsInAt(endpoint)).toBe(`${INSTANCE}/identity/oauth/token`);
		expectAgreement(endpoint);
	});

	test.each([
		['http://127.0.0.1:8080/marketo', 'http://127.0.0.1:8080/marketo'],
		['http://localhost:8080/marketo/rest', 'http://localhost:8080/marketo'],
		['http://[::1]:8080/rest/', 'http://[::1]:8080'],
		['https://gateway.example.com/restaurant', 'https://gateway.example.com/restaurant'],
		['https://rest', 'https://rest'],
		['https://identity/rest', 'https://identity'],
	])('%s is called at %s', (endpoint, base) => {
		expect(marketoBaseUrl(endpoint)).toBe(base);
		expectAgreement(endpoint);
	});
});

describe('what could lead the client secret astray is refused by the nodes and by n8n', () => {
	test.each([
		['http://123-ABC-456.mktorest.com', /must start with https:\/\//],
		['http://10.0.0.1/rest', /must start with https:\/\//],
		['http://127.0.0.1.evil.example', /must start with https:\/\//],
		['http://localhost.evil.example/rest', /must start with https:\/\//],
		['ftp://123-ABC-456.mktorest.com', /must start with https:\/\//],
		['javascript:alert(1)', /must start with https:\/\//],
		['https://123-ABC-456.mktorest.com@evil.example', /must not contain a user name/],
		['123-ABC-456.mktorest.com:443@evil.example/rest', /must not contain a user name/],
		['https://user:word@123-ABC-456.mktorest.com', /must not contain a user name/],
		['https://@123-ABC-456.mktorest.com', /is not written as Marketo shows it/],
		['https://123-ABC-456.mktorest.com?to=/rest', /must not contain \? or #/],
		['https://evil.example#.mktorest.com', /must not contain \? or #/],
		['https://evil.example?', /is not written as Marketo shows it/],
		['https://evil.example\\.mktorest.com', /is not an address/],
		['https:\\\\123-ABC-456.mktorest.com', /is not an address/],
		['https:/123-ABC-456.mktorest.com', /is not written as Marketo shows it/],
		['https://123-ABC-456 .mktorest.com', /is not an address/],
		['http://127.1/rest', /is not written as Marketo shows it/],
		['https://', /is not an address/],
		['', /is not an address/],
		['   ', /is not an address/],
	])('%j', (endpoint, why) => {
		expect(() => marketoBaseUrl(endpoint)).toThrow(/^Endpoint of the Marketo credential /);
		expect(() => marketoBaseUrl(endpoint)).toThrow(why);
		expect(signsInAt(endpoint)).toBeUndefined();
		expect(computed(BASE_URL, endpoint)).toBe('');
	});

	test('with what to copy from where', () => {
		expect(() => marketoBaseUrl(undefined)).toThrow(
			expect.objectContaining({
				repair: expect.stringContaining('Admin → Integration → Web Services') as string,
			}) as Error,
		);
	});
});

describe('n8n and the nodes agree on every address', () => {
	const blank = fc.constantFrom('', '', ' ', '\t', '\n');
	const scheme = fc.constantFrom(
		'https://',
		'https://',
		'http://',
		'HTTPS://',
		'',
		'https:',
		'ftp://',
	);
	const user = fc.constantFrom('', '', '', '@', 'a@', 'a:b@', ':@');
	const host = fc.oneof(
		fc.constantFrom('123-ABC-456', '123-ABC-456.mktorest.com', 'localhost', '127.0.0.1', '[::1]'),
		fc.constantFrom(
			'rest',
			'bulk',
			'bücher.example',
			'127.0.0.1.evil.example',
			'10.0.0.1',
			'',
			'a b',
		),
		fc.domain(),
	);
	const port = fc.constantFrom('', '', ':443', ':8080', ':99999', ':x');
	const path = fc
		.array(
			fc.constantFrom(
				'/',
				'//',
				'/rest',
				'/identity',
				'/bulk',
				'/v1',
				'/REST',
				'/@',
				'\\',
				'%2f',
				' ',
				'/restful',
			),
			{ maxLength: 5 },
		)
		.map((parts) => parts.join(''));
	const rest = fc.constantFrom('', '', '', '', '?', '?a=b', '#', '#/rest');

	test('of all the parts that people may write', () => {
		fc.assert(
			fc.property(
				fc.tuple(blank, scheme, user, host, port, path, rest, blank).map((parts) => parts.join('')),
				expectAgreement,
			),
			{ numRuns: 5000 },
		);
	});

	test('and, as to where it leads, of anything else', () => {
		const origin = (address: string | undefined): string | undefined =>
			address && new URL(address).origin;
		const anything = fc.oneof(
			fc.string(),
			fc.webUrl({ withFragments: true, withQueryParameters: true }),
			fc.string({ unit: 'binary' }).map((text) => `https://${text}`),
		);
		const sameOrigin = (endpoint: string): void => {
			expect([endpoint, origin(signsInAt(endpoint))]).toEqual([endpoint, origin(called(endpoint))]);
		};
		fc.assert(fc.property(anything, sameOrigin), { numRuns: 2000 });
	});
});
