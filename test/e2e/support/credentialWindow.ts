import type { Locator } from 'playwright-core';

import type { EditorStage } from './editorStage';

/** Opens the window of the credential of that type. */
export async function openCredential(stage: EditorStage, type: string): Promise<Locator> {
	const { id } = stage.credentials.find((one) => one.type === type)!;
	const { page } = stage.editor;
	await page.goto(`${stage.n8n.url}/home/credentials/${id}`);
	const dialog = page.locator('[data-test-id="editCredential-modal"]');
	await dialog.locator('[data-test-id="node-credentials-config-container"]').waitFor();
	return dialog;
}

/** Types a value over the one that is there. */
export async function typeInto(dialog: Locator, field: string, value: string): Promise<void> {
	const input = dialog.locator(`[data-test-id="parameter-input-${field}"] input`).first();
	await input.click();
	await input.fill(value);
}

/** Presses Save; n8n then tests by itself what it can test. */
export async function save(dialog: Locator): Promise<void> {
	await dialog.locator('[data-test-id="credential-save-button"]').click();
}
