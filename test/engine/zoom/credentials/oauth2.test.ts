import type { CredentialValues } from '../../support/credentials';
import { stage, type Stage } from '../../support/world';
import { apiCalls, inAHurry, jsons, tokenCalls, zoomFault } from '../support/zoom';
import { connected, getByOAuth2, OAUTH2, unconnected } from './connect';

let here: Stage;
/** n8n's store: what the engine writes back is in it. */
let zoom: CredentialValues;
beforeAll(inAHurry);
beforeEach(async () => {
	here = await stage({ registrants: 12 });
	zoom = { [OAUTH2]: await connected(here) };
});
afterEach(async () => await here.close());

const run = async (webinarId?: number) => await getByOAuth2(here, { zoom }, webinarId);
const stored = () => zoom[OAUTH2]!.oauthTokenData as Record<string, string>;

async function expectTheWebinar(): Promise<void> {
	const { error, outputs } = await run();
	expect(error).toBeNull();
	expect(jsons(outputs[0])).toMatchObject([{ webinarId: String(here.story.main.webinarId) }]);
}

describe('a connected credential', () => {
	test('works as its user, without asking for a token', async () => {
		await expectTheWebinar();
		expect(tokenCalls(here)).toBe(0);
	});

	test('is renewed on 401, the call comes again, and the new refresh token is kept', async () => {
		const before = { ...stored() };
		here.sandbox.zoom.revokeTokens();
		await expectTheWebinar();
		expect(tokenCalls(here)).toBe(1);
		const { webinarId } = here.story.main;
		expect(apiCalls(here).filter((call) => call === `GET /webinars/${webinarId}`)).toHaveLength(2);
		expect(stored().access_token).not.toBe(before.access_token);
		expect(stored().refresh_token).toMatch(/./);
		expect(stored().refresh_token).not.toBe(before.refresh_token);
	});

	test('is renewed again and again, though Zoom takes each refresh token once', async () => {
		const seen = new Set([stored().refresh_token]);
		for (let hour = 1; hour <= 3; hour += 1) {
			here.sandbox.advance(61 * 60 * 1000);
			await expectTheWebinar();
			seen.add(stored().refresh_token);
		}
		expect(seen.size).toBe(4);
	});

	test('is renewed after trouble on the way to the token', async () => {
		here.sandbox.zoom.revokeTokens();
		zoomFault(here, { match: /oauth/, fault: { kind: 'status', status: 503 }, times: 2 });
		await expectTheWebinar();
	});

	test('does not see what belongs to others, and says who may', async () => {
		const { webinars, users, generalApp } = here.sandbox.zoom.world;
		const other = users.find(
			({ id, webinarLicence }) => webinarLicence && id !== generalApp!.userId,
		);
		const { id } = webinars.find((one) => one.id !== here.story.main.webinarId)!;
		webinars.find((one) => one.id === id)!.hostId = other!.id;
		const { error, outputs } = await run(id);
		expect(error?.message).toMatch(/^The user who connected the credential may not see this/);
		expect(error?.description).toMatch(/as the host of the webinar, or use a server-to-server app/);
		expect(outputs.flat()).toEqual([]);
	});
});

describe('a credential that must be connected again says so at once', () => {
	async function expectReconnect(words: RegExp): Promise<void> {
		const { error, outputs } = await run();
		expect(error?.message).toMatch(/^The credential is not connected to Zoom\. /);
		expect(error?.message).toMatch(words);
		expect(error?.description).toMatch(/connect it again/);
		expect(outputs.flat()).toEqual([]);
	}

	test('never connected', async () => {
		zoom = { [OAUTH2]: unconnected(here) };
		await expectReconnect(/never connected/);
		expect(here.sandbox.books.calls('zoom')).toEqual([]);
	});

	test('its refresh token is used up or 90 days old', async () => {
		stored().refresh_token = 'FAKE-used-before';
		here.sandbox.zoom.revokeTokens();
		await expectReconnect(/Invalid Token!/);
		expect(tokenCalls(here)).toBeLessThanOrEqual(2);
	});

	test('it has no refresh token', async () => {
		delete stored().refresh_token;
		here.sandbox.zoom.revokeTokens();
		await expectReconnect(/never connected, or Zoom ended the connection/);
		expect(tokenCalls(here)).toBe(0);
	});

	test('the client secret was changed', async () => {
		here.sandbox.zoom.world.generalApp!.clientSecret = 'FAKE-rotated';
		here.sandbox.zoom.revokeTokens();
		await expectReconnect(/Invalid client_id or client_secret/);
	});
});

test('no secret and no token is in items, hints and errors', async () => {
	here.sandbox.zoom.world.generalApp!.clientSecret = 'FAKE-rotated';
	const { access_token: access, refresh_token: refresh } = { ...stored() };
	const well = await run();
	here.sandbox.zoom.revokeTokens();
	const badly = await run();
	expect([well.error, badly.error?.httpCode]).toEqual([null, '401']);
	const seen = [well, badly].map(
		(result) => `${JSON.stringify(result)} ${String(result.run.data.resultData.error?.stack)}`,
	);
	for (const secret of [access, refresh, 'FAKE-general-secret']) {
		expect(secret).toMatch(/./);
		expect(seen.join().includes(secret!)).toBe(false);
	}
});
