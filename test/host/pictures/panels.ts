import type { Locator, Page } from 'playwright-core';

import { fetched } from '../../e2e/support/fetched';
import { packageName } from '../paths';
import type { CredentialRef } from '../drive/credentials';
import { importWorkflow } from '../drive/templates';
import type { N8nClient } from '../server/n8nClient';
import type { PanelPicture } from './panelList';
import { describedIn } from './panelMark';
import { withPalette } from './palette';

/** Tall enough for the longest panel, so that nothing has to be scrolled. */
const WINDOW = { width: 1280, height: 2400 };
const MARGIN = 16;

/** What is n8n's own and not of the panel; a window as tall as what is in it. */
const UNSEEN = `
	[data-test-id="ndv-feature-request"], [data-test-id="panel-drag-button"], [class*="featureRequest"],
	[data-test-id="credential-edit-instance-ai-help-button"], .el-notification { display: none !important; }
	[data-test-id="editCredential-modal"] { height: 2200px !important; }
	[data-test-id="editCredential-modal"], [data-test-id="editCredential-modal"] * { max-height: none !important; }
	* { animation: none !important; transition: none !important; caret-color: transparent !important; }
`;

/** A picture of the panel of a node, with credentials chosen, or of the window of a new credential. */
export async function panelPicture(
	page: Page,
	n8n: N8nClient,
	panel: PanelPicture,
	credentials: CredentialRef[],
): Promise<Buffer> {
	await page.setViewportSize(WINDOW);
	const seen = panel.parameters
		? await nodePanel(page, n8n, panel, credentials)
		: await newCredential(page, n8n, panel);
	return withPalette(seen);
}

async function nodePanel(
	page: Page,
	n8n: N8nClient,
	panel: PanelPicture,
	credentials: CredentialRef[],
): Promise<Buffer> {
	const { name, displayName } = await describedIn(panel);
	const node = {
		id: panel.name,
		name: displayName,
		type: `${packageName}.${name}`,
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: { ...panel.parameters },
	};
	const file = { name: panel.name, nodes: [node], connections: {} };
	const { id } = await importWorkflow(n8n, file, credentials);
	await page.goto(`${n8n.url}/workflow/${id}`);
	await page.locator(`[data-test-id="canvas-node"][data-node-name="${displayName}"]`).dblclick();
	const fields = page.locator('[data-test-id="node-parameters"]');
	await fields.waitFor();
	return await clipped(page, page.locator('.node-settings'), fields);
}

async function newCredential(page: Page, n8n: N8nClient, panel: PanelPicture): Promise<Buffer> {
	const { displayName } = await describedIn(panel);
	await page.goto(`${n8n.url}/home/credentials/create`);
	await page.locator('[data-test-id="new-credential-type-select"] input').fill(displayName);
	await page
		.locator('[data-test-id="new-credential-type-select-option"]')
		.filter({ hasText: displayName })
		.first()
		.click();
	await page.locator('[data-test-id="new-credential-type-button"]').click();
	const fields = page.locator('[data-test-id="node-credentials-config-container"]');
	await fields.waitFor();
	return await clipped(page, page.locator('[data-test-id="editCredential-modal"]'), fields);
}

/** The window from its upper edge to where its fields end. */
async function clipped(page: Page, frame: Locator, fields: Locator): Promise<Buffer> {
	await page.addStyleTag({ content: UNSEEN });
	if (!(await fetched(page))) throw new Error('The panel waits for its lists');
	await page.mouse.move(0, 0);
	await page.waitForTimeout(1_000);
	const box = (await frame.boundingBox())!;
	const end = await fields.evaluate((element) =>
		Math.max(
			...Array.from(element.querySelectorAll('label, input, button, .notice, p, span'))
				.map((one) => one.getBoundingClientRect())
				.filter(({ width, height }) => width > 0 && height > 0)
				.map(({ bottom }) => bottom),
		),
	);
	const height = Math.min(end + MARGIN - box.y, box.height);
	return await page.screenshot({ clip: { ...box, height } });
}
