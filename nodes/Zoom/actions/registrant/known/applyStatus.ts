import type { RegistrantStatus } from '../../../../shared/model/registrant';
import { concurrently } from '../../../../shared/transport/concurrently';
import { toRegistrant } from '../../../mapping/registrant';
import { getRegistrant, registrantPages } from '../../../transport/endpoints/registrants';
import type { StatusAction } from '../../../transport/endpoints/registrantWrites';
import { CALLS_AT_ONCE, changeStatus } from '../changeStatus';
import type { Door } from '../door';
import { openOnes } from '../person';
import type { Subject } from './subject';
import { isMissing, lookUpKnown, type KnownTarget } from './target';

interface Words {
	/** What the outcome calls it. */
	action: string;
	status: RegistrantStatus;
	/** Statuses with which nothing is left to do; Zoom lists the cancelled among the denied. */
	already: readonly RegistrantStatus[];
	message: string;
}

const WORDS: Record<StatusAction, Words> = {
	approve: { action: 'approved', status: 'approved', already: ['approved'], message: 'Approved' },
	deny: { action: 'denied', status: 'denied', already: ['denied', 'cancelled'], message: 'Denied' },
	cancel: {
		action: 'cancelled',
		status: 'cancelled',
		already: ['denied', 'cancelled'],
		message: 'Cancelled',
	},
};

/** Gives the people of one webinar a status; those who have it already are not sent. */
export async function applyStatus(target: KnownTarget, action: StatusAction): Promise<void> {
	const { door, people } = target;
	const words = WORDS[action];
	const listed = await lookUpKnown(target, 'auto', isMissing);
	for (const person of openOnes(people)) {
		if (person.registrant === null || !words.already.includes(person.registrant.status)) continue;
		person.unchanged(null, 'The registrant had this status already');
	}
	const changed: Subject[] = [];
	await changeStatus(door, action, openOnes(people), {
		done(person, via) {
			person.done(words.action, words.message, via);
			if (person.registrant !== null) {
				const { status } = words;
				person.registrant = { ...person.registrant, status, joinUrl: '', joinUrlIsPersonal: false };
			}
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
async function addLinks(door: Door, people: readonly Subject[], listed: boolean): Promise<void> {
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
