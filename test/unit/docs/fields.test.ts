import fs from 'node:fs';
import path from 'node:path';

import { repoRoot } from '../../host/paths';
import { after, allFields, beginsWith } from '../canvas/labels';

const labels = [...new Set(allFields().map(({ displayName }) => displayName))];

/** "Wait at Most" is enough for "Wait at Most (Minutes)", and "Person Field" for "… Names or IDs". */
const names = labels.flatMap((label) => [label, label.replace(/ \(.*\)$| Names? or IDs?$/, '')]);

const pages = ['README.md', 'workflows/README.md', ...pagesIn('docs')];

function pagesIn(folder: string): string[] {
	return fs
		.readdirSync(path.join(repoRoot, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.md'))
		.map((file) => path.join(folder, file));
}

test.each(pages)('%s names no option that the panels do not have', (page) => {
	const text = fs.readFileSync(path.join(repoRoot, page), 'utf8');
	const named = after(text, /Options → [_*]*(?=[A-Z])/g).map((rest) => rest.slice(0, 60));
	expect(named.filter((rest) => !names.some((name) => beginsWith(rest, name)))).toEqual([]);
});
