import { ALL_REASONS, explain, type Reason } from '../../shared/model/reasons';
import { asNumber, asObject, asText, isObject, type JsonObject } from '../../shared/transport/json';
import { identity, type SessionInput } from '../../shared/items/session';
import { cleanText } from '../../shared/items/text';
import { readDates, type WebinarDate } from './webinarDates';

/** An item about a webinar: all of it, or only what has changed. */
export interface WebinarItem {
	/** What is not told is empty. */
	about: Omit<SessionInput, 'times' | 'start' | 'end'>;
	/** The webinar itself, or the dates of a recurring one. */
	dates: WebinarDate[];
	/** It is right that there is no time: the webinar has no fixed one. */
	timeless: boolean;
	/** Why it is passed over; null = it is not. */
	passed: { reason: Reason; message: string; repair: string } | null;
	/** What is missing or wrong, and what to do; null = nothing. */
	problem: { message: string; repair: string } | null;
}

const NO_FIXED_TIME = 6;
const RECURRING = 9;

/**
 * Reads an item of a webinar node of this package (a webinar, or an event of its trigger), or a raw
 * answer of a platform. Nothing in it is trusted.
 * @param accountId the account of items that name none
 */
export function readWebinarItem(json: JsonObject, accountId: string): WebinarItem {
	const given = isObject(json.webinar) ? json.webinar : json;
	const before = asObject(json.outcome);
	const isRaw = given.webinarId === undefined && given.id !== undefined;
	const about = identity({
		...(isRaw ? fromRaw(given) : given),
		...(given.webinarId === undefined && !isRaw && { webinarId: before.recordId }),
		accountId: cleanText(given.accountId) || accountId,
	});
	const told = deletedBefore(before) || /[._ ]deleted$/.test(asText(json.event));
	const deleted = told || isYes(given.cancelled) || given.status === 'deleted';
	const { dates, problem: datesProblem } = readDates(json, given, about, deleted);
	const isCreated = /[._ ]created$/.test(asText(json.event));
	const { schedule } = asObject(given.settings);
	return {
		about,
		dates,
		timeless: isCreated || schedule === 'recurringNoFixedTime' || given.type === NO_FIXED_TIME,
		passed: passedOver(json, before, deleted),
		problem: problemOf(given, about, isRaw) ?? datesProblem,
	};
}

/** The words of an answer that came as it is. */
function fromRaw(raw: JsonObject): JsonObject {
	return {
		webinarId: raw.id,
		occurrenceId: raw.occurrence_id,
		topic: raw.topic,
		description: raw.agenda ?? raw.description,
		hostEmail: raw.host_email,
		joinUrl: raw.join_url,
		registrationUrl: raw.registration_url,
	};
}

function problemOf(
	given: JsonObject,
	{ webinarId, accountId }: WebinarItem['about'],
	isRaw: boolean,
): WebinarItem['problem'] {
	if (webinarId === '') {
		return {
			message: 'Webinar ID is missing',
			repair:
				'Send in webinars, or items with a webinar in them, or set Map Data to Map Each Field and fill in the named field',
		};
	}
	if (isRaw && accountId === '') {
		return {
			message:
				'Account ID is missing: a raw answer does not name it, and events are kept by account',
			repair:
				'Turn on Simplify in the node that reads the webinar, or fill in the option Account ID with the ID that simplified webinars have',
		};
	}
	if (isRaw && asNumber(given.type) === RECURRING && !Array.isArray(given.occurrences)) {
		return {
			message: 'Occurrences are missing: the webinar is recurring, and the item names no dates',
			repair: 'Read the webinar with Get before, which names its dates',
		};
	}
	return null;
}

/** What became of the webinar in the node before, where that node writes too. */
function passedOver(
	json: JsonObject,
	{ destination, result, reason, message }: JsonObject,
	deleted: boolean,
): WebinarItem['passed'] {
	if (json.practiceSession === true) {
		const text = 'This was a practice session; the webinar itself has not run';
		return { reason: 'neverStarted', message: text, repair: '' };
	}
	const isElsewhere = asText(destination) !== '' && destination !== 'hubspot';
	if (deleted || !isElsewhere || !['failed', 'skipped', 'deferred'].includes(asText(result))) {
		return null;
	}
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

function deletedBefore({ destination, action, reason }: JsonObject): boolean {
	const isElsewhere = asText(destination) !== '' && destination !== 'hubspot';
	return isElsewhere && (action === 'deleted' || reason === 'webinarNotFound');
}

function isYes(value: unknown): boolean {
	return value === true || /^(true|yes|1)$/i.test(asText(value).trim());
}
