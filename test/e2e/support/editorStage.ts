import type { Browser } from 'playwright-core';

import {
	createCredential,
	createTemplateCredentials,
	type CredentialRef,
} from '../../host/drive/credentials';
import type { N8nClient } from '../../host/server/n8nClient';
import { startSandbox } from '../../sandbox';
import type { Sandbox } from '../../sandbox/contract';
import type { World } from '../../sandbox/world';
import { type EditorPage, launchBrowser, openEditor, signIn } from './browser';
import { CleanUp } from './cleanUp';
import { sharedN8n, type SharedServer } from './sharedServer';

/** What one file of tests in the browser has; all but the n8n only from its first test on. */
export interface EditorStage {
	n8n: N8nClient & SharedServer;
	sandbox: Sandbox;
	editor: EditorPage;
	cleanUp: CleanUp;
	/** One of every type of the package, pointing at the sandbox. */
	credentials: CredentialRef[];
}

/**
 * The vendors, and a browser that is signed in to the shared n8n, for the file that calls it. When the
 * file is through, everything is taken away, and the console must have shown no error.
 */
export function editorStage(world: World): EditorStage {
	const n8n = sharedN8n();
	const stage = { n8n, cleanUp: new CleanUp(n8n) } as EditorStage;
	let browser: Browser | undefined;

	beforeAll(async () => {
		stage.sandbox = await startSandbox({ world });
		stage.credentials = await credentialsOf(stage);
		for (const { id } of stage.credentials) stage.cleanUp.credential(id);
		browser = await launchBrowser();
		stage.editor = await openEditor(browser);
		await signIn(stage.editor.page, n8n);
	});

	afterAll(async () => {
		const errors = stage.editor?.errors();
		await browser?.close();
		await stage.cleanUp.all();
		await stage.sandbox?.close();
		expect(errors).toEqual([]);
	});

	return stage;
}

async function credentialsOf({ n8n, sandbox }: EditorStage): Promise<CredentialRef[]> {
	const { world } = sandbox.zoom;
	world.generalApp ??= {
		clientId: 'general-app',
		clientSecret: 'FAKE-general-secret',
		userId: world.users[0]!.id,
		scopes: ['webinar:read:list_webinars'],
	};
	const { clientId, clientSecret } = world.generalApp;
	const general = { region: 'custom', baseUrl: sandbox.zoomBaseUrl, clientId, clientSecret };
	return [
		...(await createTemplateCredentials(n8n, sandbox)),
		await createCredential(n8n, 'zoomWebinarOAuth2Api', 'Zoom app (sandbox)', general),
	];
}
