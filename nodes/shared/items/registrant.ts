import { isObject, asObject, asText, type JsonObject } from '../transport/json';
import { normaliseEmail } from '../model/email';
import { personalLink, type PersonInput, type Registration } from './person';
import { readPlan } from './session';
import { cleanText, isOneOf } from './text';
import { readTime } from './time';

const STATUSES = ['approved', 'pending', 'denied', 'cancelled'] as const;

/**
 * Reads an item about a registration; nothing in it is trusted. It is one of *Get Many* registrants
 * (the registrant is the item), of *Add Contact to Webinar* or of a trigger (the item has a member
 * `registrant`; a trigger's also says when it happened).
 * @param told the webinar where the item does not carry it
 */
export function readRegistrant(json: JsonObject, told: unknown): PersonInput {
	const registrant = isObject(json.registrant) ? json.registrant : json;
	const { session, problem } = readPlan(webinarOf(json, told));
	const status = statusOf(json, registrant);
	const registeredAt = readTime(registrant.registeredAt);
	const toldAt = readTime(isObject(json.registrant) && json.event ? json.eventTime : null);
	const problems = [
		problem,
		otherWebinar(json, session?.webinarId ?? ''),
		status === 'none' ? statusProblem(registrant.status) : '',
		registeredAt === undefined ? 'Registered At is not a valid time' : '',
		toldAt === undefined ? 'Event Time is not a valid time' : '',
	];
	const text = (name: string) => cleanText(registrant[name]) || cleanText(json[name]);
	return {
		email: normaliseEmail(registrant.email) || normaliseEmail(json.email),
		firstName: text('firstName'),
		lastName: text('lastName'),
		phone: text('phone'),
		company: text('company'),
		jobTitle: text('jobTitle'),
		role: 'attendee',
		registration: status,
		registrantId: cleanText(registrant.registrantId),
		registeredAt: registeredAt ?? null,
		joinUrl: personalLink(registrant),
		toldAt: toldAt ?? null,
		attendanceStatus: 'unknown',
		attended: false,
		joinedAt: null,
		leftAt: null,
		seconds: 0,
		percent: 0,
		engagement: null,
		interactions: [],
		reason: null,
		session,
		problem: problems.find((each) => each !== '') ?? '',
	};
}

/** Somebody whose registration was deleted on the platform comes with the registrant that was. */
function statusOf(json: JsonObject, registrant: JsonObject): Registration {
	if (asObject(json.outcome).action === 'deleted') return 'cancelled';
	const status = cleanText(registrant.status).toLowerCase();
	return isOneOf(STATUSES, status) ? status : 'none';
}

/** A member of its own, or the item itself; an item of a trigger holds it as a member, too. */
function webinarOf(json: JsonObject, told: unknown): JsonObject {
	const given = typeof told === 'string' ? parsed(told) : told;
	const webinar = isObject(given) ? given : asObject(json.webinar);
	const held = isObject(webinar.webinar) ? webinar.webinar : webinar;
	return { webinarId: json.webinarId, ...held };
}

/** The field takes a webinar as JSON text as well. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** An expression that reaches for the wrong item would register people for another webinar. */
function otherWebinar(json: JsonObject, webinarId: string): string {
	const own = asText(json.webinarId);
	if (own === '' || webinarId === '' || own === webinarId) return '';
	return `Webinar is ${webinarId}, but the person registered for ${own}`;
}

function statusProblem(status: unknown): string {
	const text = cleanText(status);
	return text === ''
		? 'Status is missing'
		: `Status must be approved, pending, denied or cancelled, not "${text.slice(0, 40)}"`;
}
