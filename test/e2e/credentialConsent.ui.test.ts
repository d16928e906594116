import type { Locator, Page } from 'playwright-core';

import { HubSpotWebinarOAuth2Api } from '../../credentials/HubSpotWebinarOAuth2Api.credentials';
import { makeStory } from '../story';
import { openCredential, save, typeInto } from './support/credentialWindow';
import { editorStage } from './support/editorStage';
import { expectTidyWindow } from './support/panel';

const story = makeStory({ seed: 73, registrants: 12, now: new Date().toISOString() });
const stage = editorStage(story.world);

beforeAll(() => {
	const app = stage.sandbox.hubspot.world.oauthApp!;
	app.optionalScopes = new HubSpotWebinarOAuth2Api().properties
		.find(({ name }) => name === 'optionalScopes')!
		.default!.toString()
		.split(' ');
});

const connected = (dialog: Locator) =>
	dialog.locator('[data-test-id="oauth-connect-success-banner"]');

/** Presses the button; the window of the vendor that it opens. */
async function consent(dialog: Locator): Promise<Page> {
	const opened = stage.editor.page.context().waitForEvent('page');
	await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
	return await opened;
}

// The page of the vendor agrees at once in the sandbox; a person would press a button there.
describe.each([
	['zoomWebinarOAuth2Api', 'zoom-oauth2', ['Region', 'Webhook Secret Token']],
	['hubSpotWebinarOAuth2Api', 'hubspot-oauth2', ['Scopes', 'Optional Scopes']],
])('the window of %s', (type, name, fields) => {
	it('names its fields in full, and the address that the app is to be given', async () => {
		const dialog = await openCredential(stage, type);
		await stage.editor.screenshot(`credential-${name}`);
		await expectTidyWindow(dialog);
		const text = await dialog.innerText();
		for (const field of fields) expect(text).toContain(field);
		expect(text).toContain('OAuth Redirect URL');
		expect(text).toContain(`${stage.n8n.url}/rest/oauth2-credential/callback`);
		expect(await connected(dialog).isVisible()).toBe(false);
	});

	it('does not connect with a mistyped secret', async () => {
		const dialog = await openCredential(stage, type);
		await typeInto(dialog, 'clientSecret', 'FAKE-mistyped');
		const window = await consent(dialog);
		await window.getByText(/error/i).first().waitFor();
		await stage.editor.screenshot(`credential-${name}-wrong`);
		await window.close();
		expect(await connected(dialog).isVisible()).toBe(false);
	});

	it('connects with the right one', async () => {
		const { zoom, hubspot } = stage.sandbox;
		const app = type.startsWith('zoom') ? zoom.world.generalApp : hubspot.world.oauthApp;
		const dialog = await openCredential(stage, type);
		await typeInto(dialog, 'clientSecret', app!.clientSecret);
		await save(dialog);
		await consent(dialog);
		await connected(dialog).waitFor();
		await stage.editor.screenshot(`credential-${name}-connected`);
		await expectTidyWindow(dialog);
	});
});

it('asks HubSpot for no optional scopes where the field is empty', async () => {
	const dialog = await openCredential(stage, 'hubSpotWebinarOAuth2Api');
	await typeInto(dialog, 'optionalScopes', '');
	const asked = stage.editor.page
		.context()
		.waitForEvent('request', (request) => request.url().includes('/oauth/authorize'));
	await dialog.locator('[data-test-id="oauth-switch-account-button"]').click();
	expect(new URL((await asked).url()).searchParams.get('optional_scope') ?? '').toBe('');
});
