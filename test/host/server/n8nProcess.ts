import { setTimeout as sleep } from 'node:timers/promises';
import type { N8nHost } from '../install/hostPaths';
import { tail } from '../runLogged';
import { type GuardedProcess, startGuarded } from './guardedProcess';

export type N8nProcess = GuardedProcess;

const readyLimitMs = 5 * 60_000;

export interface LaunchOptions {
	/** Scripts that Node.js runs before n8n. */
	preload?: string[];
	/** n8n's command and its options; default `start`. */
	command?: string[];
}

/** Starts n8n. */
export function launch(
	host: N8nHost,
	env: Record<string, string>,
	logFile: string,
	{ preload = [], command = ['start'] }: LaunchOptions = {},
): N8nProcess {
	const before = preload.flatMap((script) => ['--require', script]);
	const args = [...before, host.n8nBin, ...command];
	return startGuarded(host.nodeBin, args, { cwd: env.N8N_USER_FOLDER, env, logFile });
}

/** Waits for n8n's own readiness check (database connected and migrated). */
export async function waitUntilReady(url: string, n8n: N8nProcess): Promise<void> {
	const deadline = Date.now() + readyLimitMs;
	for (;;) {
		const exit = n8n.exitText();
		if (exit !== null) {
			throw new Error(`n8n ${exit}. Log: ${n8n.logFile}\n${tail(n8n.logFile)}`);
		}
		if (await answersOk(`${url}/healthz/readiness`)) return;
		if (Date.now() > deadline) {
			throw new Error(
				`n8n was not ready after 5 minutes. Log: ${n8n.logFile}\n${tail(n8n.logFile)}`,
			);
		}
		await sleep(250);
	}
}

async function answersOk(url: string): Promise<boolean> {
	try {
		const response = await fetch(url);
		await response.arrayBuffer();
		return response.ok;
	} catch {
		return false;
	}
}
