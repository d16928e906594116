import type { Destination } from '../model/outcome';
import { ALL_REASONS, explain, type Reason } from '../model/reasons';
import { asNumber, asObject, asText, isObject, type JsonObject } from '../transport/json';
import { identity, type SessionInput } from './session';
import { cleanText } from './text';
import { readDates, type WebinarDate } from './webinarDates';

/** What an item tells of a webinar beside its dates; what is not told is empty. */
export interface ToldWebinar extends Omit<SessionInput, 'times' | 'start' | 'end'> {
	/** Where people join; `url` is where they register, where that is known. */
	joinUrl: string;
	registrationUrl: string;
	/** Name of a zone. */
	timezone: string;
	/** null = not told. */
	registrationRequired: boolean | null;
}

/** An item about a webinar: all of it, or only what has changed. */
export interface WebinarItem {
	about: ToldWebinar;
	/** The webinar itself, or the dates of a recurring one. */
	dates: WebinarDate[];
	/** When the webinar itself is planned, ISO 8601 UTC, though it may have run already; empty = not told. */
	planned: Pick<WebinarDate, 'start' | 'end'>;
	/** The webinar as a whole was deleted or cancelled, not only dates of it. */
	gone: boolean;
	/** It is right that there is no time: the webinar has no fixed one. */
	timeless: boolean;
	/** It is a platform's answer as it came, in the platform's words. */
	raw: boolean;
	/** Why it is passed over; null = it is not. */
	passed: { reason: Reason; message: string; repair: string } | null;
	/** What is missing or wrong, and what to do; null = nothing. */
	problem: { message: string; repair: string } | null;
}

const NO_FIXED_TIME = 6;
/** Zoom's `approval_type` of a webinar that nobody registers for. */
const NO_REGISTRATION = 2;

/**
 * Reads an item of a webinar node of this package (a webinar, or an event of its trigger), or a raw
 * answer of a platform. Nothing in it is trusted.
 * @param destination whose outcomes in an item are of an earlier run of the same operation
 * @param accountId the account of items that name none
 */
export function readWebinarItem(
	json: JsonObject,
	destination: Destination,
	accountId = '',
): WebinarItem {
	const given = isObject(json.webinar) ? json.webinar : json;
	const before = asObject(json.outcome);
	const isElsewhere = asText(before.destination) !== '' && before.destination !== destination;
	const raw = given.webinarId === undefined && given.id !== undefined;
	const about = toldWebinar({
		...(raw ? fromRaw(given) : given),
		...(given.webinarId === undefined && !raw && { webinarId: before.recordId }),
		accountId: cleanText(given.accountId) || accountId,
	});
	const deletedBefore = before.action === 'deleted' || before.reason === 'webinarNotFound';
	const told = (isElsewhere && deletedBefore) || /[._ ]deleted$/.test(asText(json.event));
	const deleted = told || isYes(given.cancelled) || given.status === 'deleted';
	const { dates, planned, problem: datesProblem } = readDates(json, given, about, deleted);
	const ofDates = dates.some(({ occurrenceId }) => occurrenceId !== '');
	const isCreated = /[._ ]created$/.test(asText(json.event));
	const { schedule } = asObject(given.settings);
	return {
		about,
		dates,
		planned,
		gone: deleted && (!ofDates || json.operation === 'all'),
		timeless: isCreated || schedule === 'recurringNoFixedTime' || given.type === NO_FIXED_TIME,
		raw,
		passed: passedOver(json, isElsewhere && !deleted ? before : {}),
		problem: about.webinarId === '' ? NO_ID : datesProblem,
	};
}

function toldWebinar(webinar: JsonObject): ToldWebinar {
	return {
		...identity(webinar),
		joinUrl: cleanText(webinar.joinUrl),
		registrationUrl: cleanText(webinar.registrationUrl),
		timezone: cleanText(webinar.timezone),
		registrationRequired: yesOrNo(webinar.registrationRequired),
	};
}

/** The words of an answer that came as it is. */
function fromRaw(raw: JsonObject): JsonObject {
	const approval = asNumber(asObject(raw.settings).approval_type);
	return {
		webinarId: raw.id,
		occurrenceId: raw.occurrence_id,
		topic: raw.topic,
		description: raw.agenda ?? raw.description,
		hostEmail: raw.host_email,
		joinUrl: raw.join_url,
		registrationUrl: raw.registration_url,
		timezone: raw.timezone,
		registrationRequired: approval === undefined ? null : approval !== NO_REGISTRATION,
	};
}

const NO_ID = {
	message: 'Webinar ID is missing',
	repair:
		'Send webinars, or items with a webinar in them, into this node, or set Map Data to Map Each Field and fill in the named field',
};

/**
 * What became of the webinar in the node before, where that node writes too.
 * @param before its outcome, empty where it says nothing
 */
function passedOver(
	json: JsonObject,
	{ result, reason, message }: JsonObject,
): WebinarItem['passed'] {
	if (json.practiceSession === true) {
		const text = 'This was a practice session; the webinar itself has not run';
		return { reason: 'neverStarted', message: text, repair: '' };
	}
	if (!['failed', 'skipped', 'deferred'].includes(asText(result))) return null;
	const said = cleanText(message);
	return {
		reason: reasonOf(reason),
		message: said === '' ? 'The step before did not succeed' : `The step before: ${said}`,
		repair: explain(reasonOf(reason)).repair,
	};
}

function reasonOf(told: unknown): Reason {
	return ALL_REASONS.find((reason) => reason === told) ?? 'vendorRejected';
}

function isYes(value: unknown): boolean {
	return yesOrNo(value) === true;
}

function yesOrNo(value: unknown): boolean | null {
	if (typeof value === 'boolean') return value;
	const text = asText(value).trim();
	if (/^(?:true|yes|1)$/i.test(text)) return true;
	return /^(?:false|no|0)$/i.test(text) ? false : null;
}
