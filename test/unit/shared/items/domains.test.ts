import { isAtDomain, parseDomains } from '../../../../nodes/shared/items/domains';

describe('a list of excluded domains', () => {
	it.each([
		[
			'example.com',
			['a@example.com', 'a@mail.example.com'],
			['a@notexample.com', 'a@example.com.au'],
		],
		['*.example.com', ['a@mail.example.com', 'a@x.y.example.com'], ['a@example.com']],
		['example.*', ['a@example.org', 'a@example.co.uk', 'a@mail.example.de'], ['a@example']],
		[
			'mail*.example.*',
			['a@mail7.example.org', 'a@mail.example.co.uk'],
			['a@example.org', 'a@e.example.org'],
		],
		['*rival*', ['a@rival.example', 'a@my-rivals.com'], ['rival@example.com']],
		['@Example.COM.; .other.net', ['a@example.com', 'a@other.net'], ['a@example.net']],
		['a*bc*bc.de', ['x@abcbc.de', 'x@a1bc2bc.de'], ['x@abc.de']],
		['', [], ['a@example.com']],
		['*', ['a@example.com'], []],
	])('%s', (list, inside, outside) => {
		const domains = parseDomains(list);
		expect(inside.filter((email) => !isAtDomain(email, domains))).toEqual([]);
		expect(outside.filter((email) => isAtDomain(email, domains))).toEqual([]);
	});

	it('of stars alone is at once through with a long address', () => {
		const domains = parseDomains(`${'*a'.repeat(120)}*b`);
		// Where anything were tried twice, this would not come to an end.
		expect(isAtDomain(`x@${'a'.repeat(250)}.${'a.'.repeat(100)}c`, domains)).toBe(false);
	});
});
