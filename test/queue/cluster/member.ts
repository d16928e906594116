import fs from 'node:fs';
import path from 'node:path';
import type { N8nHost } from '../../host/install/hostPaths';
import { installPackage } from '../../host/install/packPackage';
import { freePort } from '../../host/server/http';
import { n8nEnv } from '../../host/server/n8nEnv';
import { launch, type N8nProcess, waitUntilReady } from '../../host/server/n8nProcess';
import { QUICK_WAITS, STILL_CLOCK } from '../../host/server/waits';

export type Role = 'main' | 'webhook' | 'worker';

export interface MemberOptions {
	name: string;
	role: Role;
	host: N8nHost;
	/** The unpacked package: every process has one of its own, as every container has. */
	packageDir: string;
	/** Of the cluster; each member has a home in it. */
	folder: string;
	/** Free for it. */
	port: number;
	/** The same for all. */
	shared: Record<string, string>;
}

const COMMANDS: Record<Role, string[]> = {
	main: ['start'],
	webhook: ['webhook'],
	// One at a time, so that two executions at once are on two workers.
	worker: ['worker', '--concurrency=1'],
};

/** One process of n8n in queue mode; started again it has the same home and the same ports. */
export class Member {
	private process: N8nProcess | undefined;
	/** What it was started with last. */
	private more: Record<string, string> = {};

	private constructor(
		readonly name: string,
		readonly role: Role,
		/** http://127.0.0.1:PORT; a worker answers only how it is. */
		readonly url: string,
		private readonly host: N8nHost,
		private readonly env: Record<string, string>,
		private readonly logFile: string,
	) {}

	static async make({ name, role, host, packageDir, folder, port, shared }: MemberOptions) {
		const userFolder = path.join(folder, name);
		fs.mkdirSync(userFolder);
		installPackage(packageDir, userFolder);
		const url = `http://127.0.0.1:${port}`;
		const brokerPort = await freePort();
		const env = {
			...n8nEnv({ nodeBin: host.nodeBin, userFolder, port, brokerPort, url }),
			...(role === 'worker' && {
				QUEUE_HEALTH_CHECK_ACTIVE: 'true',
				QUEUE_HEALTH_CHECK_PORT: String(port),
				N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
			}),
			...shared,
		};
		return new Member(name, role, url, host, env, path.join(userFolder, 'n8n.log'));
	}

	/** @param env settings that are changed from now on */
	async start(env = this.more): Promise<void> {
		this.more = env;
		this.process = launch(this.host, { ...this.env, ...env }, this.logFile, {
			command: COMMANDS[this.role],
			// Only main looks for waits that are over, and at the clock.
			preload: this.role === 'main' ? [QUICK_WAITS, STILL_CLOCK] : [],
		});
		await waitUntilReady(this.url, this.process);
	}

	/** As an operator does it: SIGTERM, and what runs may end. */
	async stop(): Promise<void> {
		await this.process?.stop();
	}

	async restart(): Promise<void> {
		await this.stop();
		await this.start();
	}

	/** SIGKILL: no time for anything. */
	async kill(): Promise<void> {
		await this.process?.kill();
	}

	/** What it has said so far. */
	log(): string {
		return fs.existsSync(this.logFile) ? fs.readFileSync(this.logFile, 'utf8') : '';
	}

	/** true when this worker has begun an execution. */
	hasBegun(executionId: string | number): boolean {
		return this.log().includes(`Worker started execution ${executionId} `);
	}
}
