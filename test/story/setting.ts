import type { StoryOptions } from './contract';
import { Cast, type Identity } from './people';
import type { Frame } from './presence';
import { Random } from './random';
import { floorTo, MINUTE, SECOND } from './time';
import type { WebinarPlan } from './webinars';

export const DEFAULT_NOW = '2026-11-20T17:10:00Z';

/** From this size on every kind of person and row is in the story. */
export const EVERY_KIND_FROM = 200;

/** What all webinars of a story share. Times are epoch milliseconds. */
export interface Setting {
	seed: number;
	size: number;
	now: number;
	everyKind: boolean;
	reportDelayMinutes: number;
	/** Scheduled start of the main webinar. */
	mainScheduled: number;
	cast: Cast;
	host: Identity;
	/** Alternative host; never comes. */
	deputy: Identity;
	/** A Zoom user without webinar licence. */
	unlicensed: Identity;
	panelists: Identity[];
	/** Approved registrants of the main webinar. */
	registrants: Identity[];
	/** Size of the small webinars' groups. */
	few: number;
}

export function makeSetting(options: StoryOptions): Setting {
	const { seed, registrants: size } = options;
	const now = floorTo(SECOND, Date.parse(options.now ?? DEFAULT_NOW));
	const everyKind = size >= EVERY_KIND_FROM;
	const cast = new Cast(new Random(seed, 'cast'));
	return {
		seed,
		size,
		now,
		everyKind,
		reportDelayMinutes: options.reportDelayMinutes ?? 0,
		mainScheduled: floorTo(MINUTE, now - 70 * MINUTE),
		cast,
		host: cast.withAddress('accountUser'),
		deputy: cast.withAddress('accountUser'),
		unlicensed: cast.withAddress('accountUser'),
		panelists: many(Math.min(20, 2 + Math.floor(size / 1000)), () => cast.withAddress('absent')),
		registrants: cast.withAddresses(size, everyKind),
		few: Math.max(3, Math.min(40, Math.floor(size / 10))),
	};
}

/** A plain webinar; each one says only how it differs. */
export function plainPlan(setting: Setting) {
	return {
		host: setting.host,
		alternativeHosts: [],
		panelists: [],
		scheduledMinutes: 60,
		uuidShape: 'plain',
		questionAndAnswer: true,
		registration: true,
		practice: null,
		outsiders: 0,
		strangerInWaitingRoom: false,
		reportDelayMinutes: 0,
	} satisfies Partial<WebinarPlan>;
}

export function many<T>(count: number, make: () => T): T[] {
	return Array.from({ length: count }, make);
}

/**
 * Starts some minutes late; an odd number of seconds long, so that no percentage with one decimal
 * ever lies exactly between two values.
 */
export function lateFrame(random: Random, scheduled: number, minutes: number): Frame {
	const start = scheduled + random.int(121, 239) * SECOND;
	return { start, end: start + (minutes * 60 + 2 * random.int(0, 59) + 1) * SECOND };
}
