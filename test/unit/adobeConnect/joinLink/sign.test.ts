import fc from 'fast-check';

import { signJoinLink, verifyJoinLink } from '../../../../nodes/AdobeConnect/joinLink/sign';

const ADDRESS = 'https://n8n.example.com/webhook/adobe-connect-join';
const SECRET = 'a long random text of ours';
const HOLDER = { webinarId: '1890591', occurrenceId: '', registrantId: '1603700505' };

const id = fc.stringMatching(/^\d{1,18}$/);
const holders = fc.record({
	webinarId: id,
	occurrenceId: fc.oneof(fc.constant(''), id),
	registrantId: id,
});
const secrets = fc.string({ minLength: 16, maxLength: 60 });

/** As n8n's webhook hands it over. */
function queryOf(link: string): Record<string, string> {
	return Object.fromEntries(new URL(link).searchParams);
}

describe('a personal join link', () => {
	test('is the address with three IDs and a signature, and names nobody', () => {
		const link = new URL(signJoinLink(ADDRESS, SECRET, HOLDER));
		expect(link.origin + link.pathname).toBe(ADDRESS);
		expect(Object.keys(queryOf(link.href))).toEqual(['w', 'r', 's']);
		expect(link.searchParams.get('w')).toBe('1890591');
		expect(link.searchParams.get('r')).toBe('1603700505');
	});

	test('is the same whenever it is made: people keep their mails', () => {
		expect(signJoinLink(ADDRESS, SECRET, HOLDER)).toBe(
			`${ADDRESS}?w=1890591&r=1603700505&s=v-IPRTdOsLc7AqqiACQ4-oinEjuimX93Pz_NqdiMgls`,
		);
	});

	test('keeps a query of the address, and no fragment', () => {
		const link = signJoinLink(`${ADDRESS}?utm_source=mail#top`, SECRET, HOLDER);
		expect(link).toMatch(/\?utm_source=mail&w=1890591&r=1603700505&s=[\w-]{43}$/);
	});

	test('leads its owner to the IDs it was made of', () => {
		fc.assert(
			fc.property(holders, secrets, (holder, secret) => {
				const query = queryOf(signJoinLink(ADDRESS, secret, holder));
				expect(verifyJoinLink(query, secret)).toEqual({ kind: 'valid', holder });
			}),
		);
	});

	test('is refused when any part of it is changed', () => {
		const part = fc.constantFrom('w', 'o', 'r', 's');
		const anything = fc.oneof(id, fc.string(), fc.stringMatching(/^[\w-]{43}$/));
		fc.assert(
			fc.property(holders, secrets, part, anything, (holder, secret, name, value) => {
				const query = queryOf(signJoinLink(ADDRESS, secret, holder));
				fc.pre((query[name] ?? '') !== value);
				expect(verifyJoinLink({ ...query, [name]: value }, secret).kind).not.toBe('valid');
			}),
		);
	});

	test('is refused when two of its IDs change places or digits', () => {
		fc.assert(
			fc.property(holders, secrets, holders, (holder, secret, other) => {
				const { s } = queryOf(signJoinLink(ADDRESS, secret, holder));
				fc.pre(JSON.stringify(holder) !== JSON.stringify(other));
				const query = {
					...queryOf(signJoinLink(ADDRESS, secret, other)),
					s,
				};
				expect(verifyJoinLink(query, secret)).toEqual({ kind: 'forged' });
			}),
		);
	});

	test('is refused with another secret', () => {
		fc.assert(
			fc.property(holders, secrets, fc.string(), (holder, secret, other) => {
				fc.pre(secret !== other);
				const query = queryOf(signJoinLink(ADDRESS, secret, holder));
				expect(verifyJoinLink(query, other).kind).toBe('forged');
			}),
		);
	});

	test.each(['w', 'r', 's'])('is incomplete without %s', (name) => {
		const query = queryOf(signJoinLink(ADDRESS, SECRET, HOLDER));
		delete query[name];
		expect(verifyJoinLink(query, SECRET)).toEqual({ kind: 'incomplete' });
	});

	test('is incomplete when a part comes twice', () => {
		const query = queryOf(signJoinLink(ADDRESS, SECRET, HOLDER));
		expect(verifyJoinLink({ ...query, w: [query.w, query.w] }, SECRET).kind).toBe('incomplete');
	});

	test('is never taken for valid, and nothing is thrown, whatever arrives', () => {
		const part = fc.anything();
		const query = fc.oneof(
			fc.anything(),
			fc.record({ w: part, o: part, r: part, s: part }, { requiredKeys: [] }),
		);
		fc.assert(
			fc.property(query, fc.string(), (value, secret) => {
				expect(verifyJoinLink(value, secret).kind).not.toBe('valid');
			}),
		);
	});

	test.each([
		['an empty address', ''],
		['no address', 'adobe-connect-join'],
		['an address of a script', 'javascript:alert(1)'],
		['an address with a user name', 'https://somebody@n8n.example.com/webhook/x'],
	])('is not made for %s', (_, address) => {
		expect(() => signJoinLink(address, SECRET, HOLDER)).toThrow(/not a web address/);
	});

	test.each(['', 'too short'])('is not made with the secret "%s"', (secret) => {
		expect(() => signJoinLink(ADDRESS, secret, HOLDER)).toThrow(/Join Link Secret/);
	});

	test('is not made for an ID that Adobe Connect does not give', () => {
		const holder = { ...HOLDER, registrantId: '1603700505\n1' };
		expect(() => signJoinLink(ADDRESS, SECRET, holder)).toThrow(/no IDs/);
	});
});
