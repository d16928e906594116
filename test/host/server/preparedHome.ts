import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { loadNodeTypes, type NodeTypeInfo } from '../drive/nodeTypes';
import type { N8nHost } from '../install/hostPaths';
import { ensureHost } from '../install/n8nHost';
import { packPackage } from '../install/packPackage';
import type { Log } from '../log';
import { packageName, repoRoot } from '../paths';
import type { Session } from './n8nClient';
import { startN8n } from './n8nServer';

/** An n8n home with everything that takes time done once: migrated, owner and key made, package installed. */
export interface PreparedHome {
	host: N8nHost;
	session: Session;
	/** Of what it was prepared from. */
	fingerprint: string;
}

const handle = (folder: string) => path.join(folder, 'prepared.json');
const types = (folder: string) => path.join(folder, 'nodeTypes.json');

/** n8n's home inside the folder; copied, never started again. */
export const homeIn = (folder: string) => path.join(folder, 'home');

/** Of everything that a build of the package reads. */
export function fingerprint(): string {
	const hash = crypto.createHash('sha256');
	for (const room of [
		'nodes',
		'credentials',
		'package.json',
		'gulpfile.js',
		'test/host/package.json',
	]) {
		const full = path.join(repoRoot, room);
		const names = fs.statSync(full).isDirectory()
			? fs.readdirSync(full, { recursive: true, encoding: 'utf8' }).sort()
			: [''];
		for (const name of names) {
			const file = path.join(full, name);
			if (fs.statSync(file).isFile()) hash.update(name).update(fs.readFileSync(file));
		}
	}
	return hash.digest('hex');
}

/** What a folder holds; undefined when it was not prepared, or from other sources. */
export function preparedIn(folder: string): PreparedHome | undefined {
	if (!fs.existsSync(handle(folder))) return undefined;
	return JSON.parse(fs.readFileSync(handle(folder), 'utf8')) as PreparedHome;
}

/** The node types of the n8n whose home was prepared. */
export function nodeTypesIn(folder: string): NodeTypeInfo[] {
	return JSON.parse(fs.readFileSync(types(folder), 'utf8')) as NodeTypeInfo[];
}

/** Builds and installs the package, starts n8n once, signs up, stops it. Takes about half a minute. */
export async function prepareHome(folder: string, log: Log): Promise<void> {
	const host = await ensureHost(log);
	fs.rmSync(folder, { recursive: true, force: true });
	fs.mkdirSync(folder, { recursive: true });
	log('building and packing the package');
	const packed = await packPackage(log);
	try {
		log('preparing a home of n8n: its database, its owner, the package');
		const { packageDir } = packed;
		const userFolder = homeIn(folder);
		const n8n = await startN8n({ host, packageDir, userFolder });
		try {
			const { owner, cookie, apiKey } = n8n;
			const known = (await loadNodeTypes(n8n)).filter(({ name }) =>
				[packageName, 'n8n-nodes-base'].some((from) => name.startsWith(`${from}.`)),
			);
			fs.writeFileSync(types(folder), JSON.stringify(known));
			const prepared = { host, session: { owner, cookie, apiKey }, fingerprint: fingerprint() };
			fs.writeFileSync(handle(folder), JSON.stringify(prepared), { mode: 0o600 });
		} finally {
			await n8n.stop();
		}
	} finally {
		packed.remove();
	}
}
