import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadNodeTypes } from '../../host/drive/nodeTypes';
import { ensureHost } from '../../host/install/n8nHost';
import { packPackage } from '../../host/install/packPackage';
import type { Log } from '../../host/log';
import { packageName } from '../../host/paths';
import { freePort } from '../../host/server/http';
import { type N8nClient, signUp } from '../../host/server/n8nClient';
import { findPrograms } from '../services/programs';
import { Postgres } from '../services/postgres';
import { startRedis } from '../services/redis';
import { queueEnv } from './env';
import { Member, type Role } from './member';

const MEMBERS: Array<[name: string, role: Role]> = [
	['main', 'main'],
	['webhook', 'webhook'],
	['worker1', 'worker'],
	['worker2', 'worker'],
];

export const DATABASE = 'n8n';

/** n8n in queue mode, with the packed package on every process. */
export interface Cluster {
	/** Speaks to main. */
	n8n: N8nClient;
	main: Member;
	/** Receives the webhooks. */
	webhook: Member;
	workers: [Member, Member];
	members: Member[];
	postgres: Postgres;
	/** For files of a test; gone afterwards. */
	folder: string;
	stop(): Promise<void>;
}

/** Starts Redis, PostgreSQL and all processes of n8n; main first, because it makes the tables. */
export async function startCluster(log: Log): Promise<Cluster> {
	const programs = findPrograms();
	const host = await ensureHost(log);
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), `${packageName}-queue-`));
	// PostgreSQL's own user has to reach its folder.
	fs.chmodSync(folder, 0o711);
	const closers: Array<() => unknown> = [() => fs.rmSync(folder, { recursive: true, force: true })];
	const stop = async () => {
		for (const close of closers.splice(0).reverse()) await close();
	};
	const room = (name: string) => {
		const made = path.join(folder, name);
		fs.mkdirSync(made);
		return made;
	};
	try {
		log('building and packing the package');
		const packed = await packPackage(log);
		closers.push(packed.remove);
		log('starting Redis and PostgreSQL');
		const redis = await startRedis(programs.redis, room('redis'));
		closers.push(async () => await redis.process.stop());
		const postgres = await Postgres.start(programs.postgres, room('postgres'));
		closers.push(async () => await postgres.process.stop());
		await postgres.create(DATABASE);
		const ports = await Promise.all(MEMBERS.map(async () => await freePort()));
		// The outside world knows the webhook processor only.
		const publicUrl = `http://127.0.0.1:${ports[1]}/`;
		const shared = {
			...queueEnv(postgres, DATABASE, redis.port, folder),
			WEBHOOK_URL: publicUrl,
			N8N_EDITOR_BASE_URL: `http://127.0.0.1:${ports[0]}`,
		};
		const { packageDir } = packed;
		const making = MEMBERS.map(async ([name, role], index) => {
			const port = ports[index]!;
			return await Member.make({ name, role, host, packageDir, folder, port, shared });
		});
		const members = await Promise.all(making);
		closers.push(async () => await Promise.all(members.map(async (member) => await member.stop())));
		const [main, webhook, first, second] = members as [Member, Member, Member, Member];
		log('starting n8n: main');
		await main.start();
		const { client: n8n } = await signUp(main.url);
		// Main need not be up when somebody asks for an address.
		n8n.nodeTypes = await loadNodeTypes(n8n);
		log('starting n8n: webhook processor, two workers');
		await Promise.all([webhook, first, second].map(async (member) => await member.start()));
		const workers: [Member, Member] = [first, second];
		return { n8n, main, webhook, workers, members, postgres, folder, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
