import os from 'node:os';
import path from 'node:path';

/** Root of the clone. */
export const repoRoot = path.resolve(__dirname, '..', '..');

/** Where the real n8n and its homes live: outside the clone, so that a fresh clone finds it filled. */
export function cacheFolder(): string {
	return process.env.N8N_WEBINARS_CACHE ?? path.join(os.homedir(), '.cache', 'n8n-nodes-webinars');
}

export const packageName = 'n8n-nodes-webinars';
