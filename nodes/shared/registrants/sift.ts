import type { Candidate } from './candidate';
import { problemOf } from './contact';
import { BAD_EMAIL, openOnes } from './person';

/** Leaves out whom nobody could register, whatever the webinar. */
export function siftByItem(people: readonly Candidate[]): void {
	for (const person of openOnes(people)) {
		const reason = problemOf(person.contact);
		if (reason === 'missingFirstName') person.fail(reason);
		else if (reason === 'noEmail') person.skip(reason, NO_EMAIL);
		else if (reason !== null) person.skip(reason, BAD_EMAIL);
	}
}

const NO_EMAIL = {
	message: 'The item has no email address',
	repair: 'Map Email to a field that is always filled, then run again',
};

/**
 * The first of several items with the same address counts.
 * @param what they all register for, as the end of "came more than once for …"
 */
export function siftDuplicates(people: readonly Candidate[], what: string): void {
	const seen = new Set<string>();
	for (const person of openOnes(people)) {
		if (seen.has(person.email)) {
			const message = `The same address came more than once for ${what}; the first one was used`;
			person.skip('duplicate', { message, repair: '' });
		} else seen.add(person.email);
	}
}
