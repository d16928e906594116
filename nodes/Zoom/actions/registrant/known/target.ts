import type { Run } from '../../../../shared/registrants/door';
import { groupedBy } from '../../../../shared/model/groups';
import { openOnes } from '../../../../shared/registrants/person';
import { siftNamed } from '../../../../shared/registrants/subject';
import { concurrently } from '../../../../shared/transport/concurrently';
import { readDirectory, type LookUp } from '../directory';
import { WEBINARS_AT_ONCE, ZoomDoor } from '../door';
import type { ZoomSubject } from './subject';

/** Subjects of one webinar and occurrence. */
export interface KnownTarget {
	door: ZoomDoor;
	people: ZoomSubject[];
}

/**
 * Works on those of whom nothing is told yet, by webinar, occurrence and what else tells calls apart.
 * Groups of the same webinar come one after the other, because they may mean the same person.
 * @param apart e.g. what is to be done with them
 */
export async function forEachTarget(
	run: Run,
	people: readonly ZoomSubject[],
	apart: (person: ZoomSubject) => string,
	work: (target: KnownTarget) => Promise<void>,
): Promise<void> {
	const webinars = groupedBy(openOnes(people), ({ webinarId }) => webinarId);
	await concurrently(webinars, WEBINARS_AT_ONCE, async (webinar) => {
		for (const group of groupedBy(webinar, (one) => [one.occurrenceId, apart(one)])) {
			const { webinarId, occurrenceId } = group[0]!;
			const occurrenceIds = occurrenceId === '' ? [] : [occurrenceId];
			await work({ door: new ZoomDoor(run, webinarId, occurrenceIds), people: group });
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
	missing: (person: ZoomSubject) => void,
): Promise<boolean> {
	const read = await readDirectory(door, lookUp, people.length);
	if (!read.ok) {
		for (const person of people) person.refuse(read.error);
		return false;
	}
	const { complete } = read.value;
	siftNamed(people, (person) => person.isIn(read.value) || !complete, missing);
	return complete;
}
