import type { Page } from 'playwright-core';
import { credentialTypesOf, findNodeType, type NodeTypeInfo } from '../../host/drive/nodeTypes';
import { HttpError } from '../../host/server/http';
import type { N8nClient } from '../../host/server/n8nClient';
import { isOurs, stepsOf, type Template } from '../../templates/template';
import { canvasNodes } from './browser';
import type { Imported } from './essence';

/** Opens an empty canvas, as _Create workflow_ does. */
export async function emptyCanvas(page: Page, url: string): Promise<void> {
	await page.goto(`${url}/workflow/new`);
	await page.locator('[data-test-id="canvas-wrapper"]').waitFor();
}

/** The menu beside the workflow's name, with its entries for an import. */
async function importMenu(page: Page): Promise<void> {
	await page.locator('[data-test-id="workflow-menu"]').click();
	await page.locator('[data-test-id="workflow-menu-item-import"]').hover();
}

/** ⋯ → Import → From file */
export async function importFile(page: Page, file: string): Promise<void> {
	await importMenu(page);
	const chooser = page.waitForEvent('filechooser');
	await page.locator('[data-test-id="workflow-menu-item-import-from-file"]').click();
	await (await chooser).setFiles(file);
}

/** ⋯ → Import → From URL */
export async function importUrl(page: Page, address: string): Promise<void> {
	await importMenu(page);
	await page.locator('[data-test-id="workflow-menu-item-import-from-url"]').click();
	await page.locator('[data-test-id="workflow-url-import-input"]').fill(address);
	await page.locator('[data-test-id="confirm-workflow-import-url-button"]').click();
}

/** Ctrl+V on the canvas. */
export async function paste(page: Page, text: string): Promise<void> {
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.evaluate(async (copied) => await navigator.clipboard.writeText(copied), text);
	await page.locator('.vue-flow__pane').click({ position: { x: 200, y: 200 } });
	await page.keyboard.press('Control+v');
}

/** Names of all nodes: the canvas draws only those in view, so it is fitted into the window by n8n's own key. */
export async function allOfCanvas(page: Page): Promise<string[]> {
	await page.keyboard.press('1');
	let names = await canvasNodes(page);
	for (let before = 0; before !== names.length; names = await canvasNodes(page)) {
		before = names.length;
		await page.waitForTimeout(500);
	}
	return names;
}

/** What is open, as n8n has stored it: the editor saves by itself, some seconds later. */
export async function saved(page: Page, n8n: N8nClient): Promise<Imported & { id: string }> {
	await page.waitForURL(/\/workflow\/(?!new\b)\w+/);
	const id = new URL(page.url()).pathname.split('/')[2];
	for (let tries = 1; ; tries += 1) {
		try {
			return { ...(await n8n.rest<Imported>('GET', `/workflows/${id}`)), id };
		} catch (error) {
			const notYet = error instanceof HttpError && error.status === 404;
			if (!notYet || tries >= 60) throw error;
			await page.waitForTimeout(500);
		}
	}
}

/** What the red marks on the open canvas say, by the node. */
export async function marks(page: Page): Promise<Map<string, string>> {
	const found = new Map<string, string>();
	// Where a node has several outputs, the lowest one lies on the mark.
	await page.addStyleTag({
		content:
			'[data-test-id$="put-handle"], [data-test-id$="put-handle"] * { pointer-events: none !important; }',
	});
	const nodes = page.locator('[data-test-id="canvas-node"]:has([data-test-id="node-issues"])');
	for (const node of await nodes.all()) {
		await node.locator('[data-test-id="node-issues"]').hover();
		const said = page.locator('.n8n-tooltip').filter({ hasText: 'Issues' });
		await said.waitFor();
		found.set((await node.getAttribute('data-node-name')) ?? '', await said.innerText());
		await page.mouse.move(5, 5);
		await said.waitFor({ state: 'detached' });
	}
	return found;
}

/** Names of the nodes that ask for a credential, with the way to sign in that is preset. */
export function asking(template: Template, types: NodeTypeInfo[]): string[] {
	return stepsOf(template)
		.filter(isOurs)
		.filter((node) => {
			const type = findNodeType(types, node);
			return type !== undefined && credentialTypesOf(type, node.parameters).length > 0;
		})
		.map(({ name }) => name);
}
