import type { Browser, Locator } from 'playwright-core';

import {
	adobeConnectCredentialData,
	createAdobeConnectCredential,
	createMarketoCredentials,
	createSandboxCredentials,
	type CredentialRef,
} from '../host/drive/credentials';
import { startSandbox } from '../sandbox';
import type { Sandbox } from '../sandbox/contract';
import { makeStory } from '../story';
import { type EditorPage, launchBrowser, openEditor, signIn } from './support/browser';
import { CleanUp } from './support/cleanUp';
import { sharedN8n } from './support/sharedServer';

const n8n = sharedN8n();
const cleanUp = new CleanUp(n8n);
const story = makeStory({ seed: 71, registrants: 12, now: new Date().toISOString() });

let browser: Browser;
let editor: EditorPage;
let sandbox: Sandbox;
let made: CredentialRef[];

beforeAll(async () => {
	sandbox = await startSandbox({ world: story.world });
	made = [
		...(await createSandboxCredentials(n8n, sandbox)),
		...(await createMarketoCredentials(n8n, sandbox)),
		await createAdobeConnectCredential(n8n, sandbox),
	];
	for (const { id } of made) cleanUp.credential(id);
	browser = await launchBrowser();
	editor = await openEditor(browser);
	await signIn(editor.page, n8n);
});

afterAll(async () => {
	await editor?.close();
	await browser?.close();
	await cleanUp.all();
	await sandbox.close();
});

async function opened(type: string): Promise<Locator> {
	const { id } = made.find((one) => one.type === type)!;
	await editor.page.goto(`${n8n.url}/home/credentials/${id}`);
	const dialog = editor.page.locator('[data-test-id="editCredential-modal"]');
	await dialog.locator('[data-test-id="node-credentials-config-container"]').waitFor();
	return dialog;
}

/** Types a secret over the one that is there, and presses Save; n8n then tests by itself. */
async function saveWith(dialog: Locator, field: string, secret: string): Promise<void> {
	const input = dialog.locator(`[data-test-id="parameter-input-${field}"] input`).first();
	await input.click();
	await input.fill(secret);
	await dialog.locator('[data-test-id="credential-save-button"]').click();
}

/** What is right to type there. */
function secretOf(type: string): string {
	if (type.startsWith('zoom')) return sandbox.zoom.world.clientSecret;
	if (type.startsWith('hubSpot')) return sandbox.hubspot.world.serviceKey;
	if (type.startsWith('marketo')) return sandbox.marketo.world.clientSecret;
	return adobeConnectCredentialData(sandbox).password;
}

const success = (dialog: Locator) =>
	dialog.locator('[data-test-id="credentials-config-container-test-success"]');

/** The names of the fields of which a user sees only a part. */
const cutOff = async (dialog: Locator) =>
	await dialog
		.locator('[data-test-id="input-label"], [data-test-id="input-label"] *')
		.evaluateAll((elements) =>
			elements
				.filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
				.map(({ textContent }) => textContent),
		);

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
	it('says that the right secret works, and names its fields in full', async () => {
		const dialog = await opened(type);
		await saveWith(dialog, field, secretOf(type));
		await success(dialog).waitFor();
		await editor.screenshot(`credential-${name}-right`);
		expect(await dialog.innerText()).not.toMatch(/undefined|\[object Object\]/);
		expect(await cutOff(dialog)).toEqual([]);
	});

	it('says what to mend when the secret is mistyped', async () => {
		const dialog = await opened(type);
		await saveWith(dialog, field, 'FAKE-mistyped');
		await dialog.getByText('More details').first().click();
		await dialog.getByText(refusal).first().waitFor();
		await editor.screenshot(`credential-${name}-wrong`);
		expect(await success(dialog).isVisible()).toBe(false);
	});
});

it('has shown no error in the console', () => {
	expect(editor.errors()).toEqual([]);
});
