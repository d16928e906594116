import { inBatches } from '../../../shared/transport/batch';
import { unless } from '../../../shared/transport/unless';
import type { AdobeClient } from '../request';
import { rowsOf } from '../rows';
import { isHidden } from '../told';
import { attributeOf, childOf, type XmlElement } from '../../xml/element';

/** Kinds of people that can be created. */
export type PrincipalType = 'guest' | 'external-user' | 'user';

/** Addresses in one filter; a form of some 10 kB. */
const AT_ONCE = 200;

/**
 * Users by address or login, without groups; guests of events are mostly left out.
 * @param by `like-login` also finds those who are written with other capitals
 * https://helpx.adobe.com/adobe-connect/webservices/principal-list.html
 */
export async function findUsers(
	client: AdobeClient,
	by: 'email' | 'like-login',
	values: readonly string[],
	what: string,
): Promise<XmlElement[]> {
	return await listed(values, (batch) =>
		rowsOf(client, {
			action: 'principal-list',
			parameters: filter(by, batch),
			path: ['principal-list', 'principal'],
			sortBy: 'principal-id',
			what,
		}),
	);
}

/**
 * Guests by address or login; those of the last hours may be missing, because the report is made of a
 * copy of the data. Nobody where the user of the credential may not see the report.
 * https://helpx.adobe.com/adobe-connect/webservices/report-bulk-users.html
 */
export async function findGuests(
	client: AdobeClient,
	by: 'email' | 'like-login',
	values: readonly string[],
	what: string,
): Promise<XmlElement[]> {
	const guests = listed(values, (batch) =>
		rowsOf(client, {
			action: 'report-bulk-users',
			parameters: [['filter-type', 'guest'], ...filter(by, batch)],
			path: ['report-bulk-users', 'row'],
			sortBy: 'principal-id',
			what,
		}),
	);
	return (await unless(isHidden, guests)) ?? [];
}

function filter(by: string, values: readonly string[]): Array<readonly [string, string]> {
	return values.map((value) => [`filter-${by}`, value] as const);
}

async function listed(
	values: readonly string[],
	read: (batch: string[]) => AsyncGenerator<XmlElement, void, undefined>,
): Promise<XmlElement[]> {
	const rows: XmlElement[] = [];
	for (const batch of inBatches(values, AT_ONCE)) {
		for await (const row of read(batch)) rows.push(row);
	}
	return rows;
}

export interface NewPrincipal {
	type: PrincipalType;
	/** At most 60 characters. */
	login: string;
	email: string;
	firstName: string;
	lastName: string;
	/** Empty = none. */
	password: string;
	/** Whether Adobe Connect mails the account to the person. */
	sendMail: boolean;
}

/**
 * Creates a user or a guest. @returns principal-id
 * https://helpx.adobe.com/adobe-connect/webservices/principal-update.html
 * @throws VendorError `invalid/duplicate` when the login is taken, by a guest as well
 */
export async function createPrincipal(client: AdobeClient, person: NewPrincipal): Promise<string> {
	const { type, login, email, firstName, lastName, password, sendMail } = person;
	const answer = await client.call({
		action: 'principal-update',
		parameters: [
			['type', type],
			['has-children', 0],
			['first-name', firstName],
			['last-name', lastName],
			['login', login],
			['email', email],
			['password', password === '' ? undefined : password],
			['send-email', sendMail],
		],
		write: 'createPrincipal',
		what: 'the new person',
	});
	return attributeOf(childOf(answer, 'principal'), 'principal-id');
}

/**
 * Makes a user of a guest. Adobe has no page about this action; other clients use it.
 */
export async function changePrincipalType(
	client: AdobeClient,
	principalId: string,
	type: PrincipalType,
): Promise<void> {
	await client.call({
		action: 'update-principal-type',
		parameters: [
			['principal-id', principalId],
			['type', type],
		],
		write: 'changePrincipalType',
		what: 'to make a user of a guest',
	});
}
