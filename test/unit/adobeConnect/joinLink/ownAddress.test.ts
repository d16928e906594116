import fc from 'fast-check';

import { ownAddress } from '../../../../nodes/AdobeConnect/joinLink/ownAddress';

const OWN = {
	baseUrl: 'https://acme.adobeconnect.com',
	webAddress: 'https://webinars.example.com',
};

test.each([
	'https://acme.adobeconnect.com/r1/',
	'https://webinars.example.com/e1/event/entry.html?session=abc',
])('%s leads to the account', (address) => {
	expect(ownAddress(address, OWN)).toBe(address);
});

test.each([
	'http://acme.adobeconnect.com/r1/',
	'https://acme.adobeconnect.com.evil.example/r1/',
	'https://acme.adobeconnect.com@evil.example/r1/',
	'https://me:pw@acme.adobeconnect.com/r1/',
	'https://acme.adobeconnect.com:8443/r1/',
	'//acme.adobeconnect.com/r1/',
	'javascript:alert(1)',
	'/r1/',
	'',
])('%s does not', (address) => {
	expect(ownAddress(address, OWN)).toBe('');
});

test('whatever comes, what is returned leads to the account', () => {
	fc.assert(
		fc.property(fc.oneof(fc.webUrl(), fc.string()), (address) => {
			const led = ownAddress(address, OWN);
			expect(led === '' || Object.values(OWN).some((own) => led.startsWith(`${own}/`))).toBe(true);
		}),
	);
});

test('on a server of this machine http is taken', () => {
	const local = { baseUrl: 'http://127.0.0.1:1/adobe', webAddress: 'http://127.0.0.1:1/adobe' };
	expect(ownAddress('http://127.0.0.1:1/adobe/r1/', local)).toBe('http://127.0.0.1:1/adobe/r1/');
	expect(ownAddress('http://127.0.0.1:2/adobe/r1/', local)).toBe('');
});
