import type { HubSpotContactState } from '../../world';
import type { Portal } from '../context';
import { conflict, validationError, type ErrorParts } from '../http/errors';
import { createAnswer, updateAnswer, type ContactAnswer } from './render';
import {
	checkValues,
	keepStageForward,
	problemErrors,
	problemsMessage,
	type Problem,
} from './values';

export type Refusal =
	| { kind: 'invalid'; problems: Problem[] }
	/** A rule that is not about one property's value. */
	| { kind: 'rule'; message: string; context: NonNullable<ErrorParts['context']> }
	| { kind: 'conflict'; existingId: string }
	| { kind: 'missing'; id: string };

/** A checked change: why it cannot be, or the function that makes it. */
export type Change<Answer = ContactAnswer> = { refusal: Refusal } | { apply(): Answer };

/** Addresses that earlier inputs of the same request are about to take, and for whom. */
export type Claims = Map<string, string>;

/** @param requires properties that the portal wants of every new contact */
export function planCreate(
	portal: Portal,
	given: Record<string, unknown>,
	requires: readonly string[] = [],
): Change {
	const { contacts, schemas, world } = portal;
	const { problems, email = '', values } = checkValues(given, schemas.contacts);
	if (problems.length > 0) return { refusal: { kind: 'invalid', problems } };
	// An archived contact does not own its address any more: HubSpot makes a new contact.
	const owner = email === '' ? undefined : contacts.findByEmail(email);
	if (owner !== undefined) return { refusal: { kind: 'conflict', existingId: owner.id } };
	if (contacts.isBlocked(email)) return { refusal: blocked(email) };
	const absent = requires.filter((name) => (name === 'email' ? !email : !values.get(name)));
	if (absent.length > 0) return { refusal: missing('CONTACT', absent) };
	return { apply: () => createAnswer(contacts.create(email, values), world) };
}

export function planUpdate(
	portal: Portal,
	contact: HubSpotContactState,
	given: Record<string, unknown>,
	claims: Claims = new Map(),
): Change {
	const { contacts, schemas, world } = portal;
	const { problems, email, values } = checkValues(given, schemas.contacts);
	if (problems.length > 0) return { refusal: { kind: 'invalid', problems } };
	if (email !== undefined && email !== '') {
		const ownerId = contacts.findByEmail(email)?.id ?? claims.get(email);
		if (ownerId !== undefined && ownerId !== contact.id) {
			return { refusal: { kind: 'conflict', existingId: ownerId } };
		}
		if (contacts.isBlocked(email)) return { refusal: blocked(email) };
		claims.set(email, contact.id);
	}
	return {
		apply: () => {
			keepStageForward(contact.properties.lifecyclestage, values);
			contacts.update(contact, email, values);
			return updateAnswer(contact, Object.keys(given), world);
		},
	};
}

/** Makes a single change, or throws its refusal: 400, 404 or 409. */
export function applyOne<Answer>(change: Change<Answer>): Answer {
	if ('apply' in change) return change.apply();
	const { refusal } = change;
	if (refusal.kind === 'conflict') {
		throw conflict(existsMessage(refusal.existingId));
	}
	if (refusal.kind === 'missing') {
		throw validationError('Invalid object id', { context: { ids: [refusal.id] } });
	}
	if (refusal.kind === 'rule') throw validationError(refusal.message, { context: refusal.context });
	throw invalid(refusal.problems);
}

/** What HubSpot says of a create without something that the object type, or the portal, requires. */
export function missing(noun: string, properties: string[]): Refusal {
	return {
		kind: 'rule',
		message: `Error creating ${noun}. Some required properties were not set.`,
		context: { properties },
	};
}

/** https://developers.hubspot.com/docs/api-reference/crm-contacts-v3/guide : deleted for good. */
function blocked(email: string): Refusal {
	const message = `Email address ${email} was permanently deleted and cannot be used again`;
	return {
		kind: 'invalid',
		problems: [{ isValid: false, message, error: 'BLOCKLISTED_EMAIL', name: 'email' }],
	};
}

export function invalid(problems: readonly Problem[]): Error {
	return validationError(problemsMessage(problems), { errors: problemErrors(problems) });
}

export function existsMessage(existingId: string): string {
	return `Contact already exists. Existing ID: ${existingId}`;
}
