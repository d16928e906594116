import type { Locator, Page } from 'playwright-core';

import { soon } from './soon';

/** What the user who looks at the editor does, by the words that it shows. */

/** **+** in the upper left, and an entry of its menu. */
export async function fromPlus(page: Page, entry: string): Promise<void> {
	await page.locator('[data-test-id="universal-add"]').click();
	await page.locator('[data-test-id="navigation-menu-item"]').getByText(entry).click();
}

/** Waits for a message in the lower right corner, and closes it. */
export async function message(page: Page, text: string): Promise<void> {
	const box = page.locator('.el-notification', { hasText: text }).first();
	await box.waitFor();
	// It goes by itself after some seconds: then there is nothing left to click on.
	const gone = box.waitFor({ state: 'detached' });
	await Promise.race([box.locator('.el-notification__closeBtn').click(), gone]);
	await gone;
}

/** Double-clicks a node of the open canvas; its panel. */
export async function openPanel(page: Page, node: string): Promise<Locator> {
	await page.locator(`[data-test-id="canvas-node"][data-node-name="${node}"]`).dblclick();
	const panel = page.locator('[data-test-id="ndv"]');
	await panel.locator('[data-test-id="node-parameters"]').waitFor();
	return panel;
}

export async function closePanel(page: Page): Promise<void> {
	await page.locator('[data-test-id="ndv-close-button"]').click();
	await page.locator('[data-test-id="ndv"]').waitFor({ state: 'detached' });
}

/** Chooses a credential in the list of an open panel, also where n8n shows it already. */
export async function chooseCredential(page: Page, name: string): Promise<void> {
	await page.locator('[data-test-id="node-credentials-select"]').click();
	await page.getByRole('option', { name }).or(dropdownItem(page, name)).first().click();
}

/** What the click before has copied: the browser has it a moment after n8n says so. */
export async function copied(page: Page): Promise<string> {
	let text = '';
	await soon(async () => {
		text = await page.evaluate(async () => await navigator.clipboard.readText());
		expect(text).not.toBe('');
	});
	return text;
}

/** Opens a node, chooses a credential in it, and closes it. */
export async function giveCredential(page: Page, node: string, name: string): Promise<void> {
	await openPanel(page, node);
	await chooseCredential(page, name);
	await closePanel(page);
}

const dropdownItem = (page: Page, text: string) =>
	page.locator('.el-select-dropdown__item:visible', { hasText: text });

/** Names of the nodes that bear a red mark now. */
export async function redMarks(page: Page): Promise<string[]> {
	const marked = page.locator('[data-test-id="canvas-node"]:has([data-test-id="node-issues"])');
	return await marked.evaluateAll((nodes) =>
		nodes.map((node) => node.getAttribute('data-node-name') ?? ''),
	);
}

/** The arrow beside _Execute workflow_, and one of the starts. */
export async function chooseStart(page: Page, start: string): Promise<void> {
	await page.getByLabel('Select trigger node').click();
	await page.locator(`[data-test-id="action-${start}"]`).click();
}

/** The button below the canvas. */
export async function pressExecute(page: Page): Promise<void> {
	await page.locator('[data-test-id="execute-workflow-button"]').first().click();
}

/** The output of an open panel as a table: its rows, the first with the names of the columns. */
export async function outputTable(page: Page): Promise<string[][]> {
	const output = page.locator('[data-test-id="output-panel"]');
	await output.getByText('Table', { exact: true }).click();
	await output.locator('table tbody tr').first().waitFor();
	return await output
		.locator('table tr')
		.evaluateAll((rows) =>
			rows.map((row) =>
				Array.from(row.querySelectorAll('th, td'), (cell) => (cell.textContent ?? '').trim()),
			),
		);
}
