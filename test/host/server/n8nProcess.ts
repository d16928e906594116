import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { N8nHost } from '../install/hostPaths';
import { tail } from '../runLogged';

export interface N8nProcess {
	pid: number;
	logFile: string;
	/** null while it runs. */
	exitText(): string | null;
	stop(): Promise<void>;
}

const termGraceMs = 15_000;
const readyLimitMs = 5 * 60_000;

/**
 * Starts `n8n start`. It leads a process group of its own: Ctrl-C reaches us and not it, and its
 * task runner can be ended with it.
 * @param preload a script that Node.js runs before n8n
 */
export function launch(
	host: N8nHost,
	env: Record<string, string>,
	logFile: string,
	preload?: string,
): N8nProcess {
	const out = fs.openSync(logFile, 'a');
	const before = preload === undefined ? [] : ['--require', preload];
	const child = spawn(host.nodeBin, [...before, host.n8nBin, 'start'], {
		cwd: env.N8N_USER_FOLDER,
		env,
		stdio: ['ignore', out, out],
		detached: true,
	});
	fs.closeSync(out);
	const { pid } = child;
	const guard = pid === undefined ? undefined : guardOf(pid);
	let exit: string | null = pid === undefined ? 'could not be started' : null;
	const ended = new Promise<void>((resolve) => {
		const finish = (text: string) => {
			exit ??= text;
			guard?.kill();
			process.off('exit', killGroup);
			resolve();
		};
		child.once('error', (error) => finish(`could not be started: ${error.message}`));
		child.once('exit', (code, signal) => finish(`ended with ${signal ?? `exit code ${code}`}`));
	});
	const killGroup = () => {
		try {
			if (pid !== undefined) process.kill(-pid, 'SIGKILL');
		} catch {
			// ESRCH: nothing of it is left.
		}
	};
	// Whoever leaves without stop() must not leave an n8n behind.
	process.on('exit', killGroup);
	return {
		pid: pid ?? -1,
		logFile,
		exitText: () => exit,
		async stop() {
			if (exit === null) {
				child.kill('SIGTERM');
				await Promise.race([ended, sleep(termGraceMs, undefined, { ref: false })]);
			}
			killGroup();
			await ended;
		},
	};
}

/**
 * Ends n8n when whoever started it is gone, however that one ended: then its pipe closes. A worker of
 * jest sees no `exit` of its own process.
 */
function guardOf(pid: number): ChildProcess {
	const guard = spawn('sh', ['-c', 'cat > /dev/null; kill -9 "-$0"', String(pid)], {
		stdio: ['pipe', 'ignore', 'ignore'],
		detached: true,
	});
	guard.once('error', () => {});
	guard.unref();
	if (guard.stdin instanceof Socket) guard.stdin.unref();
	return guard;
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
