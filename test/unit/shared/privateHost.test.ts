import { isIPv4 } from 'node:net';

import fc from 'fast-check';

import { isLinkLocal, isPrivateHost } from '../../../nodes/shared/transport/privateHost';

const at = (host: string) => new URL(`https://${host}/x`);

describe('leads inside of the network', () => {
	test.each([
		'localhost',
		'LOCALHOST',
		'localhost.',
		'app.localhost',
		'127.0.0.1',
		'127.0.0.1.',
		'127.8.9.10',
		// Other spellings of 127.0.0.1.
		'127.1',
		'2130706433',
		'0x7f000001',
		'0177.0.0.1',
		'１２７.０.０.１',
		'127%2e0%2e0%2e1',
		'0.0.0.0',
		'0',
		'10.0.0.1',
		'100.64.0.1',
		'100.127.255.255',
		'169.254.169.254',
		'2852039166',
		'0xa9fea9fe',
		'172.16.0.1',
		'172.31.255.255',
		'192.0.0.192',
		'192.168.1.1',
		'198.18.0.1',
		'224.0.0.1',
		'255.255.255.255',
		'[::]',
		'[::1]',
		'[::ffff:127.0.0.1]',
		'[::ffff:a9fe:a9fe]',
		'[64:ff9b::10.0.0.1]',
		'[fc00::1]',
		'[fd00:ec2::254]',
		'[fe80::1]',
		'[ff02::1]',
		'metadata',
		'metadata.google.internal',
		'metadata.google.internal.',
		'printer.local',
		'nas.lan',
		'router.home.arpa',
		'intranet',
	])('%s', (host) => {
		expect(isPrivateHost(at(host))).toBe(true);
	});
});

describe('leads to the internet', () => {
	test.each([
		'zoom.us',
		'zoom.us.',
		'us02web.zoom.us',
		'bücher.example',
		'8.8.8.8',
		'100.63.0.1',
		'100.128.0.1',
		'169.253.0.1',
		'172.15.0.1',
		'172.32.0.1',
		'192.167.0.1',
		'[2606:4700::1111]',
		'[2001:4860:4860::8888]',
		'[::ffff:8.8.8.8]',
		'internal.example.com',
		'localhost.example.com',
		'10.example.com',
	])('%s', (host) => {
		expect(isPrivateHost(at(host))).toBe(false);
	});
});

test.each([
	['169.254.169.254', true],
	['169.254.170.2', true],
	['0xa9fea9fe', true],
	['[::ffff:169.254.169.254]', true],
	['[fe80::1]', true],
	['10.0.0.1', false],
	['zoom.us', false],
])('%s is link-local: %s', (host, expected) => {
	expect(isLinkLocal(at(host))).toBe(expected);
});

/** By arithmetic instead of by text. */
const INSIDE: ReadonlyArray<readonly [base: number, bits: number]> = [
	[0x00000000, 8],
	[0x0a000000, 8],
	[0x64400000, 10],
	[0x7f000000, 8],
	[0xa9fe0000, 16],
	[0xac100000, 12],
	[0xc0000000, 16],
	[0xc0a80000, 16],
	[0xc6120000, 15],
	[0xe0000000, 3],
];

test('every IPv4 address is judged by its number, however it is spelt', () => {
	const number = fc.oneof(
		fc.nat(0xffffffff),
		fc
			.tuple(fc.constantFrom(...INSIDE.map(([base]) => base)), fc.integer({ min: -2, max: 2 }))
			.map(([base, more]) => Math.max(0, base + more)),
	);
	const spell = fc.constantFrom(
		(n: number) => [24, 16, 8, 0].map((shift) => (n >>> shift) & 255).join('.'),
		(n: number) => String(n),
		(n: number) => `0x${n.toString(16)}`,
		(n: number) => `0${n.toString(8)}`,
		(n: number) => `${n >>> 24}.${n & 0xffffff}`,
		(n: number) => `[::ffff:${(n >>> 16).toString(16)}:${(n & 0xffff).toString(16)}]`,
	);
	fc.assert(
		fc.property(number, spell, (n, spelt) => {
			const expected = INSIDE.some(([base, bits]) => n >>> (32 - bits) === base >>> (32 - bits));
			const url = at(spelt(n >>> 0));
			expect([url.hostname, isPrivateHost(url)]).toEqual([url.hostname, expected]);
		}),
		{ numRuns: 2000 },
	);
});

test('no address of the internet is an IP address of this network', () => {
	fc.assert(
		fc.property(fc.webUrl({ validSchemes: ['https'] }), (text) => {
			const url = new URL(text);
			if (isPrivateHost(url)) return;
			expect(isIPv4(url.hostname) && /^(?:10|127)\./.test(url.hostname)).toBe(false);
			expect(url.hostname).not.toMatch(/^localhost$/);
		}),
	);
});
