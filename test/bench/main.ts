/**
 * `npm run bench`: what the package promises about time, memory and calls, as ratios. Options:
 * `--json` ends with one line of JSON, `--write` renews docs/BENCHMARKS.md and its charts, `--only=NAME`
 * runs one part. Exit code 1 when a row does not hold.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';

import '../setup';
import { chart } from './chart';
import type { BenchRow } from './contract';
import { grouped, missing } from './names';
import { CHARTS, page, table, thisMachine, type Machine } from './report';

const build = createRequire(__filename)('../engine/support/build.js') as () => Promise<void>;

const DOCS = path.join(__dirname, '../../docs');

/** Loaded one by one: each part brings n8n's engine with it, or starts processes of its own. */
const PARTS: Record<string, () => Promise<BenchRow[]>> = {
	ended: async () => await (await import('./ended')).benchEnded(),
	clocks: async () => await (await import('./clocks')).benchClocks(),
	builtIn: async () => await (await import('./builtIn')).benchBuiltIn(),
	perItem: async () => await (await import('./perItem')).benchPerItem(),
	attendees: async () => await (await import('./attendees')).benchAttendees(),
	computing: async () => await (await import('./computing')).benchComputing(),
	adobeAttendees: async () => await (await import('./adobeAttendees')).benchAdobeAttendees(),
	registrations: async () => await (await import('./registrations')).benchRegistrations(),
	recording: async () => await (await import('./recording')).benchRecording(),
	startUp: async () => await (await import('./startUp')).benchStartUp(),
};

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			json: { type: 'boolean', default: false },
			write: { type: 'boolean', default: false },
			only: { type: 'string' },
		},
	});
	const parts = Object.entries(PARTS).filter(([name]) => [undefined, name].includes(values.only));
	if (parts.length === 0) throw new Error(`--only takes one of ${Object.keys(PARTS).join(', ')}`);
	if (values.write && values.only !== undefined) throw new Error('--write needs all parts');
	await build();
	const rows: BenchRow[] = [];
	const failed: string[] = [];
	for (const [name, bench] of parts) {
		process.stderr.write(`measuring: ${name}\n`);
		// One part that fails must not cost the figures of the others.
		await bench().then(
			(measured) => rows.push(...measured),
			(error: unknown) => failed.push(`${name}: ${wordsOf(error)}`),
		);
	}
	const machine = thisMachine();
	process.stdout.write(`\n${table(rows)}\n`);
	const absent = values.only === undefined ? missing(rows) : missing(rows, []);
	const unmeasured = [...failed, ...absent];
	if (unmeasured.length > 0) throw new Error(unmeasured.join('\n'));
	if (values.write) write(rows, machine);
	if (values.json) process.stdout.write(`${JSON.stringify({ machine, rows })}\n`);
	process.exitCode = rows.every(({ holds }) => holds) ? 0 : 1;
}

function write(rows: readonly BenchRow[], machine: Machine): void {
	const groups = grouped(rows);
	fs.writeFileSync(path.join(DOCS, 'BENCHMARKS.md'), page(groups, machine));
	for (const scheme of ['light', 'dark'] as const) {
		fs.writeFileSync(path.join(DOCS, CHARTS[scheme]), chart(groups, scheme));
	}
}

function wordsOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

main().catch((error: unknown) => {
	process.stderr.write(`${wordsOf(error)}\n`);
	process.exitCode = 1;
});
