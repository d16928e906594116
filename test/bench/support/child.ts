import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = path.join(__dirname, '../../..');

export interface Child<T> {
	/** The first line of JSON that it printed. */
	said: T;
	/** Writes a line to its standard input, and returns the next line of JSON that it prints. */
	ask<A>(question: string): Promise<A>;
	/** Closes its standard input, upon which it ends, and waits for that. */
	end(): Promise<void>;
}

/**
 * Starts a TypeScript file of this folder as a process of its own, so that neither its memory nor its
 * work is counted as ours.
 * @param input handed over as one argument of JSON
 * @throws Error when it ends without a line of JSON
 */
export async function startChild<T>(file: string, input: unknown): Promise<Child<T>> {
	const script = path.join(__dirname, '..', file);
	const args = ['--expose-gc', '--import', 'tsx', script, JSON.stringify(input)];
	const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
	const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)));
	const lines = createInterface(child.stdout);
	const next = async <A>() =>
		await new Promise<A>((resolve, reject) => {
			const hear = (line: string) => {
				if (!line.startsWith('{')) return;
				lines.off('line', hear);
				resolve(JSON.parse(line) as A);
			};
			lines.on('line', hear);
			child.once('error', reject);
			void ended.then((code) => reject(new Error(`${file} ended with ${code} and said nothing`)));
		});
	return {
		said: await next<T>(),
		ask: async <A>(question: string) => {
			const answer = next<A>();
			child.stdin.write(`${question}\n`);
			return await answer;
		},
		end: async () => {
			child.stdin.end();
			await ended;
		},
	};
}

/** What a child's caller handed over. */
export function childInput<T>(): T {
	return JSON.parse(process.argv[2] ?? '{}') as T;
}

/** Says the child's line. */
export function say(line: object): void {
	process.stdout.write(`${JSON.stringify(line)}\n`);
}
