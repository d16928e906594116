import fc from 'fast-check';

import {
	checkedApiUrl,
	normaliseWebinarId,
	segment,
	sessionSegment,
} from '../../../../nodes/Zoom/transport/paths';

describe('normaliseWebinarId', () => {
	test.each([
		['954 2637 1234', '95426371234'],
		['954-2637-1234', '95426371234'],
		['  95426371234\n', '95426371234'],
		['954\u00a02637\u00a01234', '95426371234'],
		[95426371234, '95426371234'],
		['123456789', '123456789'],
		['123456789012', '123456789012'],
	])('%j', (typed, id) => {
		expect(normaliseWebinarId(typed)).toBe(id);
	});

	test.each([
		'',
		'12345678',
		'1234567890123',
		'954263712a4',
		'95426371234/registrants',
		'95426371234?x=1',
		'../users/me',
		'９５４２６３７１２３４',
		1.5,
		1e21,
		NaN,
		null,
		undefined,
		{ value: '95426371234' },
	])('refuses %j and says what to enter', (typed) => {
		expect(() => normaliseWebinarId(typed)).toThrow(/webinar ID .* is not one of Zoom's/s);
	});

	test('quotes no more than people can read', () => {
		expect(() => normaliseWebinarId('x'.repeat(10_000))).toThrow(/^.{1,120}$/s);
	});
});

describe('sessionSegment', () => {
	test.each([
		['4444AAAiAAAAAiAiAiiAii==', '4444AAAiAAAAAiAiAiiAii%253D%253D'],
		['/abc+d==', '%252Fabc%252Bd%253D%253D'],
		['ab//cd==', 'ab%252F%252Fcd%253D%253D'],
		[' abc== ', 'abc%253D%253D'],
	])('%s', (uuid, encoded) => {
		expect(sessionSegment(uuid)).toBe(encoded);
	});

	test('is one segment, and Zoom reads the UUID back from it', () => {
		const uuid = fc
			.uint8Array({ minLength: 16, maxLength: 16 })
			.map((bytes) => Buffer.from(bytes).toString('base64'));
		fc.assert(
			fc.property(uuid, (id) => {
				const path = `/report/webinars/${sessionSegment(id)}/participants`;
				const { pathname } = new URL(`https://api.zoom.us/v2${path}`);
				expect(pathname.split('/')).toHaveLength(6);
				expect(decodeURIComponent(decodeURIComponent(pathname.split('/')[4]!))).toBe(id);
			}),
		);
	});

	test.each(['', '  ', '.', '..', 'a b', 'ä', 'a\u0000b', 'x'.repeat(129)])(
		'refuses %j',
		(uuid) => {
			expect(() => sessionSegment(uuid)).toThrow(/UUID/);
		},
	);
});

describe('segment', () => {
	test('stays one segment', () => {
		expect(segment('host+1@example.com')).toBe('host%2B1%40example.com');
		fc.assert(
			fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (value) => {
				if (value === '.' || value === '..') return;
				const { pathname } = new URL(`https://api.zoom.us/v2/users/${segment(value)}/webinars`);
				expect(pathname.split('/')).toHaveLength(5);
				expect(decodeURIComponent(pathname.split('/')[3]!)).toBe(value);
			}),
		);
	});

	test.each(['', '.', '..'])('refuses %j, which would name another path', (value) => {
		expect(() => segment(value)).toThrow(/cannot be used/);
	});
});

describe('checkedApiUrl', () => {
	test.each([
		['https://api.zoom.us/v2', 'global', 'https://api.zoom.us/v2'],
		['https://api-eu.zoom.us/v2', 'global', 'https://api-eu.zoom.us/v2'],
		['https://api.zoomgov.com/v2', 'government', 'https://api.zoomgov.com/v2'],
		['https://zoom-gateway.example.com/v2', 'custom', 'https://zoom-gateway.example.com/v2'],
		['https://gateway.example.com/zoom/v2//', 'custom', 'https://gateway.example.com/zoom/v2'],
		['  HTTPS://API.Zoom.us/v2', 'global', 'https://api.zoom.us/v2'],
		['http://127.0.0.1:8080/zoom/v2', 'custom', 'http://127.0.0.1:8080/zoom/v2'],
		['http://localhost:8080/v2', 'custom', 'http://localhost:8080/v2'],
		['http://[::1]:8080/v2', 'custom', 'http://[::1]:8080/v2'],
	])('%s (%s)', (url, region, checked) => {
		expect(checkedApiUrl(url, region)).toBe(checked);
	});

	test.each([
		['https://zoom.us.evil.com/v2', 'global'],
		['https://evilzoom.us/v2', 'global'],
		['https://zoom.us@evil.com/v2', 'global'],
		['https://evil.com/zoom.us/v2', 'global'],
		['https://evil.com#.zoom.us', 'global'],
		['https://evil.com?.zoom.us', 'global'],
		['https://api.zoom.us.', 'global'],
		['https://zoom.gov.com/v2', 'government'],
		['https://zoom-gateway.example.com/v2', 'global'],
		['http://api.zoom.us/v2', 'global'],
		['http://127.0.0.1:8080/v2', 'global'],
		['https://10.0.0.1/v2', 'global'],
		['https://[::1]/v2', 'government'],
		['http://gateway.example.com/v2', 'custom'],
		['http://10.0.0.1/v2', 'custom'],
		['http://127.0.0.1.evil.com/v2', 'custom'],
		['http://localhost.evil.com/v2', 'custom'],
		['https://user@gateway.example.com/v2', 'custom'],
		['https://user:word@gateway.example.com/v2', 'custom'],
		['https://gateway.example.com?to=/v2', 'custom'],
		['https://gateway.example.com#/v2', 'custom'],
		['ftp://gateway.example.com/v2', 'custom'],
		['file:///etc/passwd', 'custom'],
		['javascript:alert(1)', 'custom'],
		['/v2', 'custom'],
		['', 'custom'],
		[undefined, 'global'],
		[{ href: 'https://api.zoom.us' }, 'global'],
	])('refuses %j (%s)', (url, region) => {
		expect(() => checkedApiUrl(url, region)).toThrow(/Base URL/);
	});

	test('the refusal does not repeat a name or password', () => {
		expect(() => checkedApiUrl('https://user:word@gateway.example.com/v2', 'custom')).toThrow(
			/^((?!word).)*$/s,
		);
	});
});
