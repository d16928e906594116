import { mayCarryToken, ZOOM_FILES } from '../../../../nodes/Zoom/transport/hosts';
import { checkedFileUrl } from '../../../../nodes/shared/transport/fileAddress';

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
