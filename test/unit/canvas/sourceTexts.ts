import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

import { repoRoot } from '../../host/paths';

/** What stands in the sources for a value that is filled in later. */
const FILLED_IN = '…';

type Found = [where: string, text: string];

/**
 * All texts of several words that the sources of nodes and credentials hold, whoever reads them:
 * panels, errors, outcomes, hints, log lines. Each with the file and line where it stands.
 */
export function sourceTexts(): Found[] {
	return ['nodes', 'credentials']
		.flatMap((folder) => filesIn(path.join(repoRoot, folder)))
		.flatMap(textsOf);
}

function filesIn(folder: string): string[] {
	return fs
		.readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => path.join(folder, file));
}

function textsOf(file: string): Found[] {
	const source = ts.createSourceFile(
		file,
		fs.readFileSync(file, 'utf8'),
		ts.ScriptTarget.Latest,
		true,
	);
	const found: Found[] = [];
	const look = (node: ts.Node): void => {
		const text = textOf(node);
		if (text !== undefined && isProse(text)) {
			const { line } = source.getLineAndCharacterOfPosition(node.getStart());
			found.push([`${path.relative(repoRoot, file)}:${line + 1}`, text]);
		}
		ts.forEachChild(node, look);
	};
	look(source);
	return found;
}

function textOf(node: ts.Node): string | undefined {
	if (ts.isStringLiteralLike(node)) return node.text;
	if (!ts.isTemplateExpression(node)) return undefined;
	const rest = node.templateSpans.map(({ literal }) => FILLED_IN + literal.text);
	return node.head.text + rest.join('');
}

/** Words with blanks between them; neither an expression nor a page with its styles. */
const isProse = (text: string) => /\p{L} [\p{L}“"]/u.test(text) && !/^=\{\{|^\s*[<:.@]/.test(text);
