import { execFileSync } from 'node:child_process';
import path from 'node:path';

import type { BenchRow } from './contract';
import { atMostRow } from './rows';
import { startChild } from './support/child';
import type { LoadPackageSaid } from './support/loadPackage';

const ROOT = path.join(__dirname, '../..');
const RUNS = 3;
const KB = 1024;
/** What a download of the package may be at most. */
const PACKED_KB = 2 * KB;

/** What installing the package costs a start of n8n, and a download. */
export async function benchStartUp(): Promise<BenchRow[]> {
	const runs: LoadPackageSaid[] = [];
	for (let run = 0; run < RUNS; run += 1) {
		const child = await startChild<LoadPackageSaid>('support/loadPackage.ts', {});
		await child.end();
		runs.push(child.said);
	}
	const middle = (key: keyof LoadPackageSaid): number =>
		runs.map((said) => said[key]).sort((a, b) => a - b)[Math.floor(RUNS / 2)]!;
	const engine = middle('engineMs');
	return [
		atMostRow(
			"Load the package in n8n, beside n8n's engine alone: time spent computing",
			'ms',
			middle('packageMs'),
			engine,
			engine,
		),
		atMostRow('Package as downloaded: size', 'KB', packedKb(), PACKED_KB, PACKED_KB),
	];
}

function packedKb(): number {
	const pack = ['pack', '--dry-run', '--json', '--ignore-scripts'];
	const told = execFileSync('npm', pack, { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' });
	const [{ size } = { size: NaN }] = JSON.parse(told) as Array<{ size: number }>;
	if (!(size > 0)) throw new Error('npm pack told no size');
	return size / KB;
}
