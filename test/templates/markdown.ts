import fs from 'node:fs';
import path from 'node:path';
import { repoRoot } from '../host/paths';

/** A Markdown file of this repository. */
export interface Page {
	/** From the root of the repository. */
	file: string;
	text: string;
}

export function page(file: string): Page {
	return { file, text: fs.readFileSync(path.join(repoRoot, file), 'utf8') };
}

/** Links of a page that lead nowhere: no such file, or no such heading in it. */
export function deadLinks({ file, text }: Page): string[] {
	const prose = text.replace(/```[^]*?```/g, '');
	const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target);
	return [...new Set(links)].filter(
		(target) => !/^https?:/.test(target) && isDead({ file, text }, target),
	);
}

function isDead({ file, text }: Page, target: string): boolean {
	const [to, anchor] = target.split('#');
	const full = path.join(path.dirname(file), to);
	if (to !== '' && !fs.existsSync(path.join(repoRoot, full))) return true;
	return anchor !== undefined && !anchorsOf(to === '' ? text : page(full).text).includes(anchor);
}

/** As GitHub makes them out of headings. */
function anchorsOf(text: string): string[] {
	const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading);
	return headings.map((heading) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N} _-]/gu, '')
			.replace(/_([^_]+)_/g, '$1')
			.replace(/ /g, '-'),
	);
}

/** First cells of a table's rows, below a heading. */
export function firstColumn({ text }: Page, heading: string): string[] {
	const section = text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
	const rows = section.split('\n').filter((line) => line.startsWith('|'));
	return rows.slice(2).map((row) => row.split('|')[1].trim().replace(/`/g, ''));
}
