import { stage, type Stage } from '../../support/world';
import { apiCalls, getWebinar, inAHurry, tokenCalls, zoomNode } from '../support/zoom';
import { connected, getByOAuth2, OAUTH2, SERVER_TO_SERVER } from './connect';

const MINUTE_MS = 60 * 1000;

let here: Stage;
let scopes: string[];
beforeAll(inAHurry);
beforeEach(async () => {
	here = await stage({ registrants: 12 });
	const { world } = here.sandbox.zoom;
	scopes = world.scopes;
	world.scopes = scopes.filter((scope) => !scope.startsWith('webinar:read:webinar'));
});
afterEach(async () => await here.close());

/** One call and no more: raw, without the latest session. */
const getMain = async () =>
	await zoomNode(here, { ...getWebinar(here.story.main.webinarId), simplify: false });

/** Makes n8n's stored token so many minutes older; it goes on to be valid. */
function age(minutes: number): void {
	const stored = here.zoom[SERVER_TO_SERVER]!.oauthTokenData as Record<string, unknown>;
	stored.n8n_expires_at = String(Number(stored.n8n_expires_at) - minutes * MINUTE_MS);
	here.sandbox.books.clear();
}

const asked = () => apiCalls(here).filter((call) => /^GET \/webinars\/\d+$/.test(call)).length;

test('a scope that was added to the app works at once, although n8n has a token without it', async () => {
	expect((await getMain()).error?.message).toContain('lacks a scope');
	here.sandbox.zoom.world.scopes = scopes;
	age(5);
	expect((await getMain()).error).toBeNull();
	expect([tokenCalls(here), asked()]).toEqual([1, 2]);
});

test('a scope that is still missing costs one new token, and is named', async () => {
	await getMain();
	age(5);
	const { error } = await getMain();
	expect(error?.message).toMatch(/lacks a scope.*webinar:read:webinar:admin/);
	expect([tokenCalls(here), asked()]).toEqual([1, 2]);
});

test('a young token is not renewed: it has the scopes of today', async () => {
	await getMain();
	age(0);
	expect((await getMain()).error?.message).toContain('lacks a scope');
	expect([tokenCalls(here), asked()]).toEqual([0, 1]);
});

test('where no new token comes, the missing scope is what is told', async () => {
	await getMain();
	age(5);
	here.sandbox.zoom.disabledApps.add(here.sandbox.zoom.world.clientId);
	expect((await getMain()).error?.message).toMatch(/lacks a scope/);
	expect(tokenCalls(here)).toBe(1);
});

test('a user’s token is not renewed: the user has to agree to a new scope', async () => {
	const zoom = { [OAUTH2]: await connected(here) };
	here.sandbox.zoom.world.generalApp!.scopes = [];
	here.sandbox.zoom.revokeTokens();
	await getByOAuth2(here, { zoom });
	const stored = zoom[OAUTH2]!.oauthTokenData as Record<string, unknown>;
	stored.n8n_expires_at = String(Number(stored.n8n_expires_at) - 5 * MINUTE_MS);
	here.sandbox.books.clear();
	const { error } = await getByOAuth2(here, { zoom });
	expect(error?.message).toContain('lacks a scope');
	expect(error?.description).toContain('connect the credential again');
	expect([tokenCalls(here), asked()]).toEqual([0, 1]);
});
