import fc from 'fast-check';

import { emailDomain, isValidEmail, normaliseEmail } from '../../../nodes/shared/model/email';

describe('isValidEmail', () => {
	test.each([
		'ann@example.com',
		'ann.lee+webinar@mail.example.co.uk',
		"o'neil@example.com",
		'müller@bücher.example',
		'用户@例子.example',
		'a@xn--bcher-kva.example',
		`${'a'.repeat(64)}@example.com`,
	])('takes %s', (address) => {
		expect(isValidEmail(address)).toBe(true);
	});

	test.each([
		'',
		'@',
		'ann',
		'@example.com',
		'ann@',
		'ann@example',
		'ann@example.',
		'ann@.com',
		'ann@exam ple.com',
		'an n@example.com',
		'ann@example..com',
		'.ann@example.com',
		'ann.@example.com',
		'a..n@example.com',
		'ann@@example.com',
		'ann@example.c',
		'ann@example.123',
		'ann@-example.com',
		'ann@example-.com',
		'ann@exa_mple.com',
		'ann,bob@example.com',
		'Ann <ann@example.com>',
		`${'a'.repeat(65)}@example.com`,
		`a@${'b'.repeat(64)}.com`,
		`${'a'.repeat(60)}@${'b.'.repeat(100)}com`,
	])('refuses %s', (address) => {
		expect(isValidEmail(address)).toBe(false);
	});

	test('takes what RFC 5322 addresses of fast-check look like', () => {
		fc.assert(
			fc.property(fc.emailAddress(), (address) => {
				expect(isValidEmail(normaliseEmail(address))).toBe(true);
			}),
		);
	});

	test('answers any text at all, long ones too', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
				expect(typeof isValidEmail(text)).toBe('boolean');
			}),
		);
		// Would take for ever with a pattern that backtracks.
		expect(isValidEmail(`a@${'a-'.repeat(100_000)}`)).toBe(false);
		expect(isValidEmail(`a@${'a-'.repeat(120)}.com`)).toBe(false);
	});
});

describe('normaliseEmail', () => {
	test('trims and lowers, and is empty for whatever is no text', () => {
		expect(normaliseEmail(' Ann@Example.COM\t')).toBe('ann@example.com');
		for (const value of [undefined, null, 7, {}, ['a@example.com']]) {
			expect(normaliseEmail(value)).toBe('');
		}
	});

	test('normalising again changes nothing', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				const once = normaliseEmail(text);
				expect(normaliseEmail(once)).toBe(once);
			}),
		);
	});
});

test('emailDomain is what follows the last @', () => {
	expect(emailDomain('ann@Example.com')).toBe('example.com');
	expect(emailDomain('"a@b"@example.com')).toBe('example.com');
	expect(emailDomain('nobody')).toBe('');
});
