import { verify, type SignedRequest, type Verdict } from '../../../../nodes/Zoom/webhook/verify';
import { signatureOf } from '../../../sandbox/zoom/outbound/signature';

const SECRET = 'current-secret';
const PREVIOUS = 'previous-secret';
const BODY = '{"event":"webinar.ended","topic":"Größe \\uD83D\\uDE92"}';
const SIGNED_AT = 1720707175;
const WINDOW_SECONDS = 120 * 60;

function signed(secret = SECRET, timestamp = String(SIGNED_AT), body = BODY): SignedRequest {
	return {
		rawBody: Buffer.from(body),
		signature: signatureOf(secret, timestamp, body),
		timestamp,
	};
}

function judge(
	request: SignedRequest,
	{ secrets = [SECRET], at = SIGNED_AT }: { secrets?: string[]; at?: number } = {},
): Verdict {
	return verify(request, { secrets, now: at * 1000, windowSeconds: WINDOW_SECONDS });
}

describe('signature', () => {
	test('a request signed with the secret is genuine and names the secret', () => {
		expect(judge(signed())).toEqual({ genuine: true, secret: SECRET });
	});

	test('while the secret is rotated, the one that signed is named', () => {
		const secrets = [SECRET, PREVIOUS];
		expect(judge(signed(PREVIOUS), { secrets })).toEqual({ genuine: true, secret: PREVIOUS });
		expect(judge(signed(SECRET), { secrets })).toEqual({ genuine: true, secret: SECRET });
	});

	test('the bytes count, not the JSON they stand for', () => {
		const rewritten = Buffer.from(JSON.stringify(JSON.parse(BODY)));
		expect(judge({ ...signed(), rawBody: rewritten }).genuine).toBe(false);
	});

	test('another secret is refused', () => {
		expect(judge(signed('forged'))).toMatchObject({ genuine: false });
	});

	test('without any secret even an empty one does not open the door', () => {
		expect(judge(signed(''), { secrets: [] })).toEqual({
			genuine: false,
			why: 'the credential has no Webhook Secret Token',
		});
	});

	test.each([
		['absent', undefined],
		['empty', ''],
		['without its scheme', signatureOf(SECRET, String(SIGNED_AT), BODY).slice(3)],
		['too short', signatureOf(SECRET, String(SIGNED_AT), BODY).slice(0, -1)],
		['too long', `${signatureOf(SECRET, String(SIGNED_AT), BODY)}0`],
		['in capitals', signatureOf(SECRET, String(SIGNED_AT), BODY).toUpperCase()],
		['sent twice', Array(2).fill(signatureOf(SECRET, String(SIGNED_AT), BODY))],
		['sent twice and joined', `v0=${'0'.repeat(64)}, v0=${'0'.repeat(64)}`],
	])('a signature %s is refused', (_name, signature) => {
		expect(judge({ ...signed(), signature })).toMatchObject({ genuine: false });
	});

	test.each([
		['absent', undefined],
		['a parsed object', JSON.parse(BODY)],
		['text', BODY],
	])('a body that is %s is refused', (_name, rawBody) => {
		expect(judge({ ...signed(), rawBody })).toMatchObject({ genuine: false });
	});
});

describe('timestamp', () => {
	test.each([
		['at the old end of the window', WINDOW_SECONDS, true],
		['older than the window', WINDOW_SECONDS + 1, false],
		['at the future end of the window', -WINDOW_SECONDS, true],
		['further in the future than the window', -WINDOW_SECONDS - 1, false],
	])('%s', (_name, ageSeconds, genuine) => {
		expect(judge(signed(), { at: SIGNED_AT + ageSeconds }).genuine).toBe(genuine);
	});

	test.each(['', ' 1720707175', '1720707175 ', '1720707175.0', '1.7e9', '-5', '0x10', 'NaN', '١'])(
		'%j is refused although it is signed',
		(timestamp) => {
			expect(judge(signed(SECRET, timestamp))).toEqual({
				genuine: false,
				why: 'it has no timestamp',
			});
		},
	);

	test.each([[[String(SIGNED_AT)]], [SIGNED_AT], [undefined], [`${SIGNED_AT}, ${SIGNED_AT}`]])(
		'%j is refused: not one header of digits',
		(timestamp) => {
			expect(judge({ ...signed(), timestamp })).toMatchObject({ genuine: false });
		},
	);
});
