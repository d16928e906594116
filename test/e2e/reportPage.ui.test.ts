import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

import { bounded, ON_PAGE } from '../../nodes/shared/report/bounded';
import { pageOf } from '../../nodes/shared/report/page/page';
import { content, figures, person, webinar } from '../unit/shared/report/samples';
import { repoRoot } from '../host/paths';
import { launchBrowser } from './support/browser';

const ATTACK =
	'</title></style><script>document.title="taken"</script><img src="https://tracker.example/x.png" onerror="document.title=\'taken\'">';
const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlung'.repeat(3);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'n8n-webinar-report-'));
let browser: Browser;

beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(async () => {
	await browser?.close();
	fs.rmSync(folder, { recursive: true, force: true });
});

/** Everything that a page can have, with texts of every kind. */
function fullPage(texts: readonly string[]): string {
	const said = texts.map((text, index) => ({
		...{ email: '', name: text },
		polls: [{ question: text, answers: [text, 'Yes'] }],
		surveys: [{ question: 'How was it?', answers: [text] }],
		questions: [
			{ question: text, answer: index % 2 === 0 ? text : '', askedAt: '2026-10-14T14:10:00Z' },
		],
	}));
	const people = Array.from({ length: 300 }, (_, index) =>
		index % 3 === 0
			? person({
					viewedSeconds: 600,
					status: 'attendedOnDemand',
					source: texts[index % texts.length],
				})
			: person({
					stays: [[index % 20, 60 - (index % 17)]],
					registered: index % 10 !== 0,
					level: index % 2 === 0 ? 'high' : 'low',
				}),
	);
	return pageOf(
		content({
			webinar: webinar({ topic: texts.join(' ') }),
			figures: bounded(figures({ people: [...people, person()], said, viewsTold: true }), ON_PAGE),
			notes: [...texts],
		}),
	);
}

interface Opened {
	page: Page;
	/** Addresses that were asked for, the page's own left out. */
	requests: string[];
	/** What the console and the scripts complained of. */
	errors: string[];
}

async function open(html: string, options: BrowserContextOptions): Promise<Opened> {
	const file = path.join(folder, 'report.html');
	fs.writeFileSync(file, html);
	const own = pathToFileURL(file).href;
	const context = await browser.newContext({ offline: true, ...options });
	const page = await context.newPage();
	const opened: Opened = { page, requests: [], errors: [] };
	page.on('request', (request) => request.url() !== own && opened.requests.push(request.url()));
	page.on('pageerror', (error) => opened.errors.push(error.message));
	page.on('console', (message) => opened.errors.push(message.text()));
	await page.goto(own);
	return opened;
}

async function screenshot(page: Page, name: string): Promise<void> {
	const shots = path.join(repoRoot, 'test', 'screenshots');
	fs.mkdirSync(shots, { recursive: true });
	await page.screenshot({ path: path.join(shots, `report-${name}.png`), fullPage: true });
}

/** Elements whose text sticks out of them, or out of the page. */
async function overflowing(page: Page): Promise<string[]> {
	return await page.evaluate(() => {
		const width = document.documentElement.clientWidth;
		return Array.from(document.querySelectorAll('main *:not(svg *)'))
			.filter((element) => {
				const { left, right } = element.getBoundingClientRect();
				const clips = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
				const isInline = getComputedStyle(element).display.startsWith('inline');
				return left < -1 || right > width + 1 || (clips && !isInline);
			})
			.map(
				(element) => `${element.tagName} ${element.className} ${element.textContent.slice(0, 40)}`,
			);
	});
}

/** Contrast of the text of an element to what is behind it, by WCAG 2. */
async function contrasts(page: Page, selectors: readonly string[]): Promise<number[]> {
	return await page.evaluate((all) => {
		const channels = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
		const luminance = (color: string): number => {
			const [r, g, b] = channels(color).map((value) => {
				const part = value / 255;
				return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
			});
			return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
		};
		const behind = (element: Element | null): string => {
			for (let each = element; each !== null; each = each.parentElement) {
				const { backgroundColor } = getComputedStyle(each);
				if (channels(backgroundColor)[3] !== 0) return backgroundColor;
			}
			return 'rgb(255, 255, 255)';
		};
		return all.flatMap((selector) =>
			Array.from(document.querySelectorAll(selector))
				.slice(0, 1)
				.map((element) => {
					const [text, back] = [
						luminance(getComputedStyle(element).color),
						luminance(behind(element)),
					];
					return (Math.max(text, back) + 0.05) / (Math.min(text, back) + 0.05);
				}),
		);
	}, selectors);
}

const TEXTS = [
	'Will there be a recording?',
	'האם תהיה הקלטה?',
	'録画はありますか？',
	'Yes & no 👩‍👩‍👧',
	ATTACK,
];

describe.each(['light', 'dark'] as const)('the report in %s', (colorScheme) => {
	it('opens without any network, asks for nothing and complains of nothing', async () => {
		const { page, requests, errors } = await open(fullPage(TEXTS), { colorScheme });
		await screenshot(page, colorScheme);
		expect(requests).toEqual([]);
		expect(errors).toEqual([]);
		expect(await page.title()).toContain('tracker.example');
		expect(await page.locator('script, img').count()).toBe(0);
		await page.context().close();
	});

	it('is readable: every kind of text has the contrast of WCAG AA', async () => {
		const { page } = await open(fullPage(TEXTS), { colorScheme });
		const kinds = [
			'h1',
			'h2',
			'h3',
			'.kind',
			'.muted',
			'.tile dt',
			'.tile b',
			'.tile span',
			'.also',
		];
		const measured = await contrasts(page, [
			...kinds,
			'figcaption',
			'.ys span',
			'summary',
			'footer',
		]);
		expect(measured).toHaveLength(kinds.length + 4);
		for (const contrast of measured) expect(contrast).toBeGreaterThanOrEqual(4.5);
		await page.context().close();
	});

	it('is dark on dark screens, and on paper always light', async () => {
		const { page } = await open(fullPage(TEXTS), { colorScheme });
		const background = async () =>
			await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
		expect(await background()).toBe(
			colorScheme === 'dark' ? 'rgb(15, 18, 24)' : 'rgb(244, 245, 248)',
		);
		await page.emulateMedia({ media: 'print', colorScheme });
		expect(await background()).toBe('rgb(255, 255, 255)');
		await screenshot(page, `print-${colorScheme}`);
		expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
		await page.context().close();
	});
});

it.each([380, 720, 1280])('fits a screen of %d pixels, with the longest words', async (width) => {
	const viewport = { width, height: 800 };
	const { page } = await open(fullPage([...TEXTS, LONG]), { viewport });
	await screenshot(page, `${width}`);
	expect(await overflowing(page)).toEqual([]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
	await page.context().close();
});

it('shows the attendance as a table to whoever asks for it', async () => {
	const { page } = await open(fullPage(TEXTS), {});
	await page.getByText('Show as a table').click();
	const rows = page.locator('tbody tr');
	expect(await rows.count()).toBe(61);
	expect(await rows.first().innerText()).toMatch(/^16:02\s+\d+\s+\d+\s+\d+$/);
	await page.context().close();
});

it('says in words what its drawings show', async () => {
	const { page } = await open(fullPage(TEXTS), {});
	const images = await page.getByRole('img').all();
	expect(images).toHaveLength(2);
	for (const image of images) expect(await image.getAttribute('aria-label')).toMatch(/\d/);
	await page.context().close();
});
