import { isAtDomain } from '../../../shared/items/domains';
import { isValidEmail } from '../../../shared/model/email';
import type { Reason } from '../../../shared/model/reasons';
import { alive } from '../../../shared/node/ended';
import type { Person } from './person';
import type { PeopleOptions } from './run';

/** Leaves out whom Marketo could not take, before anything is asked. */
export function siftPeople(people: readonly Person[], options: PeopleOptions): void {
	for (const person of alive(people)) {
		const reason = reasonOf(person, options);
		if (reason !== null) person.skip(reason);
	}
}

function reasonOf({ input }: Person, { excludedDomains }: PeopleOptions): Reason | null {
	const { email, leadId } = input;
	if (email !== '' && isAtDomain(email, excludedDomains)) return 'excludedDomain';
	if (leadId !== null) return null;
	if (email === '') return 'noEmail';
	if (!isValidEmail(email)) return 'invalidEmail';
	// https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/lead-database/leads
	return isAscii(email) ? null : 'nonAsciiEmail';
}

function isAscii(text: string): boolean {
	return /^[\x20-\x7e]*$/.test(text);
}

/**
 * Of several items of one person in a program one is kept: the one that ranks highest, of equal ones
 * the first.
 * @param whose names the person, e.g. by the address; undefined = nobody else's
 */
export function dropDuplicates(
	people: readonly Person[],
	whose: (person: Person) => string | undefined,
	words?: { message: string; repair: string },
): void {
	const seen = new Set<string>();
	// The sort is stable, so the first of equal ones stays first.
	for (const person of [...alive(people)].sort((one, other) => other.rank - one.rank)) {
		const name = whose(person);
		if (name === undefined) continue;
		const key = JSON.stringify([person.part?.program.id, name]);
		if (seen.has(key)) person.skip('duplicate', words);
		else seen.add(key);
	}
}

/** Before Marketo is asked: by lead ID, else by address. */
export function whoseItem({ input: { leadId, email } }: Person): string {
	return leadId === null ? email : String(leadId);
}

/** Once Marketo has said who is who. */
export function whoseLead({ lead }: Person): string | undefined {
	return lead?.id === null || lead === null ? undefined : String(lead.id);
}
