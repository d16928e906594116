import type { Locator } from 'playwright-core';

import { adobeConnectCredentialData } from '../host/drive/credentials';
import { makeStory } from '../story';
import { openCredential, save, typeInto } from './support/credentialWindow';
import { editorStage } from './support/editorStage';
import { expectTidyWindow } from './support/panel';
import { soon } from './support/soon';

const story = makeStory({ seed: 71, registrants: 12, now: new Date().toISOString() });
const stage = editorStage(story.world);

/** What is right to type there. */
function secretOf(type: string): string {
	const { zoom, hubspot, marketo } = stage.sandbox;
	if (type.startsWith('zoom')) return zoom.world.clientSecret;
	if (type.startsWith('hubSpot')) return hubspot.world.serviceKey;
	if (type.startsWith('marketo')) return marketo.world.clientSecret;
	return adobeConnectCredentialData(stage.sandbox).password;
}

const success = (dialog: Locator) =>
	dialog.locator('[data-test-id="credentials-config-container-test-success"]');

async function saveWith(dialog: Locator, field: string, secret: string): Promise<void> {
	await typeInto(dialog, field, secret);
	await save(dialog);
}

describe.each([
	[
		'zoomWebinarServerToServerOAuth2Api',
		'clientSecret',
		/Zoom refused the sign-in|Client authentication failed/,
		'zoom',
	],
	['hubSpotWebinarServiceKeyApi', 'apiKey', /does not accept this service key/, 'hubspot'],
	[
		'marketoRestOAuth2Api',
		'clientSecret',
		/does not accept Client ID and|Client authentication failed/,
		'marketo',
	],
	['adobeConnectApi', 'password', /Adobe Connect (refused|does not accept)/, 'adobe-connect'],
])('the window of %s', (type, field, refusal, name) => {
	// n8n tests at opening too, and an answer to that which comes late would stand for the new secret's.
	it('says what to mend when the secret is mistyped', async () => {
		const dialog = await openCredential(stage, type);
		await success(dialog).waitFor();
		await saveWith(dialog, field, 'FAKE-mistyped');
		await dialog.getByText('More details').first().click();
		await dialog.getByText(refusal).first().waitFor();
		await stage.editor.screenshot(`credential-${name}-wrong`);
		expect(await success(dialog).isVisible()).toBe(false);
	});

	it('says that the right secret works, and names its fields in full', async () => {
		const dialog = await openCredential(stage, type);
		await dialog.getByText('More details').first().waitFor();
		await saveWith(dialog, field, secretOf(type));
		await success(dialog).waitFor();
		await stage.editor.screenshot(`credential-${name}-right`);
		await expectTidyWindow(dialog);
	});
});

it('the window of what Marketo proves itself with keeps what is typed into it', async () => {
	const dialog = await openCredential(stage, 'marketoIncomingApi');
	await typeInto(dialog, 'webhookHeader', 'X-Other-Header');
	await save(dialog);
	await dialog.getByText('saved').first().waitFor();
	await stage.editor.screenshot('credential-marketo-incoming');
	await expectTidyWindow(dialog);
	const again = await openCredential(stage, 'marketoIncomingApi');
	const header = again.locator('[data-test-id="parameter-input-webhookHeader"] input');
	await soon(async () => expect(await header.inputValue()).toBe('X-Other-Header'));
});
