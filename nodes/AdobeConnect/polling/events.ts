import type { Checkpoint } from './checkpoint';
import { lookForEnd } from './ended';
import { lookForRecordings } from './recorded';
import type { Looker } from './look';
import { lookForRegistrants } from './registered';
import type { Settings, TriggerEvent } from './settings';
import { plannedEnd, type Watched } from './turn';

/** How one event is watched. */
export interface Watcher {
	look: Looker;
	/** How long after it happened something may become visible, milliseconds. */
	lateMs: number;
	/** Where something is likely to have happened. */
	isLikely(watched: Watched): boolean;
	/** Events that ended earlier are not looked at any more, epoch milliseconds. */
	endsAfter(checkpoint: Checkpoint): number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** @param now epoch milliseconds */
export function watcherOf(settings: Settings, now: number): Watcher {
	return WATCHERS[settings.event](settings, now);
}

const WATCHERS: Record<TriggerEvent, (settings: Settings, now: number) => Watcher> = {
	'webinar.ended': ({ afterEndMs }, now) => {
		// Reports come from a copy of the database that may be a day behind.
		const lateMs = DAY_MS + afterEndMs;
		return {
			look: lookForEnd,
			lateMs,
			isLikely: endedWithin(now, 3 * HOUR_MS + afterEndMs),
			endsAfter: (checkpoint) => earliest(checkpoint) - lateMs - DAY_MS,
		};
	},
	'recording.completed': (_settings, now) => ({
		look: lookForRecordings,
		lateMs: DAY_MS,
		isLikely: endedWithin(now, 12 * HOUR_MS),
		endsAfter: (checkpoint) => earliest(checkpoint) - 2 * DAY_MS,
	}),
	'webinar.registration_created': (_settings, now) => ({
		look: lookForRegistrants,
		// People are told apart by who they are; only at the first look at a webinar the time counts.
		lateMs: HOUR_MS,
		isLikely: () => false,
		endsAfter: () => now - 7 * DAY_MS,
	}),
};

function endedWithin(now: number, span: number) {
	return (watched: Watched): boolean => {
		const end = plannedEnd(watched);
		return end !== undefined && end >= now - span && end <= now + HOUR_MS / 2;
	};
}

/** The earliest moment from which on something is not known yet, epoch milliseconds. */
function earliest({ since, behind }: Checkpoint): number {
	return Math.min(...[since, ...Object.values(behind)].map((time) => Date.parse(time)));
}
