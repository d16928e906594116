/**
 * `npm run pictures`: takes the pictures of the templates' canvases, for workflows/README.md, and of the
 * nodes' panels and the credentials' windows, for docs/, in the real editor. `-- NAME` takes that one only,
 * `-- --stale` those whose canvas or panel has changed.
 */
import fs from 'node:fs';
import type { Page } from 'playwright-core';

import { launchBrowser, openEditor, signIn } from '../e2e/support/browser';
import { startSandbox } from '../sandbox';
import { makeStory } from '../story';
import { canvasBook, markOf } from '../templates/picture';
import { allTemplates, type Template } from '../templates/template';
import { createTemplateCredentials } from './drive/credentials';
import { importWorkflow, readTemplate } from './drive/templates';
import { ensureHost } from './install/n8nHost';
import { packPackage } from './install/packPackage';
import { createLog } from './log';
import type { PictureBook } from './pictures/book';
import { pictureOf } from './pictures/canvas';
import { panelBook, PANELS, type PanelPicture } from './pictures/panelList';
import { panelMark } from './pictures/panelMark';
import { panelPicture } from './pictures/panels';
import { freshHome } from './server/home';
import { type N8nServer, startN8n } from './server/n8nServer';

const log = createLog();
const closers: Array<() => unknown> = [];

/** Where n8n says that it is: addresses on a picture are to be those of nobody, and always the same. */
const PUBLIC = 'https://n8n.example.com';

async function startAll(): Promise<{ n8n: N8nServer; page: Page }> {
	const host = await ensureHost(log);
	const packed = await packPackage(log);
	closers.push(packed.remove);
	const home = freshHome({ temporary: true });
	closers.push(home.release);
	const { packageDir } = packed;
	const env = { WEBHOOK_URL: `${PUBLIC}/`, N8N_EDITOR_BASE_URL: PUBLIC };
	const n8n = await startN8n({ host, packageDir, userFolder: home.folder, env });
	closers.push(async () => await n8n.stop());
	const browser = await launchBrowser();
	closers.push(async () => await browser.close());
	const { page } = await openEditor(browser);
	await signIn(page, n8n);
	return { n8n, page };
}

function keep(book: PictureBook, name: string, picture: Buffer, mark: string): void {
	book.write({ ...book.read(), [name]: mark });
	fs.writeFileSync(book.fileOf(name), picture);
	log(`${name}: ${Math.round(picture.length / 1000)} kB`);
}

async function takeAll(templates: Template[], panels: PanelPicture[]): Promise<void> {
	const { n8n, page } = await startAll();
	// With credentials picked no node shows a red mark.
	const sandbox = await startSandbox({ world: makeStory({ seed: 1, registrants: 10 }).world });
	closers.push(async () => await sandbox.close());
	const credentials = await createTemplateCredentials(n8n, sandbox);
	for (const template of templates) {
		const { id } = await importWorkflow(n8n, readTemplate(template.name), credentials);
		const picture = await pictureOf(page, `${n8n.url}/workflow/${id}`, template);
		keep(canvasBook, template.name, picture, markOf(template));
	}
	const take = async (panel: PanelPicture) => {
		const picture = await panelPicture(page, n8n, panel, credentials);
		keep(panelBook, panel.name, picture, await panelMark(panel));
	};
	// n8n would number the name of a new credential if there were one of that name.
	for (const panel of panels.filter(({ parameters }) => !parameters)) await take(panel);
	for (const { id, name } of credentials) {
		const seen = name.replace(/ \(.*\)$|$/, ' account');
		await n8n.api('PATCH', `/credentials/${id}`, { name: seen });
	}
	for (const panel of panels.filter(({ parameters }) => parameters)) await take(panel);
}

/** Takes away what belongs to nothing any more. */
function tidy(book: PictureBook, names: string[]): void {
	const marks = Object.entries(book.read());
	for (const [name] of marks)
		if (!names.includes(name)) fs.rmSync(book.fileOf(name), { force: true });
	book.write(Object.fromEntries(marks.filter(([name]) => names.includes(name))));
}

/** Those to be taken, of all that there are. */
async function chosen<T extends { name: string }>(
	book: PictureBook,
	all: T[],
	mark: (one: T) => string | Promise<string>,
): Promise<T[]> {
	const wanted = process.argv.slice(2);
	if (!wanted.includes('--stale')) {
		return all.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
	}
	const marks = await Promise.all(all.map(mark));
	return all.filter(({ name }, index) => book.read()[name] !== marks[index]);
}

async function main(): Promise<void> {
	const all = allTemplates();
	const templates = await chosen(canvasBook, all, markOf);
	const panels = await chosen(panelBook, PANELS, panelMark);
	try {
		if (templates.length + panels.length > 0) await takeAll(templates, panels);
		tidy(
			canvasBook,
			all.map(({ name }) => name),
		);
		tidy(
			panelBook,
			PANELS.map(({ name }) => name),
		);
	} finally {
		for (const close of closers.reverse()) await close();
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
