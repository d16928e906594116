import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fillHost } from './fillHost';
import { hostAt, type N8nHost } from './hostPaths';
import { unlock, waitForLock } from './lock';
import type { Log } from '../log';
import { cacheFolder } from '../paths';

const manifest = path.join(__dirname, '..', 'package.json');

/** Another manifest, processor or system needs another host: each has a folder of its own. */
export function hostKey(): string {
	return crypto
		.createHash('sha256')
		.update(fs.readFileSync(manifest))
		.update(`${process.arch} ${process.platform}`)
		.digest('hex')
		.slice(0, 12);
}

/**
 * Returns the host, installing it first when it is not there (about 8 minutes, 3 GB).
 * The folder appears under its name only after n8n has answered from there once, so a host that
 * exists is a host that works; two processes at once fill it once.
 */
export async function ensureHost(log: Log): Promise<N8nHost> {
	const cache = cacheFolder();
	const dir = path.join(cache, hostKey());
	if (fs.existsSync(dir)) return hostAt(dir);
	fs.mkdirSync(cache, { recursive: true });
	const lock = `${dir}.lock`;
	await waitForLock(lock, log, 'installing n8n');
	try {
		if (!fs.existsSync(dir)) await fillHost({ dir, manifest, log });
	} finally {
		unlock(lock);
	}
	return hostAt(dir);
}
