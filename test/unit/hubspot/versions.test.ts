import fc from 'fast-check';

import { pathOf } from '../../../nodes/HubSpot/transport/versions';

/** Ids come with requests and items: a callback ID, a record ID, a property's name. */
test('whatever an ID is, it stays one part of the path below its API', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (id) => {
			if (/^\.{1,2}$/.test(id)) return;
			const url = new URL(`https://api.hubapi.com${pathOf('callbacks', id, 'complete')}`);
			const parts = url.pathname.split('/');
			expect([url.host, url.search, url.hash]).toEqual(['api.hubapi.com', '', '']);
			expect([parts.length, parts[6]]).toEqual([7, 'complete']);
			expect(decodeURIComponent(parts[5]!)).toBe(id);
		}),
	);
});

test.each([
	'a/b',
	'../../crm/objects',
	'x?y=1',
	'x#y',
	'x;y',
	'@evil.example',
	'//evil.example',
	'\\\\evil',
	'%2e%2e',
	'%2F..%2F',
])('%s leads nowhere else', (id) => {
	const { pathname, host } = new URL(`https://api.hubapi.com${pathOf('callbacks', id)}`);
	expect(host).toBe('api.hubapi.com');
	expect(pathname).toBe(`/automation/actions/callbacks/2026-09/${encodeURIComponent(id)}`);
});

test.each(['', '.', '..'])('%j is no part of a path', (id) => {
	expect(() => pathOf('callbacks', id)).toThrow('Not a path segment');
});
