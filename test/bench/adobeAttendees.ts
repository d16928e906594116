import type { BenchRow } from './contract';
import { growthRow } from './rows';
import { medianOf } from './support/median';

const SMALL = 5_000;
const LARGE = 20_000;
/** Four times the people, and a tenth for what does not divide evenly. */
const LIMIT = 4.4;
const SCRIPT = 'support/getAdobeAttendees.ts';
const KEYS = ['cpuMs', 'inUseMb'] as const;

/** *Get attendees* of an event of Adobe Connect grows with the number of people and no faster. */
export async function benchAdobeAttendees(): Promise<BenchRow[]> {
	const small = await medianOf(SMALL, SCRIPT, KEYS);
	const large = await medianOf(LARGE, SCRIPT, KEYS);
	const people = (count: number): string => count.toLocaleString('en');
	const growth = `Get attendees of Adobe Connect, ${people(SMALL)} → ${people(LARGE)} registrants`;
	return [
		growthRow(`${growth}: time spent computing`, 'ms', small.cpuMs, large.cpuMs, LIMIT),
		growthRow(`${growth}: memory`, 'MB', small.inUseMb, large.inUseMb, LIMIT),
	];
}
