/** What has to be there before any TypeScript of ours can run. Node built-ins only. */
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..', '..');

/** Ends the process with a clear message on a Node.js that is too old. */
function checkNode() {
	const major = Number(process.versions.node.split('.')[0]);
	if (major >= 20) return;
	console.error(
		`Node.js 20 or newer is needed; this is ${process.version}.\n` +
			'On Debian or Ubuntu see https://github.com/nodesource/distributions.',
	);
	process.exit(1);
}

/** npm writes this file at the end of every complete installation. */
const marker = path.join(root, 'node_modules', '.package-lock.json');

function isInstalled() {
	const lock = path.join(root, 'package-lock.json');
	return fs.existsSync(marker) && fs.statSync(marker).mtimeMs >= fs.statSync(lock).mtimeMs;
}

/**
 * Installs the project's dependencies when they are missing or older than the lock file. Returns
 * whether they are there. `npm ci` will not do: it refuses a lock file in which optional packages of
 * other platforms are missing. `--no-save` keeps to the lock file too and leaves it as it is.
 */
function installProject() {
	if (isInstalled()) return true;
	console.log('installing the dependencies of the project (npm install, about 2 minutes)');
	const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
	const { status, error } = spawnSync('npm', args, { cwd: root, stdio: 'inherit' });
	if (error) console.error(`npm could not be started: ${error.message}`);
	if (status !== 0) return false;
	// npm leaves the file alone when it found nothing to do; the next run should not ask again.
	const now = new Date();
	if (fs.existsSync(marker)) fs.utimesSync(marker, now, now);
	return true;
}

/** A program of the project's own node_modules. */
function bin(name) {
	return path.join(root, 'node_modules', '.bin', name);
}

module.exports = { root, bin, checkNode, installProject };
