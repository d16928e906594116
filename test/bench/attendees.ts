import type { BenchRow } from './contract';
import { growthRow } from './rows';
import { startChild } from './support/child';
import type { GetAttendeesSaid } from './support/getAttendees';
import type { SandboxSaid } from './support/sandboxProcess';

const SMALL = 5_000;
const LARGE = 50_000;
/** Ten times the people, and a tenth for what does not divide evenly. */
const LIMIT = 11;
/** The pauses for Zoom's limits, and twice that for the sandbox's answers on a busy machine. */
const CLOCK_LIMIT = 3;
const RUNS = 3;

/**
 * *Get attendees* grows with the number of people and no faster. The clock shows mostly the pauses
 * that Zoom's limits ask for, and a short run needs none; so growth is told by the time spent
 * computing, and the clock is held against the pauses.
 */
export async function benchAttendees(): Promise<BenchRow[]> {
	const small = await median(SMALL);
	const large = await median(LARGE);
	const people = (count: number): string => count.toLocaleString('en');
	const growth = `Get attendees, ${people(SMALL)} → ${people(LARGE)} registrants`;
	return [
		growthRow(`${growth}: time spent computing`, 'ms', small.cpuMs, large.cpuMs, LIMIT),
		growthRow(`${growth}: memory`, 'MB', small.inUseMb, large.inUseMb, LIMIT),
		growthRow(
			`Get attendees, ${people(LARGE)} registrants: clock against the pauses Zoom asks for`,
			'ms',
			large.pausedMs,
			large.ms,
			CLOCK_LIMIT,
		),
	];
}

type Figures = Pick<GetAttendeesSaid, 'ms' | 'pausedMs' | 'cpuMs' | 'inUseMb'>;

/** The middle one of several runs, each in a fresh process: single runs differ by a fifth. */
async function median(registrants: number): Promise<Figures> {
	const sandbox = await startChild<SandboxSaid>('support/sandboxProcess.ts', { registrants });
	try {
		const runs: Figures[] = [];
		for (let run = 0; run < RUNS; run += 1) runs.push(await once(sandbox.said));
		const middle = (key: keyof Figures): number =>
			runs.map((figures) => figures[key]).sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? NaN;
		return {
			ms: middle('ms'),
			pausedMs: middle('pausedMs'),
			cpuMs: middle('cpuMs'),
			inUseMb: middle('inUseMb'),
		};
	} finally {
		await sandbox.end();
	}
}

async function once(sandbox: SandboxSaid): Promise<Figures> {
	const child = await startChild<GetAttendeesSaid>('support/getAttendees.ts', sandbox);
	await child.end();
	const { error, people } = child.said;
	if (error !== null || people !== sandbox.people) {
		throw new Error(`${people} of ${sandbox.people} people came out: ${error ?? 'no error'}`);
	}
	return child.said;
}
