import type { Run } from '../../../../shared/registrants/door';
import { groupedBy } from '../../../../shared/model/groups';
import { openOnes } from '../../../../shared/registrants/person';
import { siftNamed } from '../../../../shared/registrants/subject';
import { partOf, toRegistrant, type Permitted } from '../../../mapping/permitted';
import type { AdobeClient } from '../../../transport/request';
import { AdobeDoor } from '../../people/door';
import { lookUp, permittedAmong } from '../../people/lookUp';
import { findChosen } from '../../people/webinarOf';
import type { AdobeSubject } from './subject';

/** Subjects of one event or room. */
export interface KnownTarget {
	door: AdobeDoor;
	/** The seminar session that was chosen; empty = none. */
	occurrenceId: string;
	people: AdobeSubject[];
}

/**
 * Works on those of whom nothing is told yet, by webinar and what else tells calls apart.
 * @param apart e.g. what is to be done with them
 */
export async function forEachTarget(
	run: Run,
	client: AdobeClient,
	people: readonly AdobeSubject[],
	apart: (person: AdobeSubject) => string,
	work: (target: KnownTarget) => Promise<void>,
): Promise<void> {
	for (const webinar of groupedBy(openOnes(people), ({ choice }) => choice)) {
		const { choice } = webinar[0]!;
		if (choice === null) continue;
		const read = await run.attempt(async () => await findChosen(client, choice));
		if (!read.ok) {
			for (const person of webinar) person.refuse(read.error);
			continue;
		}
		const { found, occurrenceId } = read.value;
		const door = new AdobeDoor(run, client, found);
		for (const group of groupedBy(webinar, apart)) {
			await work({ door, occurrenceId, people: group });
		}
	}
}

/**
 * Looks people up on the event or the room, and leaves out those whom an earlier item named. Who presents is
 * told so: nothing here takes that from them.
 * @param missing told of those who have no permission
 */
export async function lookUpKnown(
	{ door, people }: KnownTarget,
	missing: (person: AdobeSubject) => void,
): Promise<void> {
	const read = await door.attempt(async () => await permittedOf(door, people));
	if (!read.ok) {
		for (const person of people) person.refuse(read.error);
		return;
	}
	const { value } = read;
	const isKnown = (person: AdobeSubject): boolean => {
		const permitted = value.get(person.id || person.email);
		if (permitted === undefined) return false;
		const facts = person.email === '' ? {} : { email: person.email };
		person.registrant = toRegistrant(permitted, facts);
		return true;
	};
	siftNamed(people, isKnown, missing);
	for (const person of openOnes(people)) {
		const part = partOf(value.get(person.id || person.email)?.permission ?? '');
		if (part === null) continue;
		person.registrant = null;
		person.skip(part, PRESENTS);
	}
}

const PRESENTS = {
	message: 'The person is a presenter or a host of the webinar, not a registrant',
	repair: 'To take that away, use Remove of the resource Presenter',
};

/** By principal-id and by address. */
async function permittedOf(
	{ client, aclId }: AdobeDoor,
	people: readonly AdobeSubject[],
): Promise<Map<string, Permitted>> {
	const ids = people.map(({ id }) => id).filter((id) => /^\d{1,18}$/.test(id));
	const emails = [...new Set(people.map(({ email }) => email))].filter((email) => email !== '');
	const byId = await permittedAmong(client, aclId, 'principal-id', ids);
	const byEmail = await lookUp(client, aclId, emails, 'users');
	return new Map([
		...byId.map((one): [string, Permitted] => [one.principalId, one]),
		...[...byEmail].flatMap(([email, { permitted }]): Array<[string, Permitted]> =>
			permitted === undefined ? [] : [[email, permitted]],
		),
	]);
}
