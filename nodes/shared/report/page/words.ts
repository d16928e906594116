import { DateTime } from 'luxon';

/** How the page writes numbers and times, for everybody alike. */

export function count(value: number): string {
	return value.toLocaleString('en');
}

/** A count with its noun: `1 person`, `1,085 people`. */
export function counted(value: number, one: string, several: string): string {
	return `${count(value)} ${value === 1 ? one : several}`;
}

export function percent(value: number): string {
	return `${value}%`;
}

/** `45 s`, `47 min`, `1 h 12 min`. */
export function duration(seconds: number): string {
	if (seconds < 60) return `${Math.round(seconds)} s`;
	const minutes = Math.round(seconds / 60);
	if (minutes < 60) return `${minutes} min`;
	const rest = minutes % 60;
	return `${count(Math.floor(minutes / 60))} h${rest === 0 ? '' : ` ${rest} min`}`;
}

/** A moment in the zone of the page. */
export class Clock {
	constructor(private readonly zone: string) {}

	day(time: string): string {
		return this.at(time).toFormat('cccc, d LLLL yyyy');
	}

	time(time: string): string {
		return this.at(time).toFormat('HH:mm');
	}

	/** With its date, where the session runs over midnight. */
	dayAndTime(time: string): string {
		return this.at(time).toFormat('d LLL, HH:mm');
	}

	/** Name of the zone at that moment, e.g. `Europe/Berlin (GMT+1)`. */
	zoneAt(time: string): string {
		const offset = this.at(time).toFormat('Z');
		return this.zone === 'UTC' ? 'UTC' : `${this.zone} (UTC${offset === '+0' ? '' : offset})`;
	}

	/** Milliseconds that the zone is ahead of UTC. */
	offsetAt(time: string): number {
		return this.at(time).offset * 60_000;
	}

	isSameDay(one: string, other: string): boolean {
		return this.at(one).hasSame(this.at(other), 'day');
	}

	private at(time: string): DateTime {
		return DateTime.fromISO(time, { zone: this.zone, locale: 'en' });
	}
}
