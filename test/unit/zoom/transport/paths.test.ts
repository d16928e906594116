import fc from 'fast-check';

import {
	checkedApiUrl,
	normaliseWebinarId,
	regionalApiUrl,
	segment,
	sessionSegment,
} from '../../../../nodes/Zoom/transport/paths';

/** Addresses that look like Zoom's and are not. */
const LOOK_ALIKES = [
	'https://zoom.us.evil.example/v2',
	'https://evilzoom.us/v2',
	'https://evil-zoom.us/v2',
	'https://api.zoom.us@evil.example/v2',
	'https://user@api.zoom.us/v2',
	'https://evil.example/zoom.us/v2',
	'https://evil.example/.zoom.us',
	'https://evil.example#.zoom.us',
	'https://evil.example?.zoom.us',
	'https://api.zoom.us.',
	'https://api.zoom.us:8443/v2',
	'https://zoom.gov.com/v2',
	'https://evilzoomgov.com/v2',
	// A Cyrillic o, and the mark that stands for a dot nowhere.
	'https://api.z\u043eom.us/v2',
	'https://api.zoom\u00b7us/v2',
	'https://zoom.us%2eevil.example/v2',
];

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
			expect(() => sessionSegment(uuid)).toThrow(/session ID/);
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
		['http://[::1]:8080/v2', 'custom', 'http://[::1]:8080/v2'],
	])('%s (%s)', (url, region, checked) => {
		expect(checkedApiUrl(url, region)).toBe(checked);
	});

	test.each<[unknown, unknown]>([
		...LOOK_ALIKES.map((url): [unknown, unknown] => [url, 'global']),
		...LOOK_ALIKES.map((url): [unknown, unknown] => [url, 'government']),
		['https://zoom-gateway.example.com/v2', 'global'],
		['http://api.zoom.us/v2', 'global'],
		['http://127.0.0.1:8080/v2', 'global'],
		['https://10.0.0.1/v2', 'global'],
		['https://[::1]/v2', 'government'],
		['https://zoom-gateway.example.com/v2', 'somewhere'],
		['https://zoom-gateway.example.com/v2', undefined],
		['http://gateway.example.com/v2', 'custom'],
		['https://user:word@gateway.example.com/v2', 'custom'],
		['https://gateway.example.com?to=/v2', 'custom'],
		['/v2', 'custom'],
		['', 'custom'],
		[undefined, 'global'],
		[{ href: 'https://api.zoom.us' }, 'global'],
	])('refuses %j (%s), says whose field it is and what to choose', (url, region) => {
		expect(() => checkedApiUrl(url, region)).toThrow(
			expect.objectContaining({
				message: expect.stringMatching(/^Base URL of the Zoom credential /) as string,
				repair: expect.stringMatching(/Region Global .* Custom/) as string,
			}) as Error,
		);
	});
});

describe('regionalApiUrl', () => {
	test.each([
		['https://api-eu.zoom.us', 'global', 'https://api-eu.zoom.us/v2'],
		['https://api.zoom.us', 'global', 'https://api.zoom.us/v2'],
		['https://api-eu.zoom.us/v2/', 'global', 'https://api-eu.zoom.us/v2'],
		['HTTPS://API-EU.Zoom.US', 'global', 'https://api-eu.zoom.us/v2'],
		['https://acme.zoom.us', 'global', 'https://acme.zoom.us/v2'],
		['https://api.zoomgov.com', 'government', 'https://api.zoomgov.com/v2'],
	])('%s is taken (%s)', (told, region, url) => {
		expect(regionalApiUrl(told, region)).toBe(url);
	});

	test.each<[unknown, unknown]>([
		...LOOK_ALIKES.map((url): [unknown, unknown] => [url, 'global']),
		...LOOK_ALIKES.map((url): [unknown, unknown] => [url, 'government']),
		['https://api.zoomgov.com', 'global'],
		['https://api-eu.zoom.us', 'government'],
		['https://api-eu.zoom.us', 'custom'],
		['https://api-eu.zoom.us', undefined],
		['https://api-eu.zoom.us', 'toString'],
		['http://api-eu.zoom.us', 'global'],
		['api-eu.zoom.us', 'global'],
		['https://.zoom.us', 'global'],
		['https://api..zoom.us', 'global'],
		['', 'global'],
		[undefined, 'global'],
		[['https://api-eu.zoom.us'], 'global'],
	])('%j is not, and nothing is thrown (%s)', (told, region) => {
		expect(regionalApiUrl(told, region)).toBeUndefined();
	});

	test("never a host that is not Zoom's", () => {
		const host = fc.oneof(
			fc.domain(),
			fc.tuple(fc.domain(), fc.constantFrom('', '.', '-')).map(([d, glue]) => `zoom.us${glue}${d}`),
			fc.string({ maxLength: 12 }).map((text) => `${text}zoom.us`),
			fc.string({ maxLength: 12 }).map((text) => `api.zoom.us${text}`),
		);
		fc.assert(
			fc.property(host, (name) => {
				const taken = regionalApiUrl(`https://${name}`, 'global');
				if (taken === undefined) return;
				expect(new URL(taken).host).toMatch(/^([^/@:]+\.)?zoom\.us$/);
			}),
			{ numRuns: 1000 },
		);
	});
});
