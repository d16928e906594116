import fs from 'node:fs';
import path from 'node:path';

import { repoRoot } from '../../host/paths';
import { deadLinks, page } from '../../templates/markdown';

const skipped = new Set(['node_modules', 'dist', 'test', '.git']);

/** Every Markdown file that a reader may come upon. */
function pages(folder = ''): string[] {
	return fs.readdirSync(path.join(repoRoot, folder), { withFileTypes: true }).flatMap((entry) => {
		if (skipped.has(entry.name)) return [];
		const file = path.join(folder, entry.name);
		if (entry.isDirectory()) return pages(file);
		return entry.name.endsWith('.md') ? [file] : [];
	});
}

describe('every link leads somewhere in', () => {
	it.each(pages())('%s', (file) => {
		expect(deadLinks(page(file))).toEqual([]);
	});
});

test('every page of docs/ is reached from the README', () => {
	const reached = new Set<string>();
	const queue = ['README.md'];
	for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
		if (reached.has(file)) continue;
		reached.add(file);
		for (const [, target] of page(file).text.matchAll(/\]\(([^)#\s]+\.md)/g)) {
			if (/^https?:/.test(target!)) continue;
			const to = path.normalize(path.join(path.dirname(file), target!));
			if (fs.existsSync(path.join(repoRoot, to))) queue.push(to);
		}
	}
	const docs = pages('docs').filter((file) => !reached.has(file));
	expect(docs).toEqual([]);
});
