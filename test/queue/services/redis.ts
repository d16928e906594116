import { setTimeout as sleep } from 'node:timers/promises';
import path from 'node:path';
import { type GuardedProcess, startGuarded } from '../../host/server/guardedProcess';
import { freePort } from '../../host/server/http';
import { tail } from '../../host/runLogged';

export interface Redis {
	port: number;
	process: GuardedProcess;
}

/** A Redis of its own that keeps nothing. */
export async function startRedis(program: string, folder: string): Promise<Redis> {
	const port = await freePort();
	const logFile = path.join(folder, 'redis.log');
	const own = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
	const args = [...own, '--save', '', '--appendonly', 'no'];
	const process = startGuarded(program, args, { cwd: folder, env: {}, logFile });
	for (let tries = 0; !tail(logFile).includes('Ready to accept connections'); tries += 1) {
		if (process.exitText() !== null || tries > 300) {
			throw new Error(`Redis does not start: ${tail(logFile)}`);
		}
		await sleep(100);
	}
	return { port, process };
}
