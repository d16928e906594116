import fs from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { repoRoot } from '../../host/paths';
import type { SharedServer } from './sharedServer';
import { soon } from './soon';

const argumentsForTests = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
];

/** Errors that the editor of n8n 2.41 prints on its own, whatever is installed. */
const harmless = [
	// Before signing in the editor asks who is there.
	/401 \(Unauthorized\) \S*\/rest\/login$/,
	// Some of n8n's own nodes do not say what comes out.
	/404 \(Not Found\) \S*\/schemas\/n8n-nodes-base\./,
	// While a new workflow opens.
	/^Error: injectNDVStore\(\) was accessed without an active workflow document store/,
	// The page Community nodes counts all packages, at a server that is not on this machine.
	/ERR_NAME_NOT_RESOLVED https:\/\/api\.npms\.io\//,
	/^ResponseError: Can't connect to n8n\.[^]*\/SettingsCommunityNodesView/,
];

/** A browser page at the editor that remembers what went wrong in it. */
export interface EditorPage {
	page: Page;
	/** Errors of the console and of scripts, without those that every n8n shows. */
	errors(): string[];
	/** Saves test/screenshots/NAME.png (not in git). */
	screenshot(name: string): Promise<void>;
	close(): Promise<void>;
}

/** Debian's Chromium, or the browser named by CHROMIUM. */
export async function launchBrowser(): Promise<Browser> {
	const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
	if (!fs.existsSync(executablePath)) {
		throw new Error(`There is no ${executablePath}. On Debian: apt-get install -y chromium`);
	}
	return await chromium.launch({ executablePath, args: argumentsForTests });
}

/** Opens a page in a profile of its own. */
export async function openEditor(browser: Browser): Promise<EditorPage> {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	// A busy machine with two processors may need a minute for one click.
	context.setDefaultTimeout(90_000);
	const page = await context.newPage();
	const seen: string[] = [];
	page.on('pageerror', (error) => seen.push(error.stack ?? error.message));
	page.on('console', (message) => {
		if (message.type() === 'error') seen.push(`${message.text()} ${message.location().url}`.trim());
	});
	const folder = path.join(repoRoot, 'test', 'screenshots');
	return {
		page,
		errors: () => seen.filter((text) => !harmless.some((pattern) => pattern.test(text))),
		async screenshot(name) {
			fs.mkdirSync(folder, { recursive: true });
			await page.screenshot({ path: path.join(folder, `${name}.png`) });
		},
		close: async () => await context.close(),
	};
}

/** Signs in as the owner, by the form. */
export async function signIn(
	page: Page,
	{ url, owner }: Pick<SharedServer, 'url' | 'owner'>,
): Promise<void> {
	await page.goto(`${url}/signin`);
	await page.locator('input[name="emailOrLdapLoginId"]').fill(owner.email);
	await page.locator('input[name="password"]').fill(owner.password);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.waitForURL(/\/(home|workflow)/);
}

/**
 * Opens the node panel on an open canvas (key N) and searches it; the texts of what it finds. The canvas
 * listens to keys a moment after it is there, and the panel takes the focus later still: words typed
 * meanwhile are lost, so the field itself is filled, and all again should the panel have been drawn anew.
 * @param expected what must be among them, before they are read
 */
export async function searchNodes(page: Page, words: string, expected = words): Promise<string[]> {
	await page.locator('[data-test-id="canvas-wrapper"]').waitFor();
	const field = page.locator('[data-test-id="node-creator-search-bar"]');
	const items = page.locator('[data-test-id="node-creator-item-name"]');
	const found = items.filter({ hasText: expected }).first();
	await soon(async () => {
		if (!(await field.isVisible())) await page.keyboard.press('n');
		await field.fill(words, { timeout: 10_000 });
		await found.waitFor({ timeout: 10_000 });
	});
	return await items.allInnerTexts();
}

/** Names of the nodes on the open canvas. */
export async function canvasNodes(page: Page): Promise<string[]> {
	const nodes = page.locator('[data-test-id="canvas-node"]');
	await nodes.first().waitFor();
	return await nodes.evaluateAll((elements) =>
		elements.map((element) => element.getAttribute('data-node-name') ?? ''),
	);
}

/** Opens the list of a resource locator in an open panel and picks an entry; all that it offered. */
export async function pickFromList(
	page: Page,
	parameter: string,
	entry: string,
): Promise<string[]> {
	const locator = page.locator(`[data-test-id="resource-locator-${parameter}"]`);
	await locator.locator('[data-test-id="rlc-input"]').click();
	const items = page.locator('[data-test-id="rlc-item"]');
	const wanted = items.filter({ hasText: entry }).first();
	await wanted.waitFor();
	const offered = await items.allInnerTexts();
	await wanted.click();
	return offered;
}
