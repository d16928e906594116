import { normaliseEmail } from '../../../shared/model/email';
import type { Registrant } from '../../../shared/model/registrant';
import { unless } from '../../../shared/transport/unless';
import { readEventReport, type EventPerson } from '../../mapping/eventReport';
import { permissionOf, toPermitted, toRegistrant, type Permitted } from '../../mapping/permitted';
import { addressesOf, principalsWith } from '../../transport/endpoints/people';
import { getEventReport } from '../../transport/endpoints/reports';
import type { AdobeClient } from '../../transport/request';
import { isHidden, toldCode } from '../../transport/told';
import type { FoundWebinar } from '../webinars/find';

/** Statuses that Adobe Connect lists, in the order in which people come out. */
export const LISTED_STATUSES = ['approved', 'pending', 'denied'] as const;

export interface Wanted {
	statuses: ReadonlyArray<(typeof LISTED_STATUSES)[number]>;
	limit: number;
	/** Whether to keep the answers to the questions of an event. */
	texts: boolean;
}

/**
 * Registrants of an event, or participants of a room, status by status. Of events their report tells when
 * people registered and what they answered.
 * @throws VendorError
 */
export async function listRegistrants(
	client: AdobeClient,
	found: FoundWebinar,
	wanted: Wanted,
): Promise<Registrant[]> {
	const permitted: Permitted[] = [];
	for (const status of wanted.statuses) {
		const left = wanted.limit - permitted.length;
		if (left > 0) permitted.push(...(await withStatus(client, found.aclId, status, left)));
	}
	const report = await reportOf(client, found, permitted.length);
	const registrants = permitted.map((one) => {
		const person = report.get(one.principalId);
		return toRegistrant(one, {
			registeredAt: person?.registeredAt ?? null,
			...(wanted.texts && { answers: person?.registrationAnswers ?? {} }),
		});
	});
	return await withAddresses(client, registrants);
}

async function withStatus(
	client: AdobeClient,
	aclId: string,
	status: Wanted['statuses'][number],
	limit: number,
): Promise<Permitted[]> {
	const permission = permissionOf(status);
	const rows = principalsWith(client, aclId, [permission], 'the list of registrants');
	const permitted: Permitted[] = [];
	for await (const row of rows) {
		const one = toPermitted(row);
		if (one?.permission === permission) permitted.push(one);
		if (permitted.length >= limit) break;
	}
	return permitted;
}

/** By principal-id; nobody where there is no report, or it is too large for the server. */
export async function reportOf(
	client: AdobeClient,
	{ event, webinar }: FoundWebinar,
	people: number,
): Promise<Map<string, EventPerson>> {
	if (event === null || people === 0) return new Map();
	const results = await unless(
		(error) => isHidden(error) || toldCode(error, 'operation-size-error'),
		getEventReport(client, webinar.webinarId),
	);
	const persons = results === undefined ? [] : readEventReport(results).people;
	return new Map(persons.map((person) => [person.principalId, person]));
}

/** Whose login is no address has one in the account. */
export async function withAddresses(
	client: AdobeClient,
	registrants: readonly Registrant[],
): Promise<Registrant[]> {
	const ids = registrants.filter(({ email }) => email === '').map((one) => one.registrantId);
	if (ids.length === 0) return [...registrants];
	const emails = await addressesOf(client, ids);
	return registrants.map((one) => ({
		...one,
		email: one.email || normaliseEmail(emails.get(one.registrantId)),
	}));
}
