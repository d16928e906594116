/** The process that keeps the shared n8n of the end-to-end tests (serve.ts). */
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');
const { bin, root } = require('./bootstrap');

let child;

const isRunning = () => child && child.exitCode === null && child.signalCode === null;

/** Starts it and waits until n8n is ready; false when it ended before that. */
async function startShared(handleFile) {
	child = spawn(bin('tsx'), [path.join(__dirname, 'serve.ts'), handleFile], {
		cwd: root,
		// The pipe is never written to: its end tells the process that we are gone.
		stdio: ['pipe', 'inherit', 'inherit'],
	});
	child.once('error', (error) => console.error(`tsx could not be started: ${error.message}`));
	while (isRunning() && child.pid !== undefined) {
		if (fs.existsSync(handleFile)) return true;
		await sleep(500);
	}
	return false;
}

/** Ends it and waits until n8n has stopped too. */
async function stopShared() {
	if (!isRunning() || child.pid === undefined) return;
	const ended = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGTERM');
	await ended;
}

module.exports = { startShared, stopShared };
