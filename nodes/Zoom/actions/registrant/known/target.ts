import { explain } from '../../../../shared/model/reasons';
import { concurrently } from '../../../../shared/transport/concurrently';
import { readDirectory, type LookUp } from '../directory';
import { Door, type Run } from '../door';
import { groupedBy, WEBINARS_AT_ONCE } from '../groups';
import { openOnes } from '../person';
import type { Subject } from './subject';

/** Subjects of one webinar and occurrence. */
export interface KnownTarget {
	door: Door;
	people: Subject[];
}

/**
 * Works on those of whom nothing is told yet, by webinar, occurrence and what else tells calls apart.
 * Groups of the same webinar come one after the other, because they may mean the same person.
 * @param apart e.g. what is to be done with them
 */
export async function forEachTarget(
	run: Run,
	people: readonly Subject[],
	apart: (person: Subject) => string,
	work: (target: KnownTarget) => Promise<void>,
): Promise<void> {
	const webinars = groupedBy(openOnes(people), ({ webinarId }) => webinarId);
	await concurrently(webinars, WEBINARS_AT_ONCE, async (webinar) => {
		for (const group of groupedBy(webinar, (one) => [one.occurrenceId, apart(one)])) {
			const { webinarId, occurrenceId } = group[0]!;
			const occurrenceIds = occurrenceId === '' ? [] : [occurrenceId];
			await work({ door: new Door(run, webinarId, occurrenceIds), people: group });
		}
	});
}

/**
 * Looks people up among the registrants, as far as that is worth its calls, and leaves out those
 * whom an earlier item named.
 * @param missing told of those who are nowhere in the whole list
 * @returns whether the whole list was read; what is open then is in it
 */
export async function lookUpKnown(
	{ door, people }: KnownTarget,
	lookUp: LookUp,
	missing: (person: Subject) => void,
): Promise<boolean> {
	const read = await readDirectory(door, lookUp, people.length);
	if (!read.ok) {
		for (const person of people) person.refuse(read.error);
		return false;
	}
	const seen = new Set<string>();
	for (const person of people) {
		const known = person.isIn(read.value);
		const { id, email } = person.key;
		const name = id ?? email ?? '';
		if (seen.has(name)) person.skip('duplicate', TWICE);
		else if (!known && read.value.complete) missing(person);
		seen.add(name);
	}
	return read.value.complete;
}

const TWICE = {
	message: 'The same registrant came more than once; the first item was used',
	repair: '',
};

/** Nobody is registered with what the item names. */
export function isMissing(person: Subject): void {
	person.fail('registrantNotFound', explain('registrantNotFound'));
}
