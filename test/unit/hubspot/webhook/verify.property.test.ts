import fc from 'fast-check';

import { verifySignature, type SignedRequest } from '../../../../nodes/HubSpot/webhook/verify';
import { signedV2, signedV3 } from './signing';

const NOW = 1_763_770_000_000;

const requests = fc
	.record({
		secret: fc.string({ minLength: 1 }),
		method: fc.constantFrom('GET', 'POST'),
		host: fc.constantFrom('n8n.example.com', 'n8n.example.com:8443', 'localhost:5678'),
		path: fc.constantFrom(
			'/webhook/1/hubspot-action',
			'/n8n/webhook/2/hubspot-choices?x=1&y=a%20b',
		),
		body: fc.json(),
		version: fc.constantFrom(2, 3),
	})
	.map(({ secret, method, host, path, body, version }) => {
		const url = `https://${host}${path}`;
		const signed =
			version === 2
				? signedV2(secret, method, url, body)
				: signedV3(secret, method, url, body, NOW);
		return { secret, signed };
	});

/** A position to change and by how much, so that what stands there is never what it was. */
const changes = fc.record({ at: fc.nat(), by: fc.integer({ min: 1, max: 255 }) });

function changedBytes(bytes: Buffer, at: number, by: number): Buffer {
	const copy = Buffer.from(bytes);
	const index = at % copy.length;
	copy[index] = (copy[index]! + by) % 256;
	return copy;
}

function changedText(text: string, at: number): string {
	const index = at % text.length;
	return `${text.slice(0, index)}${text[index] === 'x' ? 'y' : 'x'}${text.slice(index + 1)}`;
}

const isGenuine = (request: SignedRequest, secret: string) =>
	verifySignature(request, secret, NOW).genuine;

it('whatever is signed with the secret is genuine', () => {
	fc.assert(
		fc.property(requests, ({ secret, signed }) => {
			expect(isGenuine(signed, secret)).toBe(true);
		}),
	);
});

it('one changed byte of the body is refused, and so is one that is added', () => {
	fc.assert(
		fc.property(requests, changes, ({ secret, signed }, { at, by }) => {
			const rawBody = changedBytes(signed.rawBody, at, by);
			expect(isGenuine({ ...signed, rawBody }, secret)).toBe(false);
			const longer = Buffer.concat([signed.rawBody, Buffer.from(' ')]);
			expect(isGenuine({ ...signed, rawBody: longer }, secret)).toBe(false);
		}),
	);
});

it('one changed character of the address, host and scheme included, is refused', () => {
	fc.assert(
		fc.property(requests, fc.nat(), ({ secret, signed }, at) => {
			expect(isGenuine({ ...signed, url: changedText(signed.url, at) }, secret)).toBe(false);
		}),
	);
});

it('another method is refused', () => {
	fc.assert(
		fc.property(requests, ({ secret, signed }) => {
			const method = signed.method === 'GET' ? 'POST' : 'GET';
			expect(isGenuine({ ...signed, method }, secret)).toBe(false);
		}),
	);
});

it('one changed character of any header is refused', () => {
	fc.assert(
		fc.property(requests, fc.nat(), fc.nat(), ({ secret, signed }, which, at) => {
			const names = Object.keys(signed.headers).filter((name) => !name.endsWith('-version'));
			const name = names[which % names.length]!;
			const headers = { ...signed.headers, [name]: changedText(String(signed.headers[name]), at) };
			expect(isGenuine({ ...signed, headers }, secret)).toBe(false);
		}),
	);
});

it('another secret is refused', () => {
	fc.assert(
		fc.property(requests, fc.string({ minLength: 1 }), ({ secret, signed }, other) => {
			fc.pre(other !== secret);
			expect(isGenuine(signed, other)).toBe(false);
		}),
	);
});

it('never throws, whatever stands in the headers', () => {
	fc.assert(
		fc.property(requests, fc.anything(), fc.anything(), ({ signed }, one, other) => {
			const headers = {
				'x-hubspot-signature': one,
				'x-hubspot-signature-v3': other,
				'x-hubspot-request-timestamp': one,
				'x-hubspot-signature-version': other,
			};
			expect(isGenuine({ ...signed, headers }, 'secret')).toBe(false);
		}),
	);
});
