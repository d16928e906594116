import { readRegistrant } from '../../shared/items/registrant';
import type { PersonInput } from '../../shared/items/person';
import { cleanText, isOneOf } from '../../shared/items/text';
import { ALL_REASONS, explain, type Reason } from '../../shared/model/reasons';
import { asNumber, asObject, asText, type JsonObject } from '../../shared/transport/json';
import { comparable, type StatusKind } from './statusKinds';

/** What an item says of one registration. */
export type RegistrationNews =
	/** Marketo is told of it. */
	| {
			kind: Extract<
				StatusKind,
				'registered' | 'pending' | 'waitListed' | 'rejected' | 'cancelled' | 'registrationError'
			>;
			/** null where nothing needs to be explained. */
			reason: Reason | null;
			message: string;
			repair: string;
			/** The webinar takes everybody with its general link. */
			withGeneralLink?: boolean;
	  }
	/** Nothing is certain yet, or it does not concern the person: their status stays as it is. */
	| {
			kind: 'none';
			result: 'skipped' | 'deferred' | 'failed';
			reason: Reason;
			message: string;
			repair: string;
			retryAt: string;
	  };

export interface RegistrationItem {
	person: PersonInput;
	/** A lead ID that the item carries, as items of a flow step do. */
	leadId: number | null;
	news: RegistrationNews;
	/** The general link of the webinar, where the item has it. */
	generalUrl: string;
}

/** Refusals that no later try of the same registration will mend, whoever's matter they are. */
const DEFINITIVE: readonly Reason[] = [
	'missingFirstName',
	'requiredQuestionMissing',
	'vendorRejected',
	'registrationClosed',
	'webinarFull',
	'licenceUsedUp',
	'hostCannotRegister',
	'panelistCannotRegister',
	'previouslyDenied',
	'invalidEmail',
	'webinarNotFound',
	'notAWebinar',
	'zoomEventsWebinar',
];

/**
 * Reads an item about a registration; nothing in it is trusted. It is one of *Get Many* registrants,
 * of *Add Contact to Webinar* of any platform (then its `outcome` counts first), of a trigger, or of
 * a flow step that nobody has registered because the first name is missing.
 */
export function readRegistration(json: JsonObject): RegistrationItem {
	const person = readRegistrant(json, null);
	const { registrantId, joinUrl } = json;
	const isRow = asText(registrantId) !== '';
	return {
		person,
		leadId: leadIdOf(json.leadId),
		news: fromOutcome(asObject(json.outcome), person) ?? fromItem(json, person),
		generalUrl: cleanText(asObject(json.webinar).joinUrl) || (isRow ? '' : cleanText(joinUrl)),
	};
}

/** A positive whole number, else null. */
export function leadIdOf(value: unknown): number | null {
	const id = asNumber(value);
	return id !== undefined && Number.isSafeInteger(id) && id > 0 ? id : null;
}

/** undefined where the outcome is none of a webinar platform, or leaves it to the registrant. */
function fromOutcome(outcome: JsonObject, person: PersonInput): RegistrationNews | undefined {
	if (!isOneOf(['zoom', 'adobeConnect'], asText(outcome.destination))) return undefined;
	const result = asText(outcome.result);
	const told = asText(outcome.reason);
	const known = isOneOf(ALL_REASONS, told) ? told : null;
	if (outcome.preview === true) return nobody('skipped', known ?? 'syncOff', PREVIEW, '');
	if (known === 'alreadyRegistered') return plain('registered');
	if (known === 'pendingApproval' && result !== 'deferred') return explained('pending', known);
	if (known === 'registrationNotEnabled') return { ...plain('registered'), withGeneralLink: true };
	if (result === 'synced' || result === 'unchanged') {
		return person.registration === 'none' ? plain('registered') : undefined;
	}
	if (!isOneOf(['failed', 'skipped', 'deferred'], result)) return undefined;
	const reason = known ?? 'vendorRejected';
	const message = cleanText(outcome.message) || explain(reason).message;
	const repair = cleanText(outcome.repair) || explain(reason).repair;
	if (result !== 'deferred' && DEFINITIVE.includes(reason)) {
		return { kind: 'registrationError', reason, message, repair };
	}
	const words = `Not registered on the webinar platform: ${message}`;
	return nobody(result, reason, words, repair, asText(outcome.retryAt));
}

const PREVIEW = 'The webinar node was set to Preview, so nobody was registered';

function fromItem(json: JsonObject, person: PersonInput): RegistrationNews {
	const { registration, firstName, registrantId, joinUrl } = person;
	const registrant = asObject(json.registrant);
	const status = cleanText(registrant.status) || cleanText(json.status);
	if (comparable(status) === 'waitlisted') return plain('waitListed');
	const isRegistered = registrantId !== '' || joinUrl !== '';
	if (firstName === '' && !isRegistered && isOneOf(['approved', 'none'], registration)) {
		return explained('registrationError', 'missingFirstName');
	}
	switch (registration) {
		case 'approved':
			return plain('registered');
		case 'pending':
			return explained('pending', 'pendingApproval');
		case 'denied':
			return explained('rejected', 'previouslyDenied');
		case 'cancelled':
			return explained('cancelled', 'previouslyDenied');
		default:
			return nobody('failed', 'vendorRejected', statusProblem(status), STATUS_REPAIR);
	}
}

function statusProblem(status: string): string {
	return status === ''
		? 'The item does not say how the person is registered: Status is missing'
		: `Status must be approved, pending, wait listed, denied or cancelled, not "${status.slice(0, 40)}"`;
}

const STATUS_REPAIR =
	'Take the items from a webinar node of this package, or set Map Data to Map Each Field and fill in Status';

type News = Exclude<RegistrationNews, { kind: 'none' }>;

function plain(kind: News['kind']): News {
	return { kind, reason: null, message: '', repair: '' };
}

function explained(kind: News['kind'], reason: Reason): News {
	return { kind, reason, ...explain(reason) };
}

function nobody(
	result: 'skipped' | 'deferred' | 'failed',
	reason: Reason,
	message: string,
	repair: string,
	retryAt = '',
): RegistrationNews {
	return { kind: 'none', result, reason, message, repair, retryAt };
}
