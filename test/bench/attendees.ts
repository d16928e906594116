import type { BenchRow } from './contract';
import { atMostRow, growthRow } from './rows';
import { medianOf } from './support/median';

const SMALL = 5_000;
const LARGE = 50_000;
/** Ten times the people, and a tenth for what does not divide evenly. */
const LIMIT = 11;
/** The pauses for Zoom's limits, and twice that for the sandbox's answers on a busy machine. */
const CLOCK_LIMIT = 3;
const GIGABYTE_MB = 1024;
const SCRIPT = 'support/getAttendees.ts';
const KEYS = ['ms', 'pausedMs', 'cpuMs', 'inUseMb'] as const;

/**
 * *Get attendees* grows with the number of people and no faster. The clock shows mostly the pauses
 * that Zoom's limits ask for, and a short run needs none; so growth is told by the time spent
 * computing, and the clock is held against the pauses.
 */
export async function benchAttendees(): Promise<BenchRow[]> {
	const small = await medianOf(SMALL, SCRIPT, KEYS);
	const large = await medianOf(LARGE, SCRIPT, KEYS);
	const people = (count: number): string => count.toLocaleString('en');
	const growth = `Get attendees, ${people(SMALL)} → ${people(LARGE)} registrants`;
	return [
		growthRow(`${growth}: time spent computing`, 'ms', small.cpuMs, large.cpuMs, LIMIT),
		growthRow(`${growth}: memory`, 'MB', small.inUseMb, large.inUseMb, LIMIT),
		perGigabyte(large.inUseMb),
		growthRow(
			`Get attendees, ${people(LARGE)} registrants: clock against the pauses Zoom asks for`,
			'ms',
			large.pausedMs,
			large.ms,
			CLOCK_LIMIT,
		),
	];
}

/** How many people fit into a gigabyte is told by the name, so that it stands in the page. */
function perGigabyte(inUseMb: number): BenchRow {
	const fit = Math.floor((LARGE * GIGABYTE_MB) / inUseMb / 1000) * 1000;
	return atMostRow(
		`Get attendees, ${LARGE.toLocaleString('en')} registrants: memory beside a gigabyte, into which ${fit.toLocaleString('en')} fit`,
		'MB',
		inUseMb,
		GIGABYTE_MB,
		GIGABYTE_MB,
	);
}
