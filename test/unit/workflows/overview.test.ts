import fs from 'node:fs';
import path from 'node:path';
import type { ICredentialType } from 'n8n-workflow';
import { repoRoot } from '../../host/paths';
import { deadLinks, firstColumn, page } from '../../templates/markdown';
import { scopesIn } from '../../templates/rules/mainNote';
import { createdTables } from '../../templates/rules/tables';
import { allTemplates } from '../../templates/template';

const overview = page('workflows/README.md');
const templates = allTemplates();

interface Manifest {
	repository: { url: string };
	n8n: { credentials: string[] };
}

const manifest = JSON.parse(
	fs.readFileSync(path.join(repoRoot, 'package.json'), 'utf8'),
) as Manifest;

/** As n8n calls the credentials of the package. */
function credentialNames(): string[] {
	return manifest.n8n.credentials.map((file) => {
		const source = path.join(repoRoot, path.relative('dist', file)).replace(/\.js$/, '');
		const exported = jest.requireActual<Record<string, new () => ICredentialType>>(source);
		return new exported[path.basename(file).split('.')[0]]().displayName;
	});
}

describe('the overview', () => {
	it('names every permission that a template needs', () => {
		const told = scopesIn(overview.text);
		const needed = templates.flatMap((template) => scopesIn(template.page));
		expect(needed.filter((scope) => !told.includes(scope))).toEqual([]);
	});

	it('explains every column of the settings, and no other', () => {
		for (const table of templates.flatMap(createdTables)) {
			if (table.name !== 'n8nWebinarSettings') continue;
			const columns = table.columns.map((column) => column.split(' ')[0]);
			expect(firstColumn(overview, 'Settings')).toEqual(columns);
		}
	});

	it('explains every Data Table that a template makes', () => {
		for (const { name } of templates.flatMap(createdTables)) {
			expect(overview.text).toContain(`**\`${name}\`**`);
		}
	});

	it('has addresses for the import from a URL that belong to this repository', () => {
		const [, repository] = /github\.com\/(.+)\.git$/.exec(manifest.repository.url) ?? [];
		const raw = [...overview.text.matchAll(/https:\/\/raw\.\S+/g)].map(([url]) => url);
		expect(raw.length).toBeGreaterThan(0);
		for (const url of raw) {
			const start = `https://raw.githubusercontent.com/${repository}/main/workflows/`;
			expect(url.slice(0, start.length)).toBe(start);
			expect(templates.map(({ name }) => `${name}.json`)).toContain(url.slice(start.length));
		}
	});

	it('calls the credentials as n8n does', () => {
		const known = credentialNames();
		const called =
			overview.text.match(/(?<=_)(?:Zoom|HubSpot|Marketo|Adobe)[\w -]+ API(?=_)/g) ?? [];
		expect(called.filter((name) => !known.includes(name))).toEqual([]);
		expect(called.length).toBeGreaterThan(3);
	});
});

describe('every link leads somewhere in', () => {
	const pages = [
		'workflows/README.md',
		...templates.map(({ name }) => `docs/templates/${name}.md`),
	];

	it.each(pages)('%s', (file) => {
		expect(deadLinks(page(file))).toEqual([]);
	});

	it('pages that are looked at: a file or a heading that is not there is found', () => {
		const text =
			'# Here\n[a](#here) [b](#there) [c](../README.md) [d](none.md) [e](https://n8n.io)';
		expect(deadLinks({ file: 'workflows/README.md', text })).toEqual(['#there', 'none.md']);
	});
});
