import fs from 'node:fs';
import path from 'node:path';

import { repoRoot } from '../../host/paths';
import { page } from '../../templates/markdown';

const ZOOM =
	/`((?:webinar|report|user|cloud_recording|meeting):(?:read|write|update|delete):(?!admin\b)\w+)(?::admin)?`/g;
const HUBSPOT = /`((?:crm|settings)\.[\w.]+|files|automation)`/g;

const found = (text: string, pattern: RegExp) =>
	[...new Set([...text.matchAll(pattern)].map(([, scope]) => scope!))].sort();

function sources(folder: string): string {
	const full = path.join(repoRoot, folder);
	return fs
		.readdirSync(full, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => fs.readFileSync(path.join(full, file), 'utf8'))
		.join('\n');
}

const all = page('docs/scopes.md').text;
const zoomPages = ['docs/zoom/credentials.md', 'docs/zoom-webinar-trigger.md'].map(
	(file) => page(file).text,
);

test('the page of all scopes has those of Zoom that an operation or an event needs, and no other', () => {
	expect(found(all, ZOOM)).toEqual(found(zoomPages.join('\n'), ZOOM));
	expect(found(all, ZOOM).length).toBeGreaterThan(30);
});

test('every scope of Zoom that the code names is explained', () => {
	const named = found(sources('nodes/Zoom').replace(/'/g, '`'), ZOOM);
	expect(named.length).toBeGreaterThan(3);
	expect(named.filter((scope) => !found(all, ZOOM).includes(scope))).toEqual([]);
});

test('the page of all scopes has those of HubSpot that the code asks for, and no other', () => {
	const [list] = sources('nodes/HubSpot/transport')
		.split('const OURS: readonly string[] = [')[1]!
		.split('];');
	const asked = [...list!.matchAll(/'([\w.]+)'/g)].map(([, scope]) => scope!).sort();
	expect(found(all, HUBSPOT)).toEqual(asked);
	expect(asked.length).toBeGreaterThan(10);
});

test('every scope of HubSpot is explained by an operation', () => {
	const { text } = page('docs/hubspot/credentials.md');
	expect(found(all, HUBSPOT).filter((scope) => !text.includes(`\`${scope}\``))).toEqual([]);
});
