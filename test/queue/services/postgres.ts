import { execFile, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type GuardedProcess, startGuarded } from '../../host/server/guardedProcess';
import { freePort } from '../../host/server/http';
import { tail } from '../../host/runLogged';
import { databaseUser } from './account';

const OWNER = 'n8n';
const run = promisify(execFile);

/** A PostgreSQL of its own, in a folder of its own; it dies with us. */
export class Postgres {
	private constructor(
		private readonly bin: string,
		readonly port: number,
		readonly process: GuardedProcess,
	) {}

	/** @param folder exists and is empty */
	static async start(bin: string, folder: string): Promise<Postgres> {
		const user = databaseUser();
		const data = path.join(folder, 'data');
		fs.mkdirSync(data);
		if (user) for (const each of [folder, data]) fs.chownSync(each, user.uid, user.gid);
		const initdb = [
			'-D',
			data,
			'-U',
			OWNER,
			'-A',
			'trust',
			'--no-sync',
			'-E',
			'UTF8',
			'--locale=C',
		];
		execFileSync(path.join(bin, 'initdb'), initdb, { cwd: folder, stdio: 'pipe', ...user });
		const port = await freePort();
		const own = ['-D', data, '-p', String(port), '-k', folder];
		const settings = ['listen_addresses=127.0.0.1', 'fsync=off', 'max_connections=200'];
		const args = [...own, ...settings.flatMap((setting) => ['-c', setting])];
		const logFile = path.join(folder, 'postgres.log');
		const env = { PATH: process.env.PATH, LC_ALL: 'C' };
		const stopSignal = 'SIGINT';
		const options = { cwd: folder, env, logFile, stopSignal, user } as const;
		const server = new Postgres(bin, port, startGuarded(path.join(bin, 'postgres'), args, options));
		await server.untilReady();
		return server;
	}

	/** Makes an empty database, or one as a dump left it. */
	async create(name: string, dump?: string): Promise<void> {
		await this.call('createdb', [name]);
		if (dump !== undefined) {
			await this.call('psql', ['-q', '-v', 'ON_ERROR_STOP=1', '-d', name, '-f', dump]);
		}
	}

	/** What a database holds, as one file of SQL. */
	async dump(name: string, file: string): Promise<void> {
		await this.call('pg_dump', ['--no-owner', '-d', name, '-f', file]);
	}

	/** Rows of a query, one line each, columns divided by `|`. */
	async query(database: string, sql: string): Promise<string[]> {
		const { stdout } = await this.call('psql', ['-A', '-t', '-d', database, '-c', sql]);
		return stdout.split('\n').filter(Boolean);
	}

	private async call(program: string, args: string[]) {
		const where = ['-h', '127.0.0.1', '-p', String(this.port), '-U', OWNER];
		return await run(path.join(this.bin, program), [...where, ...args]);
	}

	private async untilReady(): Promise<void> {
		for (let tries = 0; ; tries += 1) {
			try {
				await this.query('postgres', 'SELECT 1');
				return;
			} catch (error) {
				if (this.process.exitText() !== null || tries > 300) {
					const words = tail(this.process.logFile);
					throw new Error(`PostgreSQL does not start: ${words}`, { cause: error });
				}
				await sleep(100);
			}
		}
	}
}

/** How n8n is told of it. */
export function databaseEnv({ port }: Postgres, name: string): Record<string, string> {
	return {
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(port),
		DB_POSTGRESDB_USER: OWNER,
		DB_POSTGRESDB_DATABASE: name,
	};
}
