import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { INodeTypeDescription } from 'n8n-workflow';
import { extract } from 'tar';

import { cacheFolder } from '../host/paths';
import { cleanNpmEnv } from '../host/runLogged';

const FILE = 'package/dist/types/nodes.json';

/**
 * How n8n's own nodes of a version are described: the file that n8n gives to its editor. Loaded once (7 MB) and kept.
 * @param version of n8n-nodes-base
 */
export function baseNodes(version: string): INodeTypeDescription[] {
	const kept = path.join(cacheFolder(), `n8n-nodes-base-${version}.json`);
	if (!fs.existsSync(kept)) load(version, kept);
	return JSON.parse(fs.readFileSync(kept, 'utf8')) as INodeTypeDescription[];
}

function load(version: string, kept: string): void {
	fs.mkdirSync(cacheFolder(), { recursive: true });
	const filling = fs.mkdtempSync(`${kept}.filling-`);
	try {
		const args = ['pack', `n8n-nodes-base@${version}`, '--silent'];
		const { stdout } = spawnSync('npm', args, {
			cwd: filling,
			encoding: 'utf8',
			env: cleanNpmEnv(),
		});
		const file = stdout.trim();
		if (file === '') throw new Error(`n8n-nodes-base ${version} could not be loaded`);
		extract({ sync: true, cwd: filling, file: path.join(filling, file) }, [FILE]);
		fs.renameSync(path.join(filling, FILE), kept);
	} finally {
		fs.rmSync(filling, { recursive: true, force: true });
	}
}
