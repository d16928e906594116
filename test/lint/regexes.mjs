/**
 * Every regular expression of the sources takes a time that grows no faster than the text it reads:
 * `node test/lint/regexes.mjs [folder …]`. The texts come from webhooks, vendors and items, so a
 * polynomial one lets whoever writes them hold n8n's only thread. The verdict is that of recheck, which
 * simulates the engine and gives an attack for each it refuses; no clock decides.
 * https://makenowjust-labs.github.io/recheck/
 */
import fs from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

// Neither Java nor a program of another language: the same answer on every machine.
process.env.RECHECK_BACKEND = 'pure';
const { checkSync } = (await import('recheck')).default;

/** Instead of a clock, so that a slow machine finds what a fast one does. */
const PARAMS = { timeout: null };

const folders = process.argv.slice(2);
const places = new Map();
const flaws = [];

function sourcesBelow(folder) {
	const files = fs.readdirSync(folder, { recursive: true }).map((name) => path.join(folder, name));
	return files.filter((file) => file.endsWith('.ts')).sort();
}

function collect(file) {
	const text = fs.readFileSync(file, 'utf8');
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const visit = (node) => {
		const { line } = source.getLineAndCharacterOfPosition(node.getStart());
		const place = `${path.relative('', file)}:${line + 1}`;
		if (ts.isRegularExpressionLiteral(node)) {
			places.set(node.text, [...(places.get(node.text) ?? []), place]);
		}
		const makes = ts.isNewExpression(node) || ts.isCallExpression(node);
		if (makes && node.expression.getText() === 'RegExp') {
			flaws.push(`${place} ${node.getText()}\n  is made while it runs; write it as a literal`);
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
}

for (const folder of folders.length > 0 ? folders : ['nodes', 'credentials']) {
	sourcesBelow(folder).forEach(collect);
}
for (const [literal, where] of places) {
	const end = literal.lastIndexOf('/');
	const verdict = checkSync(literal.slice(1, end), literal.slice(end + 1), PARAMS);
	if (verdict.status === 'safe') continue;
	const why = verdict.complexity?.summary ?? verdict.error?.kind ?? verdict.status;
	const attack = verdict.attack?.pattern ?? 'none found';
	flaws.push(`${where.join(', ')} ${literal}\n  takes too long: ${why}, e.g. for ${attack}`);
}
for (const flaw of flaws) console.error(flaw);
console.log(`regexes: ${places.size} checked, ${flaws.length} refused`);
process.exit(flaws.length > 0 || places.size === 0 ? 1 : 0);
