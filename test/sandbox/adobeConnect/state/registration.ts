import type { AdobeLandingForm } from '../contract';
import { AdobeError, invalid } from '../http/errors';
import type { AdobeEvent, AdobePrincipal, AdobeRegistrant } from '../world';
import type { AdobeState } from './adobeState';

export type RegistrationForm = AdobeLandingForm & { login?: string; campaignId?: string };

export interface Registration {
	registrant: AdobeRegistrant;
	principal: AdobePrincipal;
	/** The person was known before. */
	wasKnown: boolean;
}

/** @throws Error when there is no such event */
export function eventOf(state: AdobeState, eventId: string): AdobeEvent {
	const event = state.events.get(eventId);
	if (event === undefined) throw new Error(`There is no event ${eventId}`);
	return event;
}

/**
 * Registers a person as the landing page and event-register do: the account's user is made or updated, limit and
 * required questions are checked, a mail is sent.
 * @throws AdobeError in the order in which Adobe Connect checks
 */
export function registerPerson(
	state: AdobeState,
	event: AdobeEvent,
	form: RegistrationForm,
): Registration {
	if (event.status === 'cancelled') throw new AdobeError('no-access', 'not-available');
	const known = state.principalByLogin(form.login ?? form.email);
	const already = event.registrants.find(({ principalId }) => principalId === known?.id);
	if (already) {
		throw invalid({ field: 'already-registered', type: 'string', subcode: 'not-allowed' });
	}
	const limit = event.registrationLimit;
	const taken = event.registrants.filter(({ permission }) => permission !== 'denied').length;
	if (limit !== null && taken >= limit) {
		throw invalid({ field: 'registration-limit', type: 'string', subcode: 'limit-reached' });
	}
	checkAnswers(event, form.answers ?? {});
	const principal = known ?? newGuest(state, form);
	Object.assign(principal, { firstName: form.firstName, lastName: form.lastName });
	if (form.password !== undefined) principal.password = form.password;
	const registrant: AdobeRegistrant = {
		principalId: principal.id,
		permission: event.requireApproval ? 'pending' : 'view',
		registeredAt: state.nowIso(),
		answers: { ...form.answers },
		...(form.campaignId === undefined ? {} : { campaignId: form.campaignId }),
	};
	event.registrants.push(registrant);
	tell(state, event, registrant);
	return { registrant, principal, wasKnown: known !== undefined };
}

/** A manager approves or refuses; the person gets a mail. */
export function decide(
	state: AdobeState,
	event: AdobeEvent,
	principalId: string,
	permission: AdobeRegistrant['permission'],
): void {
	const registrant = event.registrants.find((one) => one.principalId === principalId);
	if (registrant === undefined) throw new Error(`${principalId} is not registered`);
	if (registrant.permission === permission) return;
	registrant.permission = permission;
	tell(state, event, registrant);
}

function newGuest(state: AdobeState, form: RegistrationForm): AdobePrincipal {
	const principal: AdobePrincipal = {
		id: state.newId(),
		type: 'guest',
		login: form.login ?? form.email,
		email: form.email,
		firstName: form.firstName,
		lastName: form.lastName,
	};
	state.addPrincipal(principal);
	return principal;
}

function checkAnswers(event: AdobeEvent, answers: Record<string, string>): void {
	const missing = event.questions.filter(({ id, required }) => required && !answers[id]);
	if (missing.length > 0) {
		throw invalid(...missing.map(({ id }) => ({ field: id, type: 'string', subcode: 'missing' })));
	}
}

const TEMPLATES = {
	view: 'permission-approved',
	pending: 'permission-pending',
	denied: 'permission-denied',
} as const;

function tell(state: AdobeState, event: AdobeEvent, registrant: AdobeRegistrant): void {
	state.mails.push({
		to: state.principals.get(registrant.principalId)?.email ?? '',
		eventId: event.id,
		template: TEMPLATES[registrant.permission],
		sentAt: state.nowIso(),
	});
}
