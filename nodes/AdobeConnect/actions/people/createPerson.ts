import { randomBytes } from 'crypto';

import type { INodeProperties } from 'n8n-workflow';

import { explain } from '../../../shared/model/reasons';
import type { Contact } from '../../../shared/registrants/contact';
import type { Attempted } from '../../../shared/registrants/door';
import type { VendorError } from '../../../shared/transport/vendorError';
import type { Principal } from '../../mapping/principal';
import {
	changePrincipalType,
	createPrincipal,
	type PrincipalType,
} from '../../transport/endpoints/principals';
import { adobeError } from '../../transport/errors';
import { mayHaveWorked, toldCode } from '../../transport/told';
import type { AdobeDoor } from './door';
import { principalWithLogin } from './lookUp';

/** @param when it counts */
export function convertGuestsOption(when: string): INodeProperties {
	return {
		displayName: 'Convert Guests',
		name: 'convertGuests',
		type: 'boolean',
		default: false,
		description: `Whether to turn guests who already have the address into users, ${when}. They then count as users of the licence.`,
	};
}

/** How missing people are made. */
export interface Creation {
	type: PrincipalType;
	/** Empty = users get one that nobody is told, and a mail of Adobe Connect. */
	password: string;
	/** Whether guests who are to be users become users. */
	convertGuests: boolean;
}

/** Adobe Connect takes no longer logins. */
const LONGEST_LOGIN = 60;

/** New people are in Adobe Connect's own list of guests within a day. */
const LISTED_AFTER_MS = 24 * 60 * 60_000;

/**
 * Creates somebody of the account, the address as login. Whoever has the login already is taken.
 * @returns principal-id
 */
export async function createPerson(
	door: AdobeDoor,
	contact: Contact,
	{ type, password }: Creation,
): Promise<Attempted<string>> {
	const { email, firstName, lastName } = contact;
	if (email.length > LONGEST_LOGIN) return { ok: false, error: tooLong(email.length) };
	const isUser = type === 'user';
	const attempted = await door.attempt(
		async () =>
			await createPrincipal(door.client, {
				type,
				login: email,
				email,
				firstName,
				lastName,
				password: password === '' && isUser ? newPassword() : password,
				sendMail: isUser && password === '',
			}),
	);
	if (attempted.ok) door.run.wrote = true;
	if (attempted.ok ? attempted.value !== '' : !isPerhapsThere(attempted.error)) return attempted;
	const found = await door.run.look(async () => await principalWithLogin(door.client, email));
	if (!found.ok) return found;
	if (found.value !== undefined) return { ok: true, value: found.value.id };
	const isTaken = attempted.ok || toldCode(attempted.error, 'invalid', 'duplicate');
	return isTaken ? { ok: false, error: notListedYet(email) } : attempted;
}

/** Somebody has the login, or was just created and nobody answered. */
function isPerhapsThere(error: VendorError): boolean {
	return toldCode(error, 'invalid', 'duplicate') || mayHaveWorked(error);
}

/**
 * Makes a user of a guest, where that is wanted.
 * @returns principal-id
 */
export async function asUser(
	door: AdobeDoor,
	principal: Principal,
	{ convertGuests }: Creation,
): Promise<Attempted<string>> {
	const { id } = principal;
	if (principal.type !== 'guest') return { ok: true, value: id };
	if (!convertGuests) return { ok: false, error: isGuest() };
	const attempted = await door.attempt(
		async () => await changePrincipalType(door.client, id, 'user'),
	);
	if (!attempted.ok) return attempted;
	door.run.wrote = true;
	return { ok: true, value: id };
}

/** Nobody is told it: the mail of Adobe Connect leads to a new one. Its end is what rules of passwords ask for. */
function newPassword(): string {
	return `${randomBytes(18).toString('base64url')}aA1!`;
}

function tooLong(length: number): VendorError {
	return adobeError({
		status: 0,
		code: '',
		message: `The address has ${length} characters; logins of Adobe Connect have at most ${LONGEST_LOGIN}`,
		repair:
			'Create the person in Adobe Connect with a shorter login and this address, then run again',
		reason: 'vendorRejected',
	});
}

function notListedYet(email: string): VendorError {
	return adobeError({
		status: 200,
		code: 'invalid/duplicate',
		message: `Adobe Connect has somebody with the login ${email}, and does not list them yet: new guests are in its lists within a day`,
		repair: explain('temporarilyUnavailable').repair,
		reason: 'temporarilyUnavailable',
		retryAt: new Date(Date.now() + LISTED_AFTER_MS).toISOString(),
	});
}

function isGuest(): VendorError {
	return adobeError({
		status: 200,
		code: '',
		message: 'The address belongs to a guest of the account, who cannot sign in',
		repair:
			'Turn on Convert Guests under Options, or make the guest a user in Adobe Connect, then run again',
		reason: 'vendorRejected',
	});
}
