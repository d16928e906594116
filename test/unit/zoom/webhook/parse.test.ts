import fc from 'fast-check';

import { parse } from '../../../../nodes/Zoom/webhook/parse';
import { ENDED } from './ended';

function parseJson(value: unknown) {
	return parse(Buffer.from(JSON.stringify(value)));
}

function deepEvent(levels: number): string {
	const deep = `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
	return `{"event":"webinar.ended","payload":{"object":${deep}}}`;
}

test('an event is read with its envelope', () => {
	expect(parseJson(ENDED)).toEqual({
		kind: 'event',
		event: {
			event: 'webinar.ended',
			eventTimestamp: 1626230691572,
			accountId: 'AAAAAABBBB',
			object: ENDED.payload.object,
			payload: ENDED.payload,
			downloadToken: '',
		},
	});
});

test('the download token stands beside the payload', () => {
	expect(parseJson({ ...ENDED, download_token: 'token' })).toMatchObject({
		event: { downloadToken: 'token' },
	});
	expect(parseJson({ ...ENDED, download_token: ['token'] })).toMatchObject({
		event: { downloadToken: '' },
	});
});

test('escaped and plain characters beyond ASCII are the same text', () => {
	const body = String.raw`{"event":"webinar.ended","payload":{"object":{"topic":"– \uD83D\uDE92 🚒"}}}`;
	expect(parse(Buffer.from(body))).toMatchObject({ event: { object: { topic: '– 🚒 🚒' } } });
});

test('a URL validation is read', () => {
	const body = { event: 'endpoint.url_validation', event_ts: 1, payload: { plainToken: 'abc' } };
	expect(parseJson(body)).toEqual({ kind: 'urlValidation', plainToken: 'abc' });
});

test.each([
	['not JSON', 'nonsense'],
	['truncated', '{"event":"webinar.ended","payload":{'],
	['empty', ''],
	['null', 'null'],
	['a list', '[{"event":"webinar.ended"}]'],
	['a number', '5'],
	['without an event', '{"payload":{"object":{}}}'],
	['with an event that is an object', '{"event":{},"payload":{"object":{}}}'],
	['without a payload', '{"event":"webinar.ended"}'],
	['without an object', '{"event":"webinar.ended","payload":{}}'],
	['with a list for an object', '{"event":"webinar.ended","payload":{"object":[]}}'],
	['a challenge without a token', '{"event":"endpoint.url_validation","payload":{}}'],
	['a challenge with a number', '{"event":"endpoint.url_validation","payload":{"plainToken":5}}'],
	['nested beyond reason', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
	['an event nested beyond reason', deepEvent(100_000)],
	['an event nested a little too deep', deepEvent(50)],
])('a body that is %s is unusable and does not throw', (_name, body) => {
	expect(parse(Buffer.from(body)).kind).toBe('unusable');
});

test('keys of the prototype change nothing outside the body', () => {
	const hostile = '{"__proto__":{"event":"webinar.ended","polluted":1},"constructor":5}';
	expect(parse(Buffer.from(hostile)).kind).toBe('unusable');
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('what the reasons say never repeats the body', () => {
	fc.assert(
		fc.property(fc.stringMatching(/^[A-Z]{12}$/), (marker) => {
			for (const body of [{ event: marker }, { event: '', payload: { object: marker } }]) {
				expect(JSON.stringify(parseJson(body))).not.toContain(marker);
			}
		}),
	);
});

test('no bytes make it throw', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
			expect(['urlValidation', 'event', 'unusable']).toContain(parse(Buffer.from(bytes)).kind);
		}),
	);
});
