import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createTemplateCredentials, type CredentialRef } from '../../host/drive/credentials';
import { loadNodeTypes, type NodeTypeInfo } from '../../host/drive/nodeTypes';
import { importWorkflow, readTemplate } from '../../host/drive/templates';
import { repoRoot } from '../../host/paths';
import { startSandbox } from '../../sandbox';
import { makeStory } from '../../story';
import { allTemplates, stepsOf, type Template } from '../../templates/template';
import {
	canvasNodes,
	type EditorPage,
	launchBrowser,
	openEditor,
	signIn,
} from '../support/browser';
import { CleanUp } from '../support/cleanUp';
import {
	allOfCanvas,
	asking,
	emptyCanvas,
	importFile,
	importUrl,
	marks,
	paste,
	saved,
} from '../support/editorImport';
import { asEdited } from '../support/essence';
import { type FileServer, serveTemplates } from '../support/fileServer';
import { sharedN8n } from '../support/sharedServer';
import { soon } from '../support/soon';

const n8n = sharedN8n();
const cleanUp = new CleanUp(n8n);
const templates = allTemplates();

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let types: NodeTypeInfo[];
let credentials: CredentialRef[];
let files: FileServer;
let browser: Browser;
let editor: EditorPage;

beforeAll(async () => {
	types = await loadNodeTypes(n8n);
	files = await serveTemplates();
	browser = await launchBrowser();
	editor = await openEditor(browser);
	await signIn(editor.page, n8n);
	// Templates are wide; at a usual size their marks would be too small to hover over.
	await editor.page.setViewportSize({ width: 3200, height: 1400 });
});

afterAll(async () => {
	await editor?.close();
	await browser?.close();
	files?.close();
	await cleanUp.all();
	await sandbox?.close();
});

const fileOf = (name: string) => path.join(repoRoot, 'workflows', `${name}.json`);

type Way = [way: string, template: string, (page: Page, name: string) => Promise<void>];

describe.each<Way>([
	['from a file', 'sync-now', async (page, name) => await importFile(page, fileOf(name))],
	[
		'from an address',
		'adobe-connect-ended-to-marketo',
		async (page, name) => await importUrl(page, files.address(name)),
	],
	[
		'by paste',
		'adobe-connect-join-link',
		async (page, name) => await paste(page, fs.readFileSync(fileOf(name), 'utf8')),
	],
])('a template imported %s', (way, chosen, doImport) => {
	const template = templates.find(({ name }) => name === chosen)!;

	it('is the same, inactive, and asks for nothing but credentials', async () => {
		const { page } = editor;
		await emptyCanvas(page, n8n.url);
		await doImport(page, template.name);
		const steps = stepsOf(template).map(({ name }) => name);
		await soon(async () => expect((await allOfCanvas(page)).sort()).toEqual(steps.sort()));
		const stored = await saved(page, n8n);
		cleanUp.workflow(stored.id);
		const said = await marks(page);
		expect([...said.keys()].sort()).toEqual(asking(template, types).sort());
		for (const text of said.values()) {
			expect(text).toMatch(/^Issues\s+Credentials for [\w ]+ are not set\.\s*$/);
		}
		expect(asEdited(stored, types)).toEqual({
			...asEdited(template.file, types),
			// What is pasted becomes part of the workflow that is open.
			...(way === 'by paste' && { name: stored.name }),
		});
	});
});

describe('with credentials picked nothing is left to do in', () => {
	beforeAll(async () => {
		sandbox = await startSandbox({ world: makeStory({ seed: 1, registrants: 10 }).world });
		credentials = await createTemplateCredentials(n8n, sandbox);
		for (const { id } of credentials) cleanUp.credential(id);
	});

	it.each(templates.map((one): [string, Template] => [one.name, one]))('%s', async (name, one) => {
		const { page } = editor;
		const { id } = await importWorkflow(n8n, readTemplate(name), credentials);
		cleanUp.workflow(id);
		await page.goto(`${n8n.url}/workflow/${id}`);
		await soon(async () => expect(await canvasNodes(page)).toHaveLength(stepsOf(one).length));
		expect([...(await marks(page))]).toEqual([]);
	});
});

it('has shown no error in the console', () => {
	expect(editor.errors()).toEqual([]);
});
