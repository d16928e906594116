import { readAccount } from '../../../../nodes/AdobeConnect/transport/credential';

const FIELDS = {
	host: 'https://example.adobeconnect.com',
	authentication: 'password',
	login: 'api@example.com',
	password: 'FAKE-password-of-a-user',
	headerName: 'x-user-id',
	accountId: '',
	ignoreSslIssues: false,
};
const account = (changes: object = {}) => readAccount({ ...FIELDS, ...changes });

test.each([
	['https://example.adobeconnect.com', 'https://example.adobeconnect.com'],
	[' example.adobeconnect.com ', 'https://example.adobeconnect.com'],
	['https://example.adobeconnect.com/', 'https://example.adobeconnect.com'],
	['https://example.adobeconnect.com/admin', 'https://example.adobeconnect.com'],
	['https://example.adobeconnect.com/admin/home', 'https://example.adobeconnect.com'],
	['https://example.adobeconnect.com/system/login', 'https://example.adobeconnect.com'],
	['https://example.adobeconnect.com/api/xml', 'https://example.adobeconnect.com'],
	['https://example.adobeconnect.com/api/xml/', 'https://example.adobeconnect.com'],
	['https://gateway.example.com:8443/adobe/', 'https://gateway.example.com:8443/adobe'],
	['https://gateway.example.com/adobe/api/xml', 'https://gateway.example.com/adobe'],
	['http://127.0.0.1:8080/adobe', 'http://127.0.0.1:8080/adobe'],
	// Hosts that are named like one of the pages.
	['https://app', 'https://app'],
	['https://admin/', 'https://admin'],
	['https://common/system/login', 'https://common'],
	['system', 'https://system'],
	['https://bücher.example', 'https://xn--bcher-kva.example'],
])('the host %j is %j', (host, baseUrl) => {
	expect(account({ host }).baseUrl).toBe(baseUrl);
});

test.each([
	['http://example.adobeconnect.com', /must start with https:\/\//],
	['http://10.0.0.1', /must start with https:\/\//],
	['ftp://example.adobeconnect.com', /must start with https:\/\//],
	['https://user:word@example.com', /must not contain a user name/],
	['https://example.com\\@evil.example', /is not an address/],
	['https://example.com/admin?account-id=7', /must not contain \? or #/],
	['https://', /is not an address/],
	['', /is not an address/],
	[undefined, /is not an address/],
	[{}, /is not an address/],
])('the host %j is refused, and the error names the field', (host, why) => {
	const read = () => account({ host });
	expect(read).toThrow(/^Host of the Adobe Connect credential /);
	expect(read).toThrow(why);
});

test.each([
	[{ login: ' ' }, /^Login of the Adobe Connect credential is empty/],
	[{ password: '' }, /^Password of the Adobe Connect credential is empty/],
	[{ authentication: 'header', headerName: '' }, /^Header Name .* is not the name of a header/],
	[{ authentication: 'header', headerName: 'x user' }, /^Header Name/],
	[{ authentication: 'header', headerName: 'x-a\r\nx-b' }, /^Header Name/],
	[{ authentication: 'header', login: 'a\r\nx-b: 1' }, /^Login .* cannot be sent in a header/],
	[{ authentication: 'header', login: '李' }, /^Login .* cannot be sent in a header/],
])('what is missing is named: %j', (changes, why) => {
	expect(() => account(changes)).toThrow(why);
});

test('a password is taken as it is typed, a login without the blanks around it', () => {
	expect(account({ login: ' api@example.com ', password: ' a b ' }).signIn).toEqual({
		kind: 'password',
		login: 'api@example.com',
		password: ' a b ',
	});
});

test('with a header no password is read', () => {
	expect(account({ authentication: 'header' }).signIn).toEqual({
		kind: 'header',
		header: 'x-user-id',
		login: 'api@example.com',
	});
});

test('a session is shared by who knows the same secret of the same account, and by nobody else', () => {
	const { fingerprint } = account();
	expect(account({ host: 'example.adobeconnect.com/admin', joinLinkSecret: 'x' }).fingerprint).toBe(
		fingerprint,
	);
	const others = [
		{ host: 'https://other.adobeconnect.com' },
		{ login: 'other@example.com' },
		{ password: 'FAKE-other' },
		{ accountId: '7' },
		{ authentication: 'header' },
		{ authentication: 'header', headerName: 'x-other' },
		{ ignoreSslIssues: true },
	].map((changes) => account(changes).fingerprint);
	expect(new Set([fingerprint, ...others]).size).toBe(others.length + 1);
	expect(fingerprint).not.toContain('FAKE');
});
