/** The signature and the challenge, judged by two parties that are not us: captures and Zoom's SDK. */
import fc from 'fast-check';

import { answerUrlValidation } from '../../../../nodes/Zoom/webhook/urlValidation';
import { verify } from '../../../../nodes/Zoom/webhook/verify';
import { signatureOf } from '../../../sandbox/zoom/outbound/signature';
import { ENDED } from './ended';
import { readSpec, testWith } from './specs';

interface Vector {
	name: string;
	secretToken: string;
	'x-zm-request-timestamp': string;
	'x-zm-signature': string;
	rawBody: string;
	expectedResponse?: { plainToken: string; encryptedToken: string };
}

const spec = readSpec('webhook-signature-vectors.json') as { vectors: Vector[] } | undefined;

function verifyVector(vector: Vector, rawBody = vector.rawBody, secret = vector.secretToken) {
	const timestamp = vector['x-zm-request-timestamp'];
	return verify(
		{ rawBody: Buffer.from(rawBody), signature: vector['x-zm-signature'], timestamp },
		{ secrets: [secret], now: Number(timestamp) * 1000, windowSeconds: 60 },
	);
}

describe('captured deliveries', () => {
	testWith(spec)('both are genuine, and none with another secret or one more blank', () => {
		const vectors = spec?.vectors ?? [];
		expect(vectors).toHaveLength(2);
		for (const vector of vectors) {
			expect(verifyVector(vector)).toEqual({ genuine: true, secret: vector.secretToken });
			expect(verifyVector(vector, vector.rawBody, 'another').genuine).toBe(false);
			expect(verifyVector(vector, `${vector.rawBody} `).genuine).toBe(false);
		}
	});

	testWith(spec)('the captured challenge gets the answer that Zoom expects', () => {
		const challenge = spec?.vectors.find((vector) => vector.expectedResponse !== undefined);
		const answer = challenge?.expectedResponse;
		expect(answer).toBeDefined();
		expect(answerUrlValidation(answer!.plainToken, challenge!.secretToken)).toEqual(answer);
	});
});

type Handler = (
	request: { body: string; headers: Record<string, string>; isBase64Encoded: boolean },
	context: object,
) => Promise<{ statusCode: number; body: string }>;

interface Rivet {
	AwsLambdaReceiver: new (options: { webhooksSecretToken: string }) => {
		init(options: { eventEmitter: { emit(): Promise<void> } }): void;
		start(): Handler;
	};
}

/** The SDK is an optional import of its own subpath, which this module resolution cannot see. */
const { AwsLambdaReceiver } = jest.requireActual<Rivet>('@zoom/rivet/meetings');

/** It writes every request to the console. */
beforeAll(() => {
	jest.spyOn(console, 'debug').mockImplementation(() => undefined);
	jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterAll(() => jest.restoreAllMocks());

function rivet(webhooksSecretToken: string): Handler {
	const receiver = new AwsLambdaReceiver({ webhooksSecretToken });
	receiver.init({ eventEmitter: { emit: async () => undefined } });
	return receiver.start();
}

/** It reads bodies again after JSON.stringify, so it can only judge those that do not change by it. */
async function askRivet(secret: string, body: string, signature: string, timestamp: string) {
	const headers = {
		'x-zm-signature': signature,
		'x-zm-request-timestamp': timestamp,
		'content-type': 'application/json',
	};
	return await rivet(secret)({ body, headers, isBase64Encoded: false }, {});
}

describe("Zoom's own SDK", () => {
	test('agrees with us on whatever is signed rightly or wrongly', async () => {
		const cases = fc.record({
			secret: fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/),
			signer: fc.option(fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/)),
			topic: fc.string({ unit: 'grapheme' }),
			seconds: fc.integer({ min: 1_000_000_000, max: 4_000_000_000 }),
		});
		const seen = new Set<boolean>();
		await fc.assert(
			fc.asyncProperty(cases, async ({ secret, signer, topic, seconds }) => {
				const timestamp = String(seconds);
				const object = { ...ENDED.payload.object, topic };
				const body = JSON.stringify({ ...ENDED, payload: { ...ENDED.payload, object } });
				const signature = signatureOf(signer ?? secret, timestamp, body);
				const { genuine } = verify(
					{ rawBody: Buffer.from(body), signature, timestamp },
					{ secrets: [secret], now: seconds * 1000, windowSeconds: 60 },
				);
				const answer = await askRivet(secret, body, signature, timestamp);
				expect(answer.statusCode === 200).toBe(genuine);
				seen.add(genuine);
			}),
		);
		expect(seen).toEqual(new Set([true, false]));
	});

	test('answers a challenge as we do', async () => {
		const token = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/);
		await fc.assert(
			fc.asyncProperty(token, token, async (secret, plainToken) => {
				const body = JSON.stringify({
					payload: { plainToken },
					event_ts: 1654503849680,
					event: 'endpoint.url_validation',
				});
				const timestamp = '1654503849';
				const signature = signatureOf(secret, timestamp, body);
				const answer = await askRivet(secret, body, signature, timestamp);
				expect(answer.statusCode).toBe(200);
				expect(answerUrlValidation(plainToken, secret)).toEqual(JSON.parse(answer.body));
			}),
		);
	});
});
