/**
 * What n8n's reviewers run: the analysis of @n8n/scan-community-package, offline, on the sources and
 * on the unpacked package; and our own gate that the package needs nothing that n8n does not promise.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { builtinModules } from 'node:module';
import os from 'node:os';
import path from 'node:path';

import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

const ROOT = path.join(import.meta.dirname, '../..');
/** What a community node may require at run time. */
const ALLOWED = new Set(['n8n-workflow', 'luxon', 'crypto', 'node:crypto']);

/** What travels: compiled code, what n8n reads beside it, the templates, and what npm shows. */
const CONTENTS = [
	/^dist\/(?:credentials|nodes)\/(?:.+\/)?[\w.]+\.js$/,
	/^dist\/(?:credentials|nodes)\/(?:.+\/)?[\w.-]+\.svg$/,
	/^dist\/nodes\/\w+\/\w+\.node\.json$/,
	/^dist\/nodes\/.+\/__schema__\/.+\.json$/,
	/^workflows\/(?:[\w-]+\.json|README\.md)$/,
	/^(?:package\.json|README\.md|LICENSE\.md|index\.js)$/,
];

/** n8n loads all of it into every worker; at 0.1.0 the package has 3,600 kB. */
const MOST_KB = 4500;

/** What code must not reach for that reads what strangers send. */
const OUTSIDE =
	/\b(?:require|import|eval|Function|fetch|XMLHttpRequest|WebSocket)\s*\(|\bprocess\./;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'n8n-nodes-webinars-scan-'));
let failures = 0;
try {
	const packed = unpack(folder);
	report('sources', await analyzePackage(ROOT, SOURCE_FILE_PATTERNS));
	report('package', await analyzePackage(packed, ['**/*.js', 'package.json']));
	report('requires', requires(packed));
	report('contents', contents(packed));
	report('parser', bundled(packed, 'dist/nodes/AdobeConnect/xml/parser.js'));
} finally {
	fs.rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failures === 0 ? 0 : 1;

function report(name, { passed, message, details }) {
	if (!passed) failures += 1;
	console.log(`scan ${name}: ${passed ? 'passed' : 'FAILED'}`);
	if (!passed) console.log([message, details].filter(Boolean).join('\n'));
}

/** The package as npm would publish it, built anew and unpacked. */
function unpack(target) {
	const bin = path.join(ROOT, 'node_modules/.bin');
	fs.rmSync(path.join(ROOT, 'dist'), { recursive: true, force: true });
	for (const [tool, ...args] of [['tsc'], ['gulp', '--silent']]) {
		execFileSync(path.join(bin, tool), args, { cwd: ROOT, stdio: 'inherit' });
	}
	const [{ filename }] = JSON.parse(
		execFileSync('npm', ['pack', '--json', '--pack-destination', target], {
			cwd: ROOT,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		}),
	);
	execFileSync('tar', ['-xzf', path.join(target, filename), '-C', target]);
	return path.join(target, 'package');
}

function filesOf(directory) {
	return fs
		.readdirSync(directory, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name));
}

/** Every require() is relative or promised by n8n; anything else breaks on some host. */
function requires(directory) {
	const wrong = [];
	for (const file of filesOf(directory).filter((name) => name.endsWith('.js'))) {
		const code = fs.readFileSync(file, 'utf8');
		for (const [, name] of code.matchAll(/\b(?:require|import)\(\s*['"`]([^'"`]+)['"`]\s*\)/g)) {
			if (!name.startsWith('.') && !ALLOWED.has(name)) {
				const builtin = builtinModules.includes(name.replace(/^node:/, ''));
				wrong.push(
					`${path.relative(directory, file)} requires ${name}${builtin ? ' (built into Node)' : ''}`,
				);
			}
		}
	}
	return { passed: wrong.length === 0, details: wrong.join('\n') };
}

/**
 * A library that travels inside of one of our files works where nothing is installed, reaches for nothing
 * outside, and carries the licence of everything in it.
 */
function bundled(directory, name) {
	const file = path.join(directory, name);
	const code = fs.readFileSync(file, 'utf8');
	const headers = code.match(/^\/\*! [^]*?\*\/\n/gm) ?? [];
	const program = code.slice(headers.join('').length);
	const wrong = headers
		.filter((header) => !/Copyright[^]*Permission is hereby granted/.test(header))
		.map((header) => `${header.split('\n')[0]}: no licence text`);
	for (const library of new Set(program.match(/(?<=\/\/ node_modules\/)(?:@[^/]+\/)?[^/]+/g))) {
		if (!headers.some((header) => header.startsWith(`/*! ${library} `))) {
			wrong.push(`${library}: no licence`);
		}
	}
	const reached = OUTSIDE.exec(program.replace(/^\s*(?:\*|\/\*|\/\/).*$/gm, ''));
	if (reached !== null) wrong.push(`reaches outside: ${reached[0]}`);
	const script = `const { XMLParser } = require(${JSON.stringify(file)});
		process.stdout.write(new XMLParser().parse('<a>works</a>').a);`;
	const answer = execFileSync(process.execPath, ['-e', script], {
		cwd: directory,
		encoding: 'utf8',
	});
	if (headers.length === 0 || answer !== 'works') wrong.push('does not work alone');
	return { passed: wrong.length === 0, details: wrong.map((one) => `${name}: ${one}`).join('\n') };
}

/** Everything that package.json names is there, and nothing that n8n does not read; of the templates only what is imported. */
function contents(directory) {
	const { n8n, dependencies = {} } = JSON.parse(
		fs.readFileSync(path.join(directory, 'package.json'), 'utf8'),
	);
	const missing = [...n8n.nodes, ...n8n.credentials].filter(
		(file) => !fs.existsSync(path.join(directory, file)),
	);
	const files = filesOf(directory).map((file) => path.relative(directory, file));
	const strays = files.filter((file) => !CONTENTS.some((kind) => kind.test(file)));
	const bytes = files.reduce((sum, file) => sum + fs.statSync(path.join(directory, file)).size, 0);
	const weight = `${Math.round(bytes / 1000)} kB unpacked, ${MOST_KB} kB at most`;
	const wrong = [
		...missing.map((file) => `missing: ${file}`),
		...strays.map((file) => `does not belong there: ${file}`),
		...(bytes > MOST_KB * 1000 ? [weight] : []),
		...Object.keys(dependencies).map((name) => `runtime dependency: ${name}`),
	];
	return { passed: wrong.length === 0, details: wrong.join('\n') };
}
