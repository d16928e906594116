import type { HubSpotContactState } from '../../world';
import type { Portal } from '../context';
import { conflict, validationError } from '../http/errors';
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
	| { kind: 'conflict'; existingId: string }
	| { kind: 'missing'; id: string };

/** A checked change: why it cannot be, or the function that makes it. */
export type Change = { refusal: Refusal } | { apply(): ContactAnswer };

/** Addresses that earlier inputs of the same request are about to take, and for whom. */
export type Claims = Map<string, string>;

export function planCreate(portal: Portal, given: Record<string, unknown>): Change {
	const { contacts, schemas, world } = portal;
	const { problems, email = '', values } = checkValues(given, schemas.contacts);
	if (problems.length > 0) return { refusal: { kind: 'invalid', problems } };
	// An archived contact does not own its address any more: HubSpot makes a new contact.
	const owner = email === '' ? undefined : contacts.findByEmail(email);
	if (owner !== undefined) return { refusal: { kind: 'conflict', existingId: owner.id } };
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
export function applyOne(change: Change): ContactAnswer {
	if ('apply' in change) return change.apply();
	const { refusal } = change;
	if (refusal.kind === 'conflict') {
		throw conflict(existsMessage(refusal.existingId));
	}
	if (refusal.kind === 'missing') {
		throw validationError('Invalid object id', { context: { ids: [refusal.id] } });
	}
	throw invalid(refusal.problems);
}

export function invalid(problems: readonly Problem[]): Error {
	return validationError(problemsMessage(problems), { errors: problemErrors(problems) });
}

export function existsMessage(existingId: string): string {
	return `Contact already exists. Existing ID: ${existingId}`;
}
