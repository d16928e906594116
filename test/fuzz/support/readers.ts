/** Finds what reads hostile things: every exported function whose parameters can all be supplied. */
import fs from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

const ROOT = path.join(__dirname, '../../..');

export interface Reader {
	/** Without folder and extension of the file: `Zoom/mapping/rows.toJoinRows`. */
	name: string;
	file: string;
	exported: string;
	/** Types of the parameters as they are written. */
	types: string[];
	/** Every name and text in the file: what it may look for in what it reads. */
	words: string[];
}

/** @param folder below the project's root */
export function readersIn(folder: string): Reader[] {
	const files = fs.readdirSync(path.join(ROOT, folder)).filter((file) => file.endsWith('.ts'));
	return files.sort().flatMap((file) => readersOf(path.join(ROOT, folder, file)));
}

function readersOf(file: string): Reader[] {
	const text = fs.readFileSync(file, 'utf8');
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const words = new Set<string>();
	const visit = (node: ts.Node): void => {
		if (ts.isIdentifier(node) || ts.isStringLiteral(node)) words.add(node.text);
		ts.forEachChild(node, visit);
	};
	visit(source);
	return source.statements.flatMap((statement): Reader[] => {
		if (!ts.isFunctionDeclaration(statement) || statement.name === undefined) return [];
		const isExported = statement.modifiers?.some(
			({ kind }) => kind === ts.SyntaxKind.ExportKeyword,
		);
		if (isExported !== true) return [];
		const exported = statement.name.text;
		const types = statement.parameters
			.filter(({ initializer }) => initializer === undefined)
			.map(({ type }) => type?.getText().replace(/\s+/g, ' ') ?? '');
		const name = `${path.relative(path.join(ROOT, 'nodes'), file).slice(0, -3)}.${exported}`;
		return [{ name, file, exported, types, words: [...words] }];
	});
}
