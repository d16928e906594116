/**
 * `npm run chaos`: whole stories while the vendors misbehave. Options: `--seed N` (random when left out, and
 * printed first), `--people N`, `--fault-rate P`, `--story NAME` (one of the stories, or all), `--seeds N` (so
 * many seeds one after the other, from `--seed` on). Each story ends with one line of JSON. Exit code 1 when
 * anybody was lost or doubled, or is without an explained outcome, or the end differs.
 */
import { randomInt } from 'node:crypto';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';

import 'reflect-metadata';
import '../setup';
import '../engine/support/patientRegex.js';
import type { StoryName } from './contract';

const build = createRequire(__filename)('../engine/support/build.js') as () => Promise<void>;

const NAMES: StoryName[] = ['zoom-hubspot', 'zoom-marketo', 'adobe-hubspot'];

function numberOf(name: string, text: string, least: number, most: number): number {
	const number = Number(text);
	if (text.trim() !== '' && number >= least && number <= most) return number;
	throw new Error(`--${name} takes a number from ${least} to ${most}, not "${text}"`);
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			seed: { type: 'string', default: String(randomInt(1, 1_000_000)) },
			seeds: { type: 'string', default: '1' },
			people: { type: 'string', default: '300' },
			'fault-rate': { type: 'string', default: '0.1' },
			story: { type: 'string', default: 'all' },
		},
	});
	const first = numberOf('seed', values.seed, 0, 2 ** 31);
	const seeds = numberOf('seeds', values.seeds, 1, 10_000);
	const people = numberOf('people', values.people, 10, 50_000);
	const faultRate = numberOf('fault-rate', values['fault-rate'], 0, 1);
	const stories = NAMES.filter((name) => ['all', name].includes(values.story));
	if (stories.length === 0) throw new Error(`--story takes one of all, ${NAMES.join(', ')}`);
	process.stdout.write(`seed: ${first}\n`);
	await build();
	const { runChaos } = await import('./chaos');
	for (let seed = first; seed < first + seeds; seed += 1) {
		for (const story of stories) {
			const report = await runChaos({ seed, people, faultRate, story });
			process.stdout.write(`${JSON.stringify(report)}\n`);
			if (!report.holds) process.exitCode = 1;
		}
	}
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
