import fc from 'fast-check';

import { mayCarryToken, ZOOM_FILES } from '../../../../nodes/Zoom/transport/hosts';
import { checkedFileUrl } from '../../../../nodes/shared/transport/fileAddress';
import { isPrivateHost } from '../../../../nodes/shared/transport/privateHost';

const ZOOM = 'https://api.zoom.us/v2';
const SANDBOX = 'http://127.0.0.1:4000/zoom/v2';
const GATEWAY = 'https://gw.example.com/v2';

describe('the token goes to', () => {
	test.each([
		['https://zoom.us/rec/download/1', ZOOM],
		['https://us02web.zoom.us/rec', ZOOM],
		['https://zoomgov.com/rec', ZOOM],
		['https://file.zoomgov.com/rec', ZOOM],
		['https://gw.example.com/rec', GATEWAY],
		['https://us02web.zoom.us/rec', GATEWAY],
		['http://127.0.0.1:4000/zoom/rec', SANDBOX],
	])('%s', (url, api) => {
		expect(mayCarryToken(new URL(url), api)).toBe(true);
	});
});

describe('the token never goes to', () => {
	test.each([
		['https://zoom.us.evil.example/rec', ZOOM],
		['https://evilzoom.us/rec', ZOOM],
		['https://zoom.us@evil.example/rec', ZOOM],
		['https://zoom.us:8443/rec', ZOOM],
		['http://zoom.us/rec', ZOOM],
		['https://s3.amazonaws.com/zoom.us', ZOOM],
		['https://zoom.us./rec', ZOOM],
		['https://zооm.us/rec', ZOOM],
		['https://other.example.com/rec', GATEWAY],
		['https://gw.example.com:444/rec', GATEWAY],
		['http://localhost:4000/zoom/rec', SANDBOX],
		['http://127.0.0.1:4001/zoom/rec', SANDBOX],
	])('%s', (url, api) => {
		expect(mayCarryToken(new URL(url), api)).toBe(false);
	});
});

describe('a file is fetched from', () => {
	test.each([
		['https://s3.amazonaws.com/x', ZOOM],
		['http://localhost:9/x', SANDBOX],
		// A server of one's own inside of the network may keep its files there, too.
		['https://10.0.0.7/rec', 'https://10.0.0.5/v2'],
		['https://files.corp.internal/rec', 'https://connect.corp.internal'],
	])('%s', (url, api) => {
		expect(checkedFileUrl(url, api, ZOOM_FILES).href).toBe(url);
	});

	test('an address relative to the one that named it', () => {
		const base = new URL('https://zoom.us/rec/download/1');
		expect(checkedFileUrl('../files/2', ZOOM, ZOOM_FILES, base).href).toBe(
			'https://zoom.us/rec/files/2',
		);
	});
});

describe('a file is not fetched from', () => {
	test.each([
		['http://zoom.us/rec', ZOOM],
		['http://127.0.0.1/rec', ZOOM],
		['http://169.254.169.254/latest/meta-data', SANDBOX],
		['file:///etc/passwd', ZOOM],
		['ftp://zoom.us/x', ZOOM],
		['https://me:secret@zoom.us/x', ZOOM],
		['https://localhost/rec', ZOOM],
		['https://127.1/rec', GATEWAY],
		['https://10.0.0.7/rec', ZOOM],
		['https://[::1]/rec', ZOOM],
		['https://[::ffff:7f00:1]/rec', ZOOM],
		['https://metadata.google.internal/x', ZOOM],
		['https://minio:9000/x', GATEWAY],
		['https://169.254.169.254/latest/meta-data', 'https://10.0.0.5/v2'],
		['https://169.254.169.254/latest/meta-data', SANDBOX],
		['no address', ZOOM],
	])('%s', (url, api) => {
		expect(() => checkedFileUrl(url, api, ZOOM_FILES)).toThrow('not safe to fetch');
		try {
			checkedFileUrl(url, api, ZOOM_FILES);
		} catch (error) {
			expect(String(error)).not.toContain('secret');
		}
	});
});

/** Addresses that look like Zoom's, or are, or lead nowhere near it. */
const anyAddress = fc
	.tuple(
		fc.constantFrom('https://', 'https://', 'http://', 'HTTPS://', 'https:\\\\', '//', 'ftp://'),
		fc.constantFrom('', '', '', 'zoom.us@', 'a:b@', '@', 'zoom.us%40'),
		fc.oneof(
			fc.constantFrom(
				'zoom.us',
				'ZOOM.us',
				'us02web.zoom.us',
				'zoomgov.com',
				'zoom.us.',
				'.zoom.us',
			),
			fc.constantFrom(
				'evilzoom.us',
				'zoom.us.evil.example',
				'zoom\u2024us',
				'z\u043eom.us',
				'zoom。us',
			),
			fc.constantFrom('127.0.0.1', 'localhost', '[::1]', '10.0.0.1', '0x7f.1', '169.254.169.254'),
			fc.domain(),
			fc.string({ maxLength: 8 }).map((text) => `zoom.us${text}`),
			fc.string({ maxLength: 8 }).map((text) => `${text}zoom.us`),
		),
		fc.constantFrom('', '', ':443', ':8443', ':80', ':0'),
		fc.constantFrom('', '/rec', '\\@zoom.us', '?@zoom.us', '#@zoom.us', '/../..//zoom.us'),
	)
	.map((parts) => parts.join(''));

function parse(address: string): URL | undefined {
	try {
		return new URL(address);
	} catch {
		return undefined;
	}
}

test('whatever the address, the token goes to Zoom by https, or to the gateway', () => {
	fc.assert(
		fc.property(anyAddress, fc.constantFrom(ZOOM, GATEWAY), (address, api) => {
			const url = parse(address);
			if (url === undefined || !mayCarryToken(url, api)) return;
			expect(url.protocol).toBe('https:');
			expect([url.username, url.password, url.port]).toEqual(['', '', '']);
			expect(url.hostname).toMatch(
				/^(?:(?:[^./@:\\?#]+\.)*(?:zoom\.us|zoomgov\.com)|gw\.example\.com)$/,
			);
		}),
		{ numRuns: 3000 },
	);
});

test('whatever the address, a file is fetched by https from the internet', () => {
	fc.assert(
		fc.property(anyAddress, fc.constantFrom(ZOOM, GATEWAY), (address, api) => {
			let url: URL;
			try {
				url = checkedFileUrl(address, api, ZOOM_FILES);
			} catch {
				return;
			}
			expect([url.protocol, url.username, url.password]).toEqual(['https:', '', '']);
			expect(isPrivateHost(url)).toBe(false);
		}),
		{ numRuns: 3000 },
	);
});
