import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import type { N8nHost } from '../../host/install/hostPaths';
import { packageName } from '../../host/paths';
import { cleanNpmEnv } from '../../host/runLogged';
import { freePort } from '../../host/server/http';
import { n8nEnv } from '../../host/server/n8nEnv';
import { launch, waitUntilReady } from '../../host/server/n8nProcess';
import { leaksOfHome } from '../../host/server/searchHome';
import { startRegistry } from '../communityNodes/support/registry';

export interface EmptyN8n {
	url: string;
	/** Ends it and takes its home away. @throws Error when a secret is in what it leaves behind */
	stop(): Promise<void>;
}

/** As `npm pack` makes it, out of the unpacked package. */
function tarballOf(packageDir: string, into: string) {
	const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', into];
	const said = execFileSync('npm', args, { cwd: packageDir, env: cleanNpmEnv(), encoding: 'utf8' });
	const [{ filename, version }] = JSON.parse(said) as [{ filename: string; version: string }];
	return { name: packageName, version, tarball: path.join(into, filename) };
}

/**
 * An n8n that nobody has opened yet: no owner, no package, and a registry that has the package.
 * @param packageDir the unpacked package
 */
export async function startEmpty(host: N8nHost, packageDir: string): Promise<EmptyN8n> {
	const userFolder = fs.mkdtempSync(path.join(os.tmpdir(), `${packageName}-empty-`));
	const registry = await startRegistry();
	registry.publish(tarballOf(packageDir, userFolder));
	const port = await freePort();
	const brokerPort = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const own = n8nEnv({ nodeBin: host.nodeBin, userFolder, port, brokerPort, url });
	const PATH = `${registry.binFolder}:${own.PATH}`;
	const env = { ...own, PATH, HTTPS_PROXY: registry.url };
	const n8n = launch(host, env, path.join(userFolder, 'n8n.log'));
	const remove = async () => {
		await n8n.stop();
		await registry.close();
		fs.rmSync(userFolder, { recursive: true, force: true });
	};
	try {
		await waitUntilReady(url, n8n);
	} catch (error) {
		await remove();
		throw error;
	}
	return {
		url,
		stop: async () => {
			await n8n.stop();
			const leaks = await leaksOfHome(host.nodeBin, userFolder);
			await remove();
			if (leaks.length > 0) throw new Error(`Secrets in n8n: ${JSON.stringify(leaks, null, 1)}`);
		},
	};
}
