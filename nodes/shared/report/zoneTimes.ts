import { IANAZone } from 'luxon';

const QUARTER_HOUR = 15 * 60_000;

/** Moments as they are written in a spreadsheet, `2026-10-14 16:02:10`, in one time zone. */
export class ZoneTimes {
	private readonly zone: IANAZone;
	/** Clocks are put forward and back at quarters of an hour; asking for each row would take seconds. */
	private readonly offsets = new Map<number, number>();

	constructor(readonly name: string) {
		this.zone = IANAZone.create(name);
	}

	/** @param time ISO 8601; empty where there is none */
	of(time: string | null | undefined): string {
		const moment = Date.parse(time ?? '');
		if (Number.isNaN(moment)) return '';
		const local = new Date(moment + this.offsetAt(moment) * 60_000);
		return local.toISOString().slice(0, 19).replace('T', ' ');
	}

	/** Minutes ahead of UTC. */
	private offsetAt(moment: number): number {
		const quarter = Math.floor(moment / QUARTER_HOUR);
		const offset = this.offsets.get(quarter) ?? this.zone.offset(quarter * QUARTER_HOUR);
		this.offsets.set(quarter, offset);
		return offset;
	}
}
