import fc from 'fast-check';

import { ParameterError } from '../../../nodes/shared/node/errors';
import { checkedBaseUrl } from '../../../nodes/shared/transport/baseUrl';

const FIELD = { credential: 'Example', repair: 'Enter the address of the gateway' };
const check = (value: unknown): string => checkedBaseUrl(value, FIELD);

describe('what is taken, and as what', () => {
	test.each([
		['https://api.example.com', 'https://api.example.com'],
		['https://gateway.example.com/zoom//', 'https://gateway.example.com/zoom'],
		['https://gateway.example.com:8443/v2/', 'https://gateway.example.com:8443/v2'],
		['https://gateway.example.com:443', 'https://gateway.example.com'],
		['  HTTPS://Gateway.Example.com/V2\n', 'https://gateway.example.com/V2'],
		['https://10.0.0.7/zoom', 'https://10.0.0.7/zoom'],
		// Names of other alphabets, in the form in which they are looked up.
		['https://bücher.example/v2', 'https://xn--bcher-kva.example/v2'],
		['http://localhost:8080/zoom', 'http://localhost:8080/zoom'],
		['http://127.0.0.1:8080/zoom', 'http://127.0.0.1:8080/zoom'],
		['http://127.8.9.10', 'http://127.8.9.10'],
		// Other ways to write 127.0.0.1.
		['http://127.1/x', 'http://127.0.0.1/x'],
		['http://0x7f000001', 'http://127.0.0.1'],
		['http://[::1]:8080/zoom', 'http://[::1]:8080/zoom'],
		['https://gateway.example.com/a/../b', 'https://gateway.example.com/b'],
		['https://gateway.example.com/v2#', 'https://gateway.example.com/v2'],
		['https://gateway.example.com/@team', 'https://gateway.example.com/@team'],
	])('%j', (given, taken) => {
		expect(check(given)).toBe(taken);
	});
});

test('an address is taken however often it was asked for', () => {
	// Node 20 compiles what is called often, and its compiled URL.canParse refuses this one.
	const answers = new Set(Array.from({ length: 50_000 }, () => check('https://bücher.example/v2')));
	expect([...answers]).toEqual(['https://xn--bcher-kva.example/v2']);
});

describe('what is refused, and why', () => {
	test.each<[unknown, string]>([
		['', 'is not an address'],
		['api.example.com', 'is not an address'],
		['/v2', 'is not an address'],
		['https://', 'is not an address'],
		['https://exa mple.com', 'is not an address'],
		['https://example.com\t/v2', 'is not an address'],
		['http://127.0.0.1\\@evil.example', 'is not an address'],
		['https:\\\\example.com', 'is not an address'],
		['https://127.0.0.300', 'is not an address'],
		[undefined, 'is not an address'],
		[5, 'is not an address'],
		[{ href: 'https://api.example.com' }, 'is not an address'],
		['http://api.example.com', 'must start with https://'],
		['http://10.0.0.1', 'must start with https://'],
		['http://128.0.0.1', 'must start with https://'],
		['http://0.0.0.0', 'must start with https://'],
		['http://127.0.0.1.evil.example', 'must start with https://'],
		['http://localhost.evil.example', 'must start with https://'],
		['http://evil.example/localhost', 'must start with https://'],
		['ftp://api.example.com', 'must start with https://'],
		['file:///etc/passwd', 'must start with https://'],
		['javascript:alert(1)', 'must start with https://'],
		['https://user@api.example.com', 'must not contain a user name or password'],
		['https://user:word@api.example.com', 'must not contain a user name or password'],
		['https://api.example.com@evil.example', 'must not contain a user name or password'],
		['http://localhost:8080@evil.example', 'must not contain a user name or password'],
		['https://api.example.com?to=', 'must not contain ? or #'],
		['https://api.example.com/v2#part', 'must not contain ? or #'],
		['http://localhost/v2?x=1', 'must not contain ? or #'],
	])('%j %s', (given, why) => {
		expect(() => check(given)).toThrow(
			expect.objectContaining({
				message: `Base URL of the Example credential ${why}`,
				repair: FIELD.repair,
			}) as Error,
		);
	});

	test('by an error for people that repeats nothing of the address', () => {
		const secret = 'https://user:s3cret-word@gateway.example.com/v2';
		expect(() => check(secret)).toThrow(ParameterError);
		expect(() => check(secret)).toThrow(/^((?!s3cret).)*$/s);
	});
});

test('whatever is taken leads where it says: https or this machine, and a path can follow', () => {
	const address = fc.oneof(
		fc.webUrl({ withFragments: true, withQueryParameters: true }),
		fc.string().map((text) => `https://${text}`),
		fc.string().map((text) => `http://127.0.0.1${text}`),
		fc.string(),
	);
	fc.assert(
		fc.property(address, (given) => {
			let taken: string;
			try {
				taken = check(given);
			} catch (error) {
				expect(error).toBeInstanceOf(ParameterError);
				return;
			}
			const url = new URL(`${taken}/users`);
			expect(url.origin).toBe(new URL(given.trim()).origin);
			expect(url.protocol === 'https:' || url.hostname.startsWith('127.')).toBe(true);
			expect(url.pathname.endsWith('/users')).toBe(true);
			expect(`${url.username}${url.password}${url.search}${url.hash}`).toBe('');
		}),
		{ numRuns: 500 },
	);
});
