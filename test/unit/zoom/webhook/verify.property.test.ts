import fc from 'fast-check';

import { verify, type SignedRequest } from '../../../../nodes/Zoom/webhook/verify';
import { signatureOf } from '../../../sandbox/zoom/outbound/signature';

const WINDOW_SECONDS = 7200;

const deliveries = fc.record({
	secret: fc.string({ minLength: 1 }),
	body: fc.json(),
	seconds: fc.integer({ min: 1_000_000_000, max: 9_000_000_000 }),
});

/** A position to change and by how much, so that the byte is never the one it was. */
const changes = fc.record({ at: fc.nat(), by: fc.integer({ min: 1, max: 255 }) });

function changed(bytes: Buffer, { at, by }: { at: number; by: number }): Buffer {
	const copy = Buffer.from(bytes);
	const index = at % copy.length;
	copy[index] = (copy[index]! + by) % 256;
	return copy;
}

function sign(secret: string, seconds: number, body: string): SignedRequest {
	const timestamp = String(seconds);
	return {
		rawBody: Buffer.from(body),
		signature: signatureOf(secret, timestamp, body),
		timestamp,
	};
}

function isGenuine(request: SignedRequest, secret: string, seconds: number): boolean {
	return verify(request, {
		secrets: [secret],
		now: seconds * 1000,
		windowSeconds: WINDOW_SECONDS,
	}).genuine;
}

test('whatever is signed with the secret is genuine', () => {
	fc.assert(
		fc.property(deliveries, ({ secret, body, seconds }) => {
			expect(isGenuine(sign(secret, seconds, body), secret, seconds)).toBe(true);
		}),
	);
});

test('one changed byte of the body is refused', () => {
	fc.assert(
		fc.property(deliveries, changes, ({ secret, body, seconds }, change) => {
			const request = sign(secret, seconds, body);
			const rawBody = changed(Buffer.from(body), change);
			expect(isGenuine({ ...request, rawBody }, secret, seconds)).toBe(false);
		}),
	);
});

test('one changed byte of the signature is refused', () => {
	fc.assert(
		fc.property(deliveries, changes, ({ secret, body, seconds }, change) => {
			const request = sign(secret, seconds, body);
			const signature = changed(Buffer.from(String(request.signature)), change).toString('latin1');
			expect(isGenuine({ ...request, signature }, secret, seconds)).toBe(false);
		}),
	);
});

test('one changed byte of the timestamp is refused, even when it stays inside the window', () => {
	fc.assert(
		fc.property(deliveries, changes, ({ secret, body, seconds }, change) => {
			const request = sign(secret, seconds, body);
			const timestamp = changed(Buffer.from(String(request.timestamp)), change).toString('latin1');
			const near = /^\d+$/.test(timestamp) ? Number(timestamp) : seconds;
			expect(isGenuine({ ...request, timestamp }, secret, near)).toBe(false);
		}),
	);
});

test('no request makes it throw', () => {
	fc.assert(
		fc.property(fc.anything(), fc.anything(), fc.anything(), (rawBody, signature, timestamp) => {
			expect(isGenuine({ rawBody, signature, timestamp }, 'secret', 1_700_000_000)).toBe(false);
		}),
	);
});
