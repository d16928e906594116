import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { hostKey } from '../../host/install/n8nHost';
import { hostAt } from '../../host/install/hostPaths';
import { installPackage } from '../../host/install/packPackage';
import { cacheFolder } from '../../host/paths';
import { freshHome } from '../../host/server/home';
import { freePort } from '../../host/server/http';
import { n8nEnv } from '../../host/server/n8nEnv';

const run = promisify(execFile);

/** The command `n8n` on a home of its own, as an operator uses it. */
export interface CommandLine {
	/** Runs `n8n ARGS`; everything that it printed. */
	n8n(...args: string[]): Promise<string>;
	/** Where the package lies once it is installed. */
	packageFolder: string;
	close(): void;
}

/** @param packageDir the unpacked package, which is installed there */
export async function commandLine(packageDir: string): Promise<CommandLine> {
	const { nodeBin, n8nBin } = hostAt(path.join(cacheFolder(), hostKey()));
	const { folder, release } = freshHome({ temporary: true });
	const packageFolder = installPackage(packageDir, folder);
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const brokerPort = await freePort();
	const env = n8nEnv({ nodeBin, userFolder: folder, port, brokerPort, url });
	return {
		packageFolder,
		async n8n(...args) {
			const { stdout, stderr } = await run(nodeBin, [n8nBin, ...args], { cwd: folder, env });
			return stdout + stderr;
		},
		close: release,
	};
}
