import type { CredentialValues } from '../../support/credentials';
import { stage, type Stage } from '../../support/world';
import type { Outcome } from '../../../../nodes/shared/model/outcome';
import { connected, OAUTH2, unconnected } from './connect';
import { setUpWith } from './run';

let here: Stage;
/** n8n's store: what the engine writes back is in it. */
let credentials: CredentialValues;
beforeEach(async () => {
	here = await stage({ registrants: 12 });
	credentials = { [OAUTH2]: await connected(here) };
});
afterEach(async () => await here.close());

const stored = () => credentials[OAUTH2]!.oauthTokenData as Record<string, string>;
const calls = () => here.sandbox.books.calls('hubspot');
const tokenCalls = () => calls().filter(({ path }) => path.startsWith('/oauth/'));
const preview = async () => await setUpWith(credentials, { preview: true });

async function expectDone(): Promise<void> {
	const { error, outputs } = await preview();
	expect(error).toBeNull();
	expect((outputs[0]?.[0]?.json.outcome as Outcome | undefined)?.result).toBe('synced');
}

describe('a connected credential', () => {
	it('works, without asking for a token', async () => {
		await expectDone();
		expect(tokenCalls()).toEqual([]);
	});

	it('writes as its app', async () => {
		const { error } = await setUpWith(credentials);
		expect(error).toBeNull();
		expect(here.sandbox.hubspot.properties.has('n8n_webinar_history')).toBe(true);
	});

	it('is renewed when its token has ended, and the request comes again', async () => {
		const before = stored().access_token;
		here.sandbox.advance(31 * 60 * 1000);
		await expectDone();
		expect(tokenCalls().map(({ path, status }) => [path, status])).toEqual([
			['/oauth/2026-03/token', 200],
		]);
		const [first, , again] = calls().map(({ path, status }) => ({ path, status }));
		expect(first?.status).toBe(401);
		expect(again).toEqual({ path: first?.path, status: 207 });
		expect(stored().access_token).not.toBe(before);
	});

	it('is renewed again and again', async () => {
		const seen = new Set([stored().access_token]);
		for (let time = 1; time <= 3; time += 1) {
			here.sandbox.hubspot.revokeTokens();
			await expectDone();
			seen.add(stored().access_token);
		}
		expect(seen.size).toBe(4);
	});
});

describe('a credential that must be connected again says so at once', () => {
	async function expectReconnect(words: RegExp): Promise<void> {
		const { error, outputs } = await preview();
		expect(error?.message).toMatch(/^HubSpot does not accept the sign-in of the app/);
		expect(error?.message).toMatch(words);
		expect(error?.description).toContain('connect the account again');
		expect(outputs.flat()).toEqual([]);
	}

	it('never connected', async () => {
		credentials = { [OAUTH2]: await unconnected(here) };
		await expectReconnect(/$/);
		expect(calls()).toEqual([]);
	});

	it('the app was removed from the HubSpot account', async () => {
		here.sandbox.hubspot.revokeTokens({ refreshTokens: true });
		// n8n says itself that the credential must be reconnected, and keeps HubSpot's words back.
		await expectReconnect(/ of the app$/);
		expect(tokenCalls().map(({ status }) => status)).toContain(400);
		expect(tokenCalls().length).toBeLessThanOrEqual(2);
	});

	it('the client secret was changed', async () => {
		here.sandbox.hubspot.world.oauthApp!.clientSecret = 'FAKE-rotated';
		here.sandbox.hubspot.revokeTokens();
		await expectReconnect(/missing or invalid client secret/);
	});
});

it('no secret and no token is in items, hints and errors', async () => {
	here.sandbox.hubspot.world.oauthApp!.clientSecret = 'FAKE-rotated';
	const { access_token: access, refresh_token: refresh } = { ...stored() };
	const well = await preview();
	here.sandbox.hubspot.revokeTokens();
	const badly = await preview();
	expect([well.error, badly.error?.httpCode]).toEqual([null, '401']);
	const seen = [well, badly].map(
		(result) => `${JSON.stringify(result)} ${String(result.run.data.resultData.error?.stack)}`,
	);
	for (const secret of [access, refresh, 'FAKE-hubspot-client-secret']) {
		expect(secret).toMatch(/./);
		expect(seen.join().includes(secret!)).toBe(false);
	}
});
