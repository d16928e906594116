/**
 * Keeps one real n8n with the packed package for all end-to-end tests:
 * `tsx test/host/serve.ts HANDLE`. Writes the handle file when n8n is ready, ends on SIGTERM or when
 * whoever started it is gone.
 */
import fs from 'node:fs';
import type { SharedServer } from '../e2e/support/sharedServer';
import { freshHome } from './server/home';
import { createLog } from './log';
import { ensureHost } from './install/n8nHost';
import { startN8n } from './server/n8nServer';
import { packPackage } from './install/packPackage';

const handleFile = process.argv[2];
const log = createLog();
const closers: Array<() => void | Promise<void>> = [];

async function end(code: number): Promise<never> {
	for (const close of closers.splice(0).reverse()) await close();
	process.exit(code);
}

async function serve(): Promise<void> {
	if (!handleFile) throw new Error('Give the name of the handle file that is to be written');
	const host = await ensureHost(log);
	log('building and packing the package');
	const packed = await packPackage(log);
	closers.push(packed.remove);
	const home = freshHome({ temporary: true });
	closers.push(home.release);
	log('starting n8n');
	const { packageDir } = packed;
	const { nodeBin } = host;
	const server = await startN8n({ host, packageDir, userFolder: home.folder });
	closers.push(async () => await server.stop());
	const { url, cookie, apiKey, owner, logFile, pid } = server;
	const handle: SharedServer = { url, cookie, apiKey, owner, logFile, pid, packageDir, nodeBin };
	fs.writeFileSync(`${handleFile}.part`, JSON.stringify(handle), { mode: 0o600 });
	fs.renameSync(`${handleFile}.part`, handleFile);
	log(`n8n is up: ${url}`);
}

process.on('SIGTERM', () => void end(0));
process.on('SIGINT', () => void end(0));
// The pipe closes with its owner, however that one ends.
process.stdin.resume().on('end', () => void end(0));

serve().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	void end(1);
});
