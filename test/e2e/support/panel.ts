import type { Page } from 'playwright-core';

/** Texts on an open panel of which a user sees only a part, at the width that the panel has by itself. */
async function cutOff(page: Page): Promise<string[]> {
	return await page.locator('[data-test-id="node-parameters"]').evaluate((panel) => {
		const isHidden = (element: Element) => {
			const { overflowX, textOverflow } = getComputedStyle(element);
			return overflowX !== 'visible' || textOverflow === 'ellipsis';
		};
		const own = Array.from(
			panel.querySelectorAll('label, label *, span, p, small, div.notice, li'),
		);
		return own
			.filter((element) => isHidden(element) && element.scrollWidth > element.clientWidth + 1)
			.map((element) => (element.textContent ?? '').trim())
			.filter((text) => text !== '');
	});
}

/** The names of the fields that an open panel shows. */
async function labels(page: Page): Promise<string[]> {
	const found = page.locator('[data-test-id="node-parameters"] [data-test-id="input-label"]');
	return (await found.allInnerTexts()).map((text) => text.split('\n')[0]!.trim());
}

/** Throws when an open panel shows what a user should not see: something cut off, or the inside of a program. */
export async function expectTidy(page: Page): Promise<void> {
	const panel = page.locator('[data-test-id="node-parameters"]');
	const text = await panel.innerText();
	expect(text).not.toMatch(/undefined|\[object Object\]|NaN|Install this node/);
	const names = await labels(page);
	expect(names.length).toBeGreaterThan(0);
	expect(names.filter((name) => /_|^[a-z]|\w\.\w/.test(name))).toEqual([]);
	expect(await cutOff(page)).toEqual([]);
	const { scrollWidth, clientWidth } = await panel.evaluate((element) => ({
		scrollWidth: element.scrollWidth,
		clientWidth: element.clientWidth,
	}));
	expect(scrollWidth).toBeLessThanOrEqual(clientWidth + 1);
}
