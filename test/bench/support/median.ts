import { startChild } from './child';
import type { SandboxSaid } from './sandboxProcess';

const RUNS = 3;

/** What a process that runs *Get attendees* once says. */
interface Said {
	people: number;
	error: string | null;
}

/**
 * The middle figures of several runs, each in a fresh process: single runs differ by a fifth.
 * @param script of this folder's parent, given what the sandbox says
 * @throws Error when not everybody comes out
 */
export async function medianOf<K extends string>(
	registrants: number,
	script: string,
	keys: readonly K[],
): Promise<Record<K, number>> {
	const sandbox = await startChild<SandboxSaid>('support/sandboxProcess.ts', { registrants });
	try {
		const runs: Array<Record<K, number>> = [];
		for (let run = 0; run < RUNS; run += 1) {
			const child = await startChild<Said & Record<K, number>>(script, sandbox.said);
			await child.end();
			const { error, people } = child.said;
			if (error !== null || people !== sandbox.said.people) {
				throw new Error(
					`${people} of ${sandbox.said.people} people came out: ${error ?? 'no error'}`,
				);
			}
			runs.push(child.said);
		}
		const middle = (key: K): number =>
			runs.map((figures) => figures[key]).sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? NaN;
		return Object.fromEntries(keys.map((key) => [key, middle(key)])) as Record<K, number>;
	} finally {
		await sandbox.end();
	}
}
