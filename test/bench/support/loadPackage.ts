/** Loads n8n's engine and then the built package as n8n loads it, alone in its process. */
import 'reflect-metadata';
import '../../setup';
import { say } from './child';

export interface LoadPackageSaid {
	/** Milliseconds that the process computed for n8n's engine. */
	engineMs: number;
	packageMs: number;
}

async function computed(work: () => Promise<unknown>): Promise<number> {
	const before = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

async function main(): Promise<void> {
	const engineMs = await computed(async () => await import('n8n-core'));
	const { PackageTypes } = await import('../../engine/support/nodeTypes');
	const packageMs = await computed(async () => await PackageTypes.load());
	const said: LoadPackageSaid = { engineMs, packageMs };
	say(said);
	process.stdin.resume();
}

void main();
