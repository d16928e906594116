import fs from 'node:fs';
import path from 'node:path';
import { installPackage } from '../install/packPackage';
import type { N8nHost } from '../install/hostPaths';
import { freePort } from './http';
import { n8nEnv } from './n8nEnv';
import { launch, waitUntilReady } from './n8nProcess';
import { connect, type N8nClient, type Owner, type Session, signUp } from './n8nClient';

export interface StartOptions {
	host: N8nHost;
	/** The unpacked package to load; without it n8n starts with what its home holds. */
	packageDir?: string;
	/** n8n's home; created when missing. */
	userFolder: string;
	/** Taken when it is free. */
	port?: number;
	env?: Record<string, string>;
	/** Scripts that Node.js runs before n8n. */
	preload?: string[];
	/** Of the owner whom the home knows already; without it the owner is made. */
	session?: Session;
}

/** A running n8n with an owner and an API key. */
export interface N8nServer extends N8nClient {
	owner: Owner;
	logFile: string;
	pid: number;
	/** SIGTERM, and SIGKILL after 15 seconds; only the process that was started here. */
	stop(): Promise<void>;
}

/** Starts the real n8n, waits until it is ready, makes the owner and an API key. */
export async function startN8n(options: StartOptions): Promise<N8nServer> {
	const { host, packageDir, userFolder } = options;
	fs.mkdirSync(userFolder, { recursive: true });
	if (packageDir) installPackage(packageDir, userFolder);
	const port = await freePort(options.port);
	const brokerPort = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const logFile = path.join(userFolder, 'n8n.log');
	const env = {
		...n8nEnv({ nodeBin: host.nodeBin, userFolder, port, brokerPort, url }),
		...options.env,
	};
	const n8n = launch(host, env, logFile, { preload: options.preload });
	try {
		await waitUntilReady(url, n8n);
		const { client, owner } = options.session ? signedIn(url, options.session) : await signUp(url);
		return { ...client, owner, logFile, pid: n8n.pid, stop: () => n8n.stop() };
	} catch (error) {
		await n8n.stop();
		throw error;
	}
}

function signedIn(url: string, { cookie, apiKey, owner }: Session) {
	return { client: connect(url, cookie, apiKey), owner };
}
