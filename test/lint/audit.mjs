/**
 * Known holes in what is published and in what builds it, as the npm registry knows them:
 * `npm run audit`, with `-- --required` where a registry that cannot tell is a failure (before a release).
 *
 * Published is our own code and the libraries that travel inside of one file; their names and versions are
 * read from the licences there. Any advisory on one of them fails. Of the tool chain, which nobody
 * installs with the package, critical ones fail and others are counted.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../..');
const BUNDLE = path.join(ROOT, 'dist/nodes/AdobeConnect/xml/parser.js');
const required = process.argv.includes('--required');

let failed = false;
const report = (name, words, isBad = false) => {
	failed ||= isBad;
	console.log(`audit ${name}: ${words}`);
};

/** A registry without this service answers 404 or 405: npm's own does, mirrors often do not. */
const absent = (name, why) => report(name, `ABSENT, the registry does not tell (${why})`, required);

dependencies();
await travelling(libraries());
toolChain();
process.exitCode = failed ? 1 : 0;

function dependencies() {
	const manifest = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
	const kinds = ['dependencies', 'optionalDependencies', 'bundledDependencies'];
	const names = kinds.flatMap((kind) => Object.keys(manifest[kind] ?? {}));
	const words = names.length === 0 ? 'none at run time' : `at run time: ${names.join(', ')}`;
	report('dependencies', words, names.length > 0);
}

/** By the headers that the build puts before the bundle: `name version` -> { name: [version] }. */
function libraries() {
	if (!fs.existsSync(BUNDLE)) execFileSync('npm', ['run', '--silent', 'build'], { cwd: ROOT });
	const headers = fs.readFileSync(BUNDLE, 'utf8').matchAll(/^\/\*! (\S+) (\d\S*)$/gm);
	return Object.fromEntries([...headers].map(([, name, version]) => [name, [version]]));
}

/** https://github.com/npm/npm-audit-report; the same service that `npm audit` asks. */
async function travelling(wanted) {
	const names = Object.entries(wanted).map(([name, [version]]) => `${name} ${version}`);
	if (names.length === 0) return report('published', 'no library found in the bundle', true);
	const registry = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim();
	const url = new URL('-/npm/v1/security/advisories/bulk', registry.replace(/\/*$/, '/'));
	const answer = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(wanted),
	}).catch(() => undefined);
	if (!answer?.ok) return absent('published', answer?.status ?? 'no answer');
	const found = Object.entries(await answer.json()).flatMap(([name, all]) =>
		all.map(({ title, severity, url: about }) => `${name}: ${title} (${severity}) ${about}`),
	);
	const words = found.length === 0 ? `nothing known of ${names.join(', ')}` : found.join('\n');
	return report('published', words, found.length > 0);
}

function toolChain() {
	const { stdout } = spawnSync('npm', ['audit', '--json'], { cwd: ROOT, encoding: 'utf8' });
	const { metadata, message, error } = JSON.parse(stdout || '{}');
	const counts = metadata?.vulnerabilities;
	if (counts === undefined) return absent('tool chain', message ?? error?.summary ?? 'no answer');
	const { critical, high, moderate, low } = counts;
	const words = `${critical} critical, ${high} high, ${moderate} moderate, ${low} low`;
	return report('tool chain', words, critical > 0);
}
