import { stage, type Stage } from '../../support/world';
import { apiCalls, getWebinar, inAHurry, tokenCalls, zoomFault, zoomNode } from '../support/zoom';
import { connected, getByOAuth2, SERVER_TO_SERVER } from './connect';
import { gateway } from './gateway';

let here: Stage;
beforeAll(inAHurry);
beforeEach(async () => {
	here = await stage({ registrants: 12 });
});
afterEach(async () => await here.close());

/** One call and no more: raw, without the latest session. */
const getMain = async (zoom = here.zoom) =>
	await zoomNode({ zoom }, { ...getWebinar(here.story.main.webinarId), simplify: false });

/** The server-to-server credential with other values. */
const with_ = (changes: Record<string, string>): Stage['zoom'] => ({
	[SERVER_TO_SERVER]: { ...here.zoom[SERVER_TO_SERVER], ...changes },
});

describe('the sign-in', () => {
	test('with a wrong secret: what to copy again, after one request', async () => {
		const { error } = await getMain(with_({ clientSecret: 'FAKE-wrong' }));
		expect(error?.message).toBe('Zoom refused the sign-in. Invalid client_id or client_secret');
		expect(error?.description).toMatch(/account ID, client ID and client secret/);
		expect([tokenCalls(here), apiCalls(here)]).toEqual([1, []]);
	});

	test('blanks around the account ID do not matter', async () => {
		const { accountId } = here.sandbox.zoom.world;
		const { error } = await getMain(with_({ accountId: ` ${accountId}\n` }));
		expect(error).toBeNull();
	});

	test('of an app that is not activated', async () => {
		const { disabledApps, world } = here.sandbox.zoom;
		disabledApps.add(world.clientId);
		const { error } = await getMain();
		expect(error?.message).toMatch(/^The Zoom app is not activated\. .*disabled/);
		expect(error?.description).toMatch(/Activation page/);
		expect(tokenCalls(here)).toBe(1);
	});

	test('of a General app that was deactivated after it was connected', async () => {
		const credential = await connected(here);
		here.sandbox.zoom.disabledApps.add('general-app');
		here.sandbox.zoom.revokeTokens();
		const { error } = await getByOAuth2(here, credential);
		expect(error?.message).toMatch(/^The Zoom app is not activated/);
	});

	test('that is throttled is tried again, and is no wrong secret', async () => {
		zoomFault(here, {
			match: /oauth/,
			fault: { kind: 'status', status: 429, policy: 'QPS' },
			times: 2,
		});
		expect((await getMain()).error).toBeNull();
		expect(tokenCalls(here)).toBe(3);
	});
});

describe('what Zoom refuses though the sign-in works', () => {
	test.each([
		[400, { code: 200, message: 'No permission.' }, /no permission for this/, /role/],
		[
			403,
			{ code: 12703, message: 'No permission for the group' },
			/no permission for this/,
			/User Management → Roles/,
		],
		[
			400,
			{
				code: 200,
				message:
					'Webinar plan is missing. You must subscribe to the webinar plan and enable webinars for this user in order to perform this action.',
			},
			/host has no webinar licence/,
			/licence to the host/,
		],
		[
			400,
			{ code: 200, message: 'Account does not enabled REST API.' },
			/account does not let its API be used/,
			/owner of the Zoom account/,
		],
		[
			403,
			{ code: 200, message: 'Access to the Zoom REST API has been denied for this user.' },
			/account does not let its API be used/,
			/Zoom Support/,
		],
		[
			400,
			{
				code: 4711,
				message: 'Invalid access token, does not contain scopes:[webinar:read:webinar:admin].',
			},
			/lacks a scope.*webinar:read:webinar:admin/,
			/Scopes page.*run again after a minute/,
		],
	])('%d %j', async (status, body, message, repair) => {
		const zoom = await gateway({ status, body });
		const { error, outputs } = await getMain(with_({ baseUrl: zoom.url })).finally(zoom.close);
		expect(error?.message).toMatch(message);
		expect(error?.message).toContain(body.message);
		expect(error?.description).toMatch(repair);
		expect(outputs.flat()).toEqual([]);
		const asked = `GET /v2/webinars/${here.story.main.webinarId}`;
		expect(zoom.seen.filter((line) => line === asked)).toHaveLength(1);
	});
});
