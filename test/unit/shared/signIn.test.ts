import { refusal } from '../../../nodes/Zoom/transport/errors';
import { refusedSignIn } from '../../../nodes/shared/transport/signIn';

const S2S = 'zoomWebinarServerToServerOAuth2Api';
const OAUTH2 = 'zoomWebinarOAuth2Api';

/** The OAuth client's error for an OAuth error body, wrapped as n8n wraps it. */
function oauthError(body: Record<string, unknown>): unknown {
	return wrapped(Object.assign(new Error(String(body.error)), { code: 'EAUTH', body }));
}

/** Its error for any other refusal. */
function statusError(status: number): unknown {
	const error = new Error(`HTTP status ${status}`);
	return wrapped(Object.assign(error, { code: 'ESTATUS', status, body: '<html></html>' }));
}

function wrapped(cause: unknown): unknown {
	const message = 'Failed to acquire OAuth2 access token';
	return Object.assign(new Error('NodeApiError'), {
		cause: Object.assign(new Error(message), { cause }),
	});
}

/** What the user is told. */
function told(error: unknown, credential: typeof S2S | typeof OAUTH2) {
	const answer = refusedSignIn(error, credential);
	if (answer === undefined) return undefined;
	const { details } = refusal(answer, { kind: 'refused' });
	expect(details).toMatchObject({ status: 401, reason: 'permissionMissing' });
	expect(details.failure).toEqual({ cause: 'credential-invalid' });
	return details;
}

const WRONG = { reason: 'Invalid client_id or client_secret', error: 'invalid_client' };

describe('a refused token request says, with Zoom’s own words,', () => {
	test('server-to-server: what to copy again', () => {
		const details = told(oauthError(WRONG), S2S);
		expect(details?.message).toBe('Zoom refused the sign-in. Invalid client_id or client_secret');
		expect(details?.repair).toMatch(/account ID, client ID and client secret.*App Credentials/);
	});

	test.each([
		{ reason: 'The app has been disabled', error: 'invalid_request' },
		{ reason: '4717', error: 'invalid_request' },
		{ error_description: 'The app has not been activated', error: 'invalid_client' },
		{ errorCode: 4717, reason: 'App is deactivated', error: 'invalid_request' },
	])('that the app is not activated: %j', (body) => {
		for (const credential of [S2S, OAUTH2] as const) {
			const details = told(oauthError(body), credential);
			expect(details?.message).toMatch(/^The Zoom app is not activated\. ./);
			expect(details?.repair).toMatch(/Activation page/);
		}
	});

	test('OAuth2: to connect again', () => {
		const details = told(
			oauthError({ reason: 'Invalid Token!', error: 'invalid_request' }),
			OAUTH2,
		);
		expect(details?.message).toBe('The credential is not connected to Zoom. Invalid Token!');
		expect(details?.repair).toMatch(/connect it again.*client ID and client secret/);
	});

	test('what stands for words where Zoom has none', () => {
		expect(told(statusError(400), S2S)?.message).toContain('client secret is wrong');
		expect(told(statusError(401), OAUTH2)?.message).toContain('Zoom ended the connection');
	});
});

test.each([
	'OAuth credentials not connected',
	'The credential "Zoom" needs to be reconnected.',
	'OAuth access token expired and no refresh token is available. Please reconnect the credentials.',
	'Unable to sign without access token',
])("n8n's own words for a missing connection: %s", (message) => {
	for (const error of [new Error(message), wrapped(new Error(message))]) {
		expect(told(error, OAUTH2)?.repair).toMatch(/connect it again/);
		expect(told(error, S2S)?.message).toMatch(/refused the sign-in/);
	}
});

test('a token that even a fresh one did not cure', () => {
	const answer = refusedSignIn(Object.assign(new Error('401'), { httpCode: '401' }), S2S);
	const { message } = refusal(answer!, { kind: 'refused' });
	expect(message).toBe('Zoom does not accept the access token. HTTP 401');
});

test.each([
	['no network', Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })],
	['a socket that broke', new Error('This socket is not connected')],
	['5xx', statusError(503)],
	['a limit', statusError(429)],
	['a redirect', statusError(302)],
	['a page', Object.assign(new Error('Expected JSON'), { code: 'ESTATUS', status: 200 })],
	['nothing that is known', undefined],
	['a circle', circle()],
])('%s on the way to a token is no refusal', (_, error) => {
	expect(refusedSignIn(error, S2S)).toBeUndefined();
});

function circle(): unknown {
	const error: { cause?: unknown } = {};
	error.cause = error;
	return error;
}
