/**
 * `npm run pictures`: takes the picture of every template's canvas in the real editor, for
 * workflows/README.md. `-- NAME` takes that one only, `-- --stale` those whose canvas has changed.
 */
import fs from 'node:fs';
import { launchBrowser, openEditor, signIn } from '../e2e/support/browser';
import { startSandbox } from '../sandbox';
import { makeStory } from '../story';
import { markOf, pictureFile, picturesFolder, readBook, writeBook } from '../templates/picture';
import { allTemplates, type Template } from '../templates/template';
import { createTemplateCredentials } from './drive/credentials';
import { importWorkflow, readTemplate } from './drive/templates';
import { ensureHost } from './install/n8nHost';
import { packPackage } from './install/packPackage';
import { createLog } from './log';
import { pictureOf } from './pictures/canvas';
import { freshHome } from './server/home';
import { startN8n } from './server/n8nServer';

const log = createLog();
const closers: Array<() => unknown> = [];

async function takeAll(templates: Template[]): Promise<void> {
	const host = await ensureHost(log);
	const packed = await packPackage(log);
	closers.push(packed.remove);
	const home = freshHome({ temporary: true });
	closers.push(home.release);
	const { packageDir } = packed;
	const n8n = await startN8n({ host, packageDir, userFolder: home.folder });
	closers.push(async () => await n8n.stop());
	// With credentials picked no node shows a red mark.
	const sandbox = await startSandbox({ world: makeStory({ seed: 1, registrants: 10 }).world });
	closers.push(async () => await sandbox.close());
	const credentials = await createTemplateCredentials(n8n, sandbox);
	const browser = await launchBrowser();
	closers.push(async () => await browser.close());
	const { page } = await openEditor(browser);
	await signIn(page, n8n);
	fs.mkdirSync(picturesFolder, { recursive: true });
	for (const template of templates) {
		const { id } = await importWorkflow(n8n, readTemplate(template.name), credentials);
		const picture = await pictureOf(page, `${n8n.url}/workflow/${id}`, template);
		fs.writeFileSync(pictureFile(template.name), picture);
		writeBook({ ...readBook(), [template.name]: markOf(template) });
		log(`${template.name}: ${Math.round(picture.length / 1000)} kB`);
	}
}

/** Takes away what belongs to no template any more. */
function tidy(names: string[]): void {
	const book = Object.entries(readBook());
	for (const [name] of book)
		if (!names.includes(name)) fs.rmSync(pictureFile(name), { force: true });
	writeBook(Object.fromEntries(book.filter(([name]) => names.includes(name))));
}

async function main(): Promise<void> {
	const wanted = process.argv.slice(2);
	const all = allTemplates();
	const book = readBook();
	const chosen = wanted.includes('--stale')
		? all.filter((template) => book[template.name] !== markOf(template))
		: all.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
	try {
		if (chosen.length > 0) await takeAll(chosen);
		tidy(all.map(({ name }) => name));
	} finally {
		for (const close of closers.reverse()) await close();
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
