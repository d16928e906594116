import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Log } from '../log';
import { hostAt } from './hostPaths';
import { startN8n } from '../server/n8nServer';
import { cleanNpmEnv, runLogged } from '../runLogged';

export interface FillOptions {
	/** Where the host is to appear. */
	dir: string;
	manifest: string;
	log: Log;
}

/** What node-gyp needs to compile n8n's SQLite driver, and the Debian package that has it. */
const buildTools = [
	{ command: 'python3', debian: 'python3' },
	{ command: 'make', debian: 'make' },
	{ command: 'g++', debian: 'g++' },
];

function assertBuildTools(): void {
	const missing = buildTools.filter(
		({ command }) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status !== 0,
	);
	if (missing.length === 0) return;
	throw new Error(
		`n8n's SQLite driver has to be compiled, and ${missing.map((m) => m.command).join(', ')} ` +
			'cannot be run. On Debian or Ubuntu:\n' +
			`  sudo apt-get install -y ${missing.map((m) => m.debian).join(' ')}`,
	);
}

/**
 * node-gyp compiles against the headers of the running Node.js when its package brought them
 * (Debian, nodesource, nvm do) and downloads them otherwise. The driver speaks N-API, so headers of
 * Node 20 make a driver that loads on 24.
 */
function gypEnv(): NodeJS.ProcessEnv {
	const prefix = path.resolve(path.dirname(process.execPath), '..');
	const headers = path.join(prefix, 'include', 'node', 'node_api.h');
	return fs.existsSync(headers)
		? { ...cleanNpmEnv(), npm_config_nodedir: prefix }
		: { ...cleanNpmEnv() };
}

/**
 * Installs n8n into a temporary sibling of `dir`, starts it once and only then renames the folder.
 * `npm install`, not `npm ci`: the lock file names optional packages of other platforms that the
 * registry need not have. Scripts are off: of all dependencies only SQLite's driver has to be built.
 */
export async function fillHost({ dir, manifest, log }: FillOptions): Promise<void> {
	assertBuildTools();
	removeLeftovers(dir);
	const filling = `${dir}.filling-${process.pid}`;
	const logFile = `${dir}.install.log`;
	fs.rmSync(logFile, { force: true });
	fs.mkdirSync(filling);
	fs.copyFileSync(manifest, path.join(filling, 'package.json'));

	log(`installing n8n into ${dir} (once; about 8 minutes and 3 GB)`);
	const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund'];
	await runLogged('npm', install, { cwd: filling, logFile, log, label: 'installing n8n' });

	log("compiling n8n's SQLite driver (about 2 minutes)");
	const rebuild = ['rebuild', 'sqlite3', '--ignore-scripts=false', '--foreground-scripts'];
	const label = "compiling n8n's SQLite driver";
	await runLogged('npm', rebuild, { cwd: filling, logFile, log, label, env: gypEnv() });
	assertDriver(filling, logFile);

	log('starting n8n once to see that it works');
	const home = `${filling}-home`;
	const server = await startN8n({ host: hostAt(filling), userFolder: home });
	await server.stop();
	fs.rmSync(home, { recursive: true, force: true });
	fs.renameSync(filling, dir);
	log('n8n is installed');
}

/** With scripts off npm says "rebuilt" and builds nothing; the file is the only proof. */
function assertDriver(filling: string, logFile: string): void {
	const release = path.join(filling, 'node_modules', 'sqlite3', 'build', 'Release');
	if (fs.existsSync(path.join(release, 'node_sqlite3.node'))) return;
	throw new Error(
		`n8n's SQLite driver was not built; see ${logFile}. With Python 3.12 or newer node-gyp also ` +
			'needs the Debian package python3-setuptools.',
	);
}

/** Half-filled folders of runs that were killed; the lock says that nobody fills one now. */
function removeLeftovers(dir: string): void {
	const parent = path.dirname(dir);
	for (const name of fs.readdirSync(parent)) {
		if (name.startsWith(`${path.basename(dir)}.filling-`)) {
			fs.rmSync(path.join(parent, name), { recursive: true, force: true });
		}
	}
}
