import fc from 'fast-check';

import { allowSecret, keepSecret, leaksIn, searchForSecrets, takeLeaks } from '../../secrets/book';
import { keepCredential } from '../../secrets/credentialSecrets';
import { everythingIn } from '../../secrets/everything';
import { formsOf } from '../../secrets/forms';

const namesIn = (text: string): string[] => [
	...new Set(leaksIn('here', text).map(({ secret }) => secret)),
];

const SECRET = 'FAKE-"s&cret"/of+some=body';
keepSecret('the secret', SECRET);

describe('a secret is found', () => {
	test.each<[string, string]>([
		['as it is', `x${SECRET}y`],
		['in JSON', JSON.stringify({ a: SECRET })],
		['in JSON inside of JSON', JSON.stringify({ a: JSON.stringify({ b: SECRET }) })],
		['in an address', `https://a.example/?x=${encodeURIComponent(SECRET)}`],
		['in a form', new URLSearchParams({ a: SECRET }).toString()],
		['in an address inside of an address', encodeURIComponent(encodeURIComponent(SECRET))],
		['in a page', `<p>${SECRET.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}</p>`],
		['as bytes in hex', Buffer.from(SECRET).toString('hex')],
	])('%s', (_, text) => {
		expect(namesIn(text)).toEqual(['the secret']);
	});

	test('in the Base64 of something longer, such as Basic authentication', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (before, after) => {
				const bytes = Buffer.from(`${before}${SECRET}${after}`);
				expect(namesIn(bytes.toString('base64'))).toEqual(['the secret']);
				expect(namesIn(bytes.toString('base64url'))).toEqual(['the secret']);
			}),
		);
	});

	test('deep in what hangs on an error', () => {
		const error = Object.assign(new Error('no', { cause: new Error(SECRET) }), { more: [1] });
		const hidden = Object.defineProperty({}, 'hidden', { value: { token: SECRET } });
		const circle: Record<string, unknown> = { inside: new Map([['a', hidden]]) };
		circle.itself = circle;
		for (const value of [{ list: [error] }, circle, { [SECRET]: 1 }, Buffer.from(SECRET)]) {
			expect(namesIn(everythingIn(value))).toEqual(['the secret']);
		}
	});

	test('and the report of it does not show it', () => {
		searchForSecrets('here', `before ${SECRET} after ${encodeURIComponent(SECRET)}`);
		const leaks = takeLeaks();
		expect(leaks.length).toBeGreaterThan(1);
		for (const form of formsOf(SECRET)) expect(JSON.stringify(leaks)).not.toContain(form);
		expect(leaks[0]!.where).toBe('here: before [the secret] after [the secret]');
		expect(takeLeaks()).toEqual([]);
	});
});

describe('of a credential', () => {
	const fields = {
		clientId: 'FAKE-public-client-id',
		clientSecret: 'FAKE-credential-client-secret',
		webhookSecretToken: 'FAKE-credential-webhook-token',
		accessTokenUrl: 'https://zoom.example/oauth/token',
		oauthTokenData: { access_token: 'FAKE-access-0123456789', scope: 'webinar:read:webinar' },
	};

	test('all secrets are searched for, and nothing else', () => {
		keepCredential('zoom', fields);
		expect(namesIn(JSON.stringify(fields)).sort()).toEqual([
			'access_token of zoom, held by n8n',
			'clientSecret of zoom',
			'webhookSecretToken of zoom',
		]);
	});

	test('what is too short to be one is not', () => {
		keepSecret('short', 'password');
		expect(namesIn('the password is wrong')).toEqual([]);
	});
});

describe('what may be there', () => {
	test('is what a test asks for', () => {
		keepSecret('asked for', 'FAKE-asked-for-0123456789');
		allowSecret('FAKE-asked-for-0123456789', 'the option of this test');
		expect(namesIn('FAKE-asked-for-0123456789')).toEqual([]);
	});

	test('is in its one place, and nowhere else', () => {
		keepSecret('Adobe Connect session', 'na1breez0123456789');
		const entry = 'https://acme.example/e1/event/entry.html?session=na1breez0123456789';
		expect(namesIn(entry)).toEqual([]);
		expect(namesIn(`${entry} BREEZESESSION=na1breez0123456789`)).toEqual(['Adobe Connect session']);
		keepSecret('Marketo callback key', 'FAKE-callback-key-01234');
		expect(leaksIn('webhook', 'FAKE-callback-key-01234')).toEqual([]);
		expect(leaksIn('node Trigger', 'FAKE-callback-key-01234')).toHaveLength(1);
	});
});
