/** Samples of Adobe's pages, where they are at hand. */
import { readFileSync } from 'node:fs';
import { specFile } from '../../specs';

const INDEX = 'marketo/samples/INDEX.json';

export interface Sample {
	file: string;
	/** `GET /rest/v1/leads.json?…`, empty where the page names none. */
	request: string;
	content: unknown;
}

/** All of them; none when they are absent. */
export function samples(): Sample[] {
	const index = specFile(INDEX);
	if (index === undefined) return [];
	const rows: Array<{ file: string; request: string }> = JSON.parse(readFileSync(index, 'utf8'));
	return rows.map(({ file, request }) => ({ file, request, content: sample(file) }));
}

/** Of `samples` or, when written for this project, of `samples-constructed`. */
export function sample(file: string, folder = 'samples'): unknown {
	const path = specFile(`marketo/${folder}/${file}`);
	return path === undefined ? undefined : JSON.parse(readFileSync(path, 'utf8'));
}
