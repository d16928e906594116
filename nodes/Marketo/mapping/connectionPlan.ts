import { laterBy } from '../../shared/items/session';
import type { WebinarItem } from '../../shared/items/webinarItem';
import { heldConnection, joinedWebinarId, readConnection, type Connection } from './connection';
import type { Program } from './program';

export interface ConnectionRules {
	/** A program that is connected to another webinar takes the item's one. */
	replace: boolean;
	/** A new connection is to the whole webinar, though the item names one of its dates. */
	wholeSeries: boolean;
	/** Epoch milliseconds. */
	now: number;
}

/** What an item means for the program. */
export type ConnectionPlan =
	/** What the tokens are to say; perhaps they do already. */
	| { kind: 'write'; connection: Connection; isNew: boolean; note: string }
	/** Nothing is to be written. */
	| { kind: 'nothing'; note: string }
	| { kind: 'refused'; by: 'otherWebinar' | 'clone'; message: string }
	/** The item does not tell enough of a webinar that the program does not know. */
	| { kind: 'incomplete'; field: string };

/** Says what a program's connection becomes by an item; what the item does not tell stays. */
export function planConnection(
	program: Pick<Program, 'id' | 'name' | 'tokens'>,
	item: WebinarItem,
	rules: ConnectionRules,
): ConnectionPlan {
	const state = readConnection(program.tokens, program.id);
	if (state !== null && state !== 'cloned' && state.webinarId === item.about.webinarId) {
		const told = item.about.occurrenceId;
		const ofDate = state.occurrenceId !== '';
		const isOtherDate = ofDate && told !== '' && told !== state.occurrenceId;
		const widens = ofDate && rules.wholeSeries && rules.replace && !isDeleted(item);
		if (!isOtherDate && !widens) return sameWebinar(state, item, rules);
	}
	if (isDeleted(item)) {
		return { kind: 'nothing', note: 'The program is not connected to this webinar' };
	}
	if (state !== null && !rules.replace) {
		const held = heldConnection(program.tokens);
		const of = state === 'cloned' ? 'clone' : 'otherWebinar';
		return { kind: 'refused', by: of, message: refusalOf(of, program.name, held) };
	}
	return newConnection(item, rules);
}

function isDeleted({ dates, gone }: WebinarItem): boolean {
	return gone || (dates.length > 0 && dates.every(({ deleted }) => deleted));
}

function refusalOf(by: 'otherWebinar' | 'clone', name: string, held: Connection | null): string {
	const webinar = held === null ? 'another webinar' : `webinar ${joinedWebinarId(held)}`;
	const topic = held === null || held.topic === '' ? '' : ` (${held.topic})`;
	return by === 'clone'
		? `Program ${name} is a clone: its tokens still name ${webinar}${topic} of the program it was cloned from`
		: `Program ${name} is connected to ${webinar}${topic}`;
}

function newConnection(item: WebinarItem, rules: ConnectionRules): ConnectionPlan {
	const { about } = item;
	const occurrenceId = rules.wholeSeries ? '' : about.occurrenceId;
	const times = firstTold(
		timesOf(item, occurrenceId, rules.now),
		{ ...item.planned, seconds: 0 },
		// A platform may tell no more than when it ran.
		item.dates.find(({ actual }) => actual),
	);
	if (about.topic === '') return { kind: 'incomplete', field: 'Topic' };
	if (times.start === '' && !item.timeless) return { kind: 'incomplete', field: 'Start Time' };
	const empty: Connection = {
		...{ provider: '', accountId: '', webinarId: about.webinarId, occurrenceId, topic: '' },
		...{ description: '', scheduledStartTime: null, scheduledEndTime: null, durationSeconds: 0 },
		...{ timezone: '', joinUrl: '', registrationUrl: '', cancelled: false },
	};
	const connection = merged(empty, item, times);
	return { kind: 'write', connection, isNew: true, note: '' };
}

function sameWebinar(
	held: Connection,
	item: WebinarItem,
	{ now }: ConnectionRules,
): ConnectionPlan {
	const { about, dates, gone } = item;
	const date = dates.find(({ occurrenceId }) => occurrenceId === held.occurrenceId);
	if (held.occurrenceId !== '' && date !== undefined ? date.deleted : gone) {
		const end = held.scheduledEndTime ?? held.scheduledStartTime;
		if (end !== null && Date.parse(end) < now) {
			return { kind: 'nothing', note: 'The webinar has been held, so it is not cancelled' };
		}
		return { kind: 'write', connection: { ...held, cancelled: true }, isNew: false, note: '' };
	}
	if (isDeleted(item))
		return { kind: 'nothing', note: 'Only other dates of the series are deleted' };
	const isOneDate = held.occurrenceId === '' && about.occurrenceId !== '';
	const times = timesOf(item, held.occurrenceId, now);
	const note = isOneDate
		? 'The program is connected to the whole series, so the date of the item does not count'
		: '';
	return { kind: 'write', connection: merged(held, item, times), isNew: false, note };
}

interface Times {
	/** ISO 8601 UTC; empty = not told. */
	start: string;
	end: string;
	/** 0 = not told. */
	seconds: number;
}

const NO_TIMES: Times = { start: '', end: '', seconds: 0 };

function firstTold(...told: Array<Times | undefined>): Times {
	return told.find((times) => times !== undefined && times.start !== '') ?? NO_TIMES;
}

/**
 * The planned times that an item tells of a webinar or of one of its dates. A series shows the date
 * that comes next, or its last one.
 */
function timesOf({ about, dates, planned }: WebinarItem, occurrenceId: string, now: number): Times {
	const series = dates.filter((date) => date.occurrenceId !== '' && !date.deleted && !date.actual);
	if (occurrenceId !== '') {
		const date = series.find((one) => one.occurrenceId === occurrenceId);
		if (date !== undefined && date.start !== '') return date;
		return about.occurrenceId === occurrenceId ? ownTimes(dates, planned) : NO_TIMES;
	}
	if (about.occurrenceId !== '' && series.length < 2) return NO_TIMES;
	const listed = series
		.filter(({ start }) => start !== '')
		.sort((one, other) => one.start.localeCompare(other.start));
	const next = listed.find(({ start, end }) => Date.parse(end || start) >= now);
	return next ?? listed[listed.length - 1] ?? ownTimes(dates, planned);
}

function ownTimes(dates: WebinarItem['dates'], planned: WebinarItem['planned']): Times {
	// How long a session took says nothing of the plan.
	const date = dates.find(({ actual }) => !actual);
	return { ...planned, seconds: date?.seconds ?? 0 };
}

function merged(held: Connection, { about }: WebinarItem, times: Times): Connection {
	const { start, end } = plannedTimes(held, times);
	const seconds = (Date.parse(end ?? '') - Date.parse(start ?? '')) / 1000;
	return {
		...held,
		// A reader of items calls a platform that is not told "webinar".
		provider:
			(about.provider === 'webinar' ? '' : about.provider) || held.provider || about.provider,
		accountId: about.accountId || held.accountId,
		topic: about.topic || held.topic,
		description: isCutOff(about.description, held.description)
			? held.description
			: about.description || held.description,
		scheduledStartTime: start,
		scheduledEndTime: end,
		durationSeconds: seconds > 0 ? seconds : times.seconds || held.durationSeconds,
		timezone: about.timezone || held.timezone,
		joinUrl: about.joinUrl || held.joinUrl,
		registrationUrl: about.registrationUrl || held.registrationUrl,
		cancelled: false,
	};
}

/** Triggers cut descriptions at 250 characters: they tell nothing against a longer one that begins like that. */
function isCutOff(told: string, held: string): boolean {
	return told.length >= 240 && told.length <= 250 && held.startsWith(told);
}

/** With the start alone a webinar keeps its length, with the length alone its start. */
function plannedTimes(
	held: Connection,
	{ start, end, seconds }: Times,
): { start: string | null; end: string | null } {
	const from = start || held.scheduledStartTime;
	if (from === null) return { start: null, end: null };
	if (end !== '') return { start: from, end };
	if (start === '' && seconds === 0) return { start: from, end: held.scheduledEndTime };
	const length = seconds || held.durationSeconds;
	return { start: from, end: length > 0 ? laterBy(from, length) : null };
}
