/** The signer against the vendor's own client, and against vectors that were computed with it before. */
import { Signature } from '@hubspot/api-client';
import { signatureHeaders, signatureOf } from './signature';

const SECRET = '8d1f3c1e-0000-4000-8000-0123456789ab';
const VECTOR = {
	secret: SECRET,
	method: 'POST',
	url: 'https://n8n.example.com/webhook/hs-action?token=a%20b&x=1',
	body: Buffer.from('{"callbackId":"ap-1"}'),
	timestamp: 1763770000000,
};

it.each([
	['v1', 'dd4a47b23d48bb851a5ec7eff1841cdcfcca172d75a063c0b1d64f971b2d45c5'],
	['v2', '792ae2c62b40d74074c4883f5c6667a844b6114d053fbc9b3e15968245a976b6'],
	['v3', 'EaH/iTj935oUYJOZbu9yFfIqWcR9GcjX/UQ57KObTIs='],
] as const)('signs as the vector of %s says', (version, signature) => {
	expect(signatureOf(version, VECTOR)).toBe(signature);
});

it('signs a GET without a body', () => {
	const signed = { ...VECTOR, method: 'GET', body: Buffer.alloc(0) };
	expect(signatureOf('v2', signed)).toBe(
		'2773ff8feae8214c7cd6f11af69cf134e61dda578f1caba912c4d96d8a57bd58',
	);
});

it.each(['v1', 'v2', 'v3'] as const)("is valid to the vendor's client by %s", (version) => {
	const body = '{"name":"Žofie 🎉","path":"a/b"}';
	const timestamp = Date.now();
	for (const method of ['POST', 'GET', 'PUT']) {
		const url = 'https://n8n.example.com:8443/webhook/a%20b?x=%7B1%7D&y=ü';
		const signature = signatureOf(version, {
			secret: SECRET,
			method,
			url,
			body: Buffer.from(body),
			timestamp,
		});
		const given = {
			signatureVersion: version,
			clientSecret: SECRET,
			signature,
			requestBody: body,
			method,
			url,
			timestamp,
		};
		expect(Signature.isValid(given)).toBe(true);
		expect(Signature.isValid({ ...given, requestBody: `${body} ` })).toBe(false);
	}
});

it('decodes twelve codes of the address for v3, and no others', () => {
	const encoded = 'https://n8n.example.com/w%3A%2f%3F%40%21%24%27%28%29%2A%2C%3B?q=%20%26%3D%25%23';
	const decoded = "https://n8n.example.com/w:/?@!$'()*,;?q=%20%26%3D%25%23";
	const { timestamp } = VECTOR;
	expect(signatureOf('v3', { ...VECTOR, url: encoded })).toBe(
		Signature.getSignature('POST', 'v3', {
			clientSecret: SECRET,
			signature: '',
			requestBody: VECTOR.body.toString(),
			url: decoded,
			timestamp,
		}),
	);
	const v2 = (url: string) => signatureOf('v2', { ...VECTOR, url });
	expect(v2(encoded)).not.toBe(v2(decoded));
});

it('names versions in headers, and the moment for v3 only', () => {
	expect(signatureHeaders(['v2', 'v3'], VECTOR)).toEqual({
		'x-hubspot-signature': signatureOf('v2', VECTOR),
		'x-hubspot-signature-version': 'v2',
		'x-hubspot-signature-v3': signatureOf('v3', VECTOR),
		'x-hubspot-request-timestamp': '1763770000000',
	});
	expect(Object.keys(signatureHeaders(['v1'], VECTOR))).toEqual([
		'x-hubspot-signature',
		'x-hubspot-signature-version',
	]);
});
