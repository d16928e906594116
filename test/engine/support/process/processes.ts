import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import type { NodeRun, NodeRunResult } from '../runNode';

export type Told = Pick<NodeRunResult, 'outputs' | 'error'>;

/** Processes that share nothing but the vendors: each has limits, caches and sessions of its own. */
export class Processes {
	private constructor(private readonly children: readonly ChildProcess[]) {}

	static async start(count: number): Promise<Processes> {
		const children = Array.from({ length: count }, () =>
			fork(path.join(__dirname, 'worker.ts'), {
				execArgv: ['--require', path.join(__dirname, '../../../setup.js'), '--import', 'tsx'],
				stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
			}),
		);
		await Promise.all(children.map(next));
		return new Processes(children);
	}

	/** Runs one node in each at once. */
	async run(runs: readonly NodeRun[]): Promise<Told[]> {
		return await Promise.all(
			runs.map(async (run, index) => {
				const child = this.children[index]!;
				const answer = next(child);
				child.send(run);
				return (await answer) as Told;
			}),
		);
	}

	async close(): Promise<void> {
		await Promise.all(
			this.children.map(async (child) => {
				const ended = once(child, 'exit');
				child.kill();
				await ended;
			}),
		);
	}
}

/** What a process says next; one that has ended says nothing more. */
async function next(child: ChildProcess): Promise<unknown> {
	const ended = once(child, 'exit').then(([code]) => {
		throw new Error(`A process of the test ended with ${String(code)}`);
	});
	const said = once(child, 'message').then(([message]) => message as unknown);
	return await Promise.race([said, ended]);
}
