import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { heartbeat, type Log } from './log';

export interface RunOptions {
	cwd: string;
	env?: NodeJS.ProcessEnv;
	/** Everything the command prints is appended here. */
	logFile: string;
	log: Log;
	/** Said while it runs: `installing n8n`. */
	label: string;
}

/**
 * npm hands its own settings down to everything that `npm start` runs. Without this the inner
 * `npm install` would inherit the clone's folder and its `ignore-scripts=true`.
 */
export function cleanNpmEnv(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
	const inherited =
		/^(npm_(package_|lifecycle_|command$|config_(local_prefix|ignore_scripts|noproxy|node_gyp)$)|INIT_CWD$)/;
	return Object.fromEntries(Object.entries(env).filter(([name]) => !inherited.test(name)));
}

/** The last lines of a log file, for an error message. */
export function tail(file: string, lines = 25): string {
	if (!fs.existsSync(file)) return '';
	return fs.readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}

/** Runs a command to its end. Rejects with the end of its output when it fails. */
export async function runLogged(
	command: string,
	args: string[],
	{ cwd, env = cleanNpmEnv(), logFile, log, label }: RunOptions,
): Promise<void> {
	const out = fs.openSync(logFile, 'a');
	const stopHeartbeat = heartbeat(log, () => `… still ${label}`);
	try {
		await new Promise<void>((resolve, reject) => {
			const child = spawn(command, args, { cwd, env, stdio: ['ignore', out, out] });
			child.once('error', (error) =>
				reject(new Error(`${label}: ${command} could not be started: ${error.message}`)),
			);
			child.once('exit', (code, signal) => {
				if (code === 0) resolve();
				else
					reject(
						new Error(
							`${label} failed (${signal ?? `exit code ${code}`}). Log: ${logFile}\n${tail(logFile)}`,
						),
					);
			});
		});
	} finally {
		stopHeartbeat();
		fs.closeSync(out);
	}
}
