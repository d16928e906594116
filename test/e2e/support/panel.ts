import type { Locator, Page } from 'playwright-core';

import { soon } from './soon';

/** How long a panel may take until it is drawn. */
const DRAWN_MS = 15_000;

/** Texts on a panel of which a user sees only a part, at the width that the panel has by itself. */
async function cutOff(panel: Locator): Promise<string[]> {
	return await panel.evaluate((element) => {
		const isHidden = (one: Element) => {
			const { overflowX, textOverflow } = getComputedStyle(one);
			return overflowX !== 'visible' || textOverflow === 'ellipsis';
		};
		const own = Array.from(
			element.querySelectorAll('label, label *, span, p, small, div.notice, li'),
		);
		return own
			.filter((one) => isHidden(one) && one.scrollWidth > one.clientWidth + 1)
			.map((one) => (one.textContent ?? '').trim())
			.filter((text) => text !== '');
	});
}

/** Ways to name something ("From list", "By ID") that are longer than the box which n8n has for them. */
async function cutOffModes(panel: Locator): Promise<string[]> {
	return await panel
		.locator('[data-test-id="rlc-mode-selector"] input')
		.evaluateAll((inputs) =>
			(inputs as HTMLInputElement[])
				.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
				.map(({ value }) => value),
		);
}

/** The names of the fields that a panel shows. */
async function labels(panel: Locator): Promise<string[]> {
	// In the window of a credential n8n gives them no test ID.
	const found = panel.locator('[data-test-id="input-label"], label.n8n-input-label');
	return (await found.allInnerTexts()).map((text) => text.split('\n')[0]!.trim());
}

/** Throws when a panel keeps showing what a user should not see: something cut off, or the inside of a program. */
const expectTidyPanel = async (panel: Locator) =>
	await soon(async () => await expectTidyNow(panel), DRAWN_MS);

async function expectTidyNow(panel: Locator): Promise<void> {
	const text = await panel.innerText();
	expect(text).not.toMatch(/undefined|\[object Object\]|NaN|Install this node/);
	const names = await labels(panel);
	expect(names.length).toBeGreaterThan(0);
	expect(names.filter((name) => /_|^[a-z]|\w\.\w/.test(name))).toEqual([]);
	expect(await cutOff(panel)).toEqual([]);
	expect(await cutOffModes(panel)).toEqual([]);
	const { scrollWidth, clientWidth } = await panel.evaluate((element) => ({
		scrollWidth: element.scrollWidth,
		clientWidth: element.clientWidth,
	}));
	expect(scrollWidth).toBeLessThanOrEqual(clientWidth + 1);
}

/** Looks at the open panel of a node. */
export async function expectTidy(page: Page): Promise<void> {
	await expectTidyPanel(page.locator('[data-test-id="node-parameters"]'));
}

/** Looks at the open window of a credential. */
export async function expectTidyWindow(dialog: Locator): Promise<void> {
	await expectTidyPanel(dialog.locator('[data-test-id="node-credentials-config-container"]'));
}
