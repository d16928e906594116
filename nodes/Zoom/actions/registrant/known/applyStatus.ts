import { openOnes } from '../../../../shared/registrants/person';
import {
	hasStatus,
	siftByStatus,
	STATUS_WORDS,
	type StatusAction,
} from '../../../../shared/registrants/statusChange';
import { isMissing } from '../../../../shared/registrants/subject';
import { concurrently } from '../../../../shared/transport/concurrently';
import { toRegistrant } from '../../../mapping/registrant';
import { getRegistrant, registrantPages } from '../../../transport/endpoints/registrants';
import { CALLS_AT_ONCE, changeStatus } from '../changeStatus';
import type { ZoomDoor } from '../door';
import type { ZoomSubject } from './subject';
import { lookUpKnown, type KnownTarget } from './target';

/** Gives the people of one webinar a status; those who have it already are not sent. */
export async function applyStatus(target: KnownTarget, action: StatusAction): Promise<void> {
	const { door, people } = target;
	const words = STATUS_WORDS[action];
	const listed = await lookUpKnown(target, 'auto', isMissing);
	siftByStatus(people, words);
	const changed: ZoomSubject[] = [];
	await changeStatus(door, action, openOnes(people), {
		done(person, via) {
			hasStatus(person, words, via);
			changed.push(person);
		},
		refused: (person, error) => person.refuse(error),
	});
	if (action === 'approve') await addLinks(door, changed, listed);
}

/**
 * Only Zoom knows the join links of those who have just been let in. A list that was worth reading
 * before is read again, else each person; what Zoom does not show undoes nothing.
 */
async function addLinks(
	door: ZoomDoor,
	people: readonly ZoomSubject[],
	listed: boolean,
): Promise<void> {
	const { context, webinarId, occurrenceId, run } = door;
	if (people.length === 0) return;
	if (listed) {
		const wanted = new Map(people.map((person) => [person.key.id, person]));
		await run.attempt(async () => {
			for await (const page of registrantPages(context, webinarId, 'approved', occurrenceId)) {
				for (const row of page) {
					const registrant = toRegistrant(row, false);
					const person = wanted.get(registrant.registrantId);
					if (person !== undefined) person.registrant = registrant;
				}
			}
		});
		return;
	}
	await concurrently(people, CALLS_AT_ONCE, async (person) => {
		const { id } = person.key;
		if (id === undefined) return;
		const read = await run.attempt(
			async () => await getRegistrant(context, webinarId, id, occurrenceId),
		);
		if (read.ok) person.registrant = toRegistrant(read.value, false);
	});
}
