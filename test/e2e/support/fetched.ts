import type { Page } from 'playwright-core';

/** false when a list or the fields of a mapper are still on their way after half a minute. */
export async function fetched(page: Page): Promise<boolean> {
	const fetching = page.getByText(/(?:Fetching|Loading) (?:fields|options)/);
	for (let tries = 0; tries < 120; tries += 1) {
		if ((await fetching.count()) === 0) return true;
		await page.waitForTimeout(250);
	}
	return false;
}
