import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface GuardedProcess {
	pid: number;
	logFile: string;
	/** null while it runs. */
	exitText(): string | null;
	stop(): Promise<void>;
	/** SIGKILL to it and all that it has started, as when the machine takes its memory away. */
	kill(): Promise<void>;
}

export interface ProcessOptions {
	cwd: string;
	env: NodeJS.ProcessEnv;
	/** What it prints is appended here. */
	logFile: string;
	/** What asks it to end; default SIGTERM. */
	stopSignal?: NodeJS.Signals;
	/** Whom it runs as; default: who we are. */
	user?: { uid: number; gid: number };
}

const termGraceMs = 15_000;

/**
 * Starts a server that must not outlive us. It leads a process group of its own: Ctrl-C reaches us and not
 * it, and what it starts can be ended with it.
 */
export function startGuarded(
	command: string,
	args: string[],
	{ cwd, env, logFile, stopSignal = 'SIGTERM', user }: ProcessOptions,
): GuardedProcess {
	const out = fs.openSync(logFile, 'a');
	const stdio = ['ignore' as const, out, out];
	const child = spawn(command, args, { cwd, env, stdio, detached: true, ...user });
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
	// Whoever leaves without stop() must not leave a server behind.
	process.on('exit', killGroup);
	const kill = async () => {
		killGroup();
		await ended;
	};
	return {
		pid: pid ?? -1,
		logFile,
		exitText: () => exit,
		async stop() {
			if (exit === null) {
				child.kill(stopSignal);
				await Promise.race([ended, sleep(termGraceMs, undefined, { ref: false })]);
			}
			await kill();
		},
		kill,
	};
}

/**
 * Ends the server when whoever started it is gone, however that one ended: then its pipe closes. A worker of
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
