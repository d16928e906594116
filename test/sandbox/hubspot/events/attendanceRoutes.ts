import type { HubSpotAttendanceRecord } from '../../contract';
import type { HubSpotContactState } from '../../world';
import { planCreate } from '../contacts/changes';
import { problemErrors, problemsMessage } from '../contacts/values';
import { isoNow, type Portal } from '../context';
import { validationError, type ErrorEntry } from '../http/errors';
import type { Answer, Call, JsonRecord } from '../http/input';
import { inputsOf, isRecord, requireFields } from '../http/input';
import { marketingEventPaths } from '../http/paths';
import type { Route } from '../http/router';
import { attendanceInput, verbOf, type AttendanceInput, type Verb } from './attendanceInput';
import { EVENT_WRITE, eventByExternalId, eventByObjectId } from './lookup';
import type { EventRecord } from './store';

/** What one input becomes: a person in `results`, or an entry of `errors`. */
type Found = { contact: HubSpotContactState; email?: string } | { error: ErrorEntry };

interface By {
	/** @throws 400 */
	check(input: JsonRecord): void;
	find(portal: Portal, input: JsonRecord): Found;
}

/**
 * Attendance: https://developers.hubspot.com/docs/api-reference/marketing-marketing-events-v3/guide
 * The verb stands in the path in lower case; the words of the guide (`REGISTERED`) are refused.
 */
export function attendanceRoutes(portal: Portal): Route[] {
	const post = (path: string, by: By, eventOf: (call: Call) => EventRecord): Route => ({
		method: 'POST',
		paths: marketingEventPaths(path),
		write: true,
		scopes: EVENT_WRITE,
		handle: (call) => {
			const verb = verbOf(call.params.verb ?? '');
			return recordAll(portal, eventOf(call), verb, inputsOf(call.body), by);
		},
	});
	const external = (call: Call) => eventByExternalId(portal, call);
	const object = (call: Call) => eventByObjectId(portal, call.params.objectId ?? '', 'objectId');
	return [
		post('/attendance/:externalEventId/:verb/create', BY_CONTACT_ID, external),
		post('/attendance/:externalEventId/:verb/email-create', BY_EMAIL, external),
		post('/:objectId/attendance/:verb/create', BY_CONTACT_ID, object),
		post('/:objectId/attendance/:verb/email-create', BY_EMAIL, object),
	];
}

/** A malformed input refuses the whole request; an unknown person is one entry in `errors`. */
function recordAll(
	portal: Portal,
	event: EventRecord,
	verb: Verb,
	inputs: JsonRecord[],
	by: By,
): Answer {
	const startedAt = isoNow(portal.kernel);
	const parsed = inputs.map((input) => {
		by.check(input);
		return attendanceInput(input, verb);
	});
	const results: unknown[] = [];
	const errors: ErrorEntry[] = [];
	inputs.forEach((input, index) => {
		const found = by.find(portal, input);
		if ('error' in found) {
			errors.push(found.error);
			return;
		}
		const { contact, email } = found;
		portal.events.record(event, activityOf(contact.id, verb, parsed[index]));
		results.push({ vid: Number(contact.id), ...(email === undefined ? {} : { email }) });
	});
	return {
		status: 200,
		body: {
			status: 'COMPLETE',
			startedAt,
			completedAt: isoNow(portal.kernel),
			results: portal.random.shuffle(results),
			numErrors: errors.length,
			errors,
		},
	};
}

function activityOf(
	contactId: string,
	verb: Verb,
	input: AttendanceInput,
): HubSpotAttendanceRecord {
	return { contactId, verb, ...input };
}

function byContactId(portal: Portal, { vid }: JsonRecord): Found {
	const contact = portal.contacts.findById(String(vid));
	if (contact !== undefined) return { contact };
	return {
		error: {
			status: 'error',
			category: 'OBJECT_NOT_FOUND',
			message: `Contact with id ${String(vid)} does not exist`,
			context: { ids: [String(vid)] },
		},
	};
}

/** Unknown addresses become contacts; `contactProperties` are for those only. */
function byEmail(portal: Portal, input: JsonRecord): Found {
	const email = String(input.email ?? '');
	const known = portal.contacts.findByEmail(email);
	if (known !== undefined) return { contact: known, email: known.email };
	const extra = isRecord(input.contactProperties) ? input.contactProperties : {};
	const change = planCreate(portal, { ...extra, email });
	if ('apply' in change) {
		const { id } = change.apply();
		const contact = portal.contacts.findById(id);
		if (contact !== undefined) return { contact, email: contact.email };
	}
	const problems =
		'refusal' in change && change.refusal.kind === 'invalid' ? change.refusal.problems : [];
	return {
		error: {
			status: 'error',
			category: 'VALIDATION_ERROR',
			message: problemsMessage(problems),
			errors: problemErrors(problems),
			context: { emails: [email] },
		},
	};
}

const BY_CONTACT_ID: By = {
	check({ vid }) {
		if (!/^\d+$/.test(String(vid))) throw validationError('vid must be the id of a contact');
	},
	find: byContactId,
};

const BY_EMAIL: By = {
	check: (input) => requireFields(input, ['email', 'contactProperties']),
	find: byEmail,
};
