import type { IDataObject } from 'n8n-workflow';

import type { Registrant } from '../../shared/model/registrant';
import { reportOf, withAddresses } from '../actions/registrant/list';
import { findWebinar, type FoundWebinar } from '../actions/webinars/find';
import type { EventPerson } from '../mapping/eventReport';
import { permissionOf, toPermitted, toRegistrant, type Permitted } from '../mapping/permitted';
import { principalsWith } from '../transport/endpoints/people';
import type { AdobeClient } from '../transport/request';
import { timeOf } from '../xml/element';
import { triggerItem } from './item';
import type { Look, Looked } from './look';
import { STATUSES, type AddedStatus, type Settings } from './settings';
import type { Place } from './turn';

/** So that an execution stays of a size that n8n can handle; the others come at the next poll. */
const MOST_AT_ONCE = 10_000;

/**
 * People who have registered since: who has a permission on the event or the room and is not known yet.
 * At the first look at a webinar nobody is known; then the event's report tells who is new, and in a room,
 * where nothing tells, nobody is, unless the room itself is new.
 */
export async function lookForRegistrants(
	client: AdobeClient,
	{ webinarId, kind }: Place,
	look: Look,
): Promise<Looked> {
	const { settings, people: before, from } = look;
	const isFirst = before === undefined;
	const known = new Set(before);
	const all = await registered(client, webinarId, settings.statuses);
	const unknown = all.filter(({ principalId }) => !known.has(principalId));
	if (unknown.length === 0) return { items: [], known: [], people: known };
	const found = await findWebinar(client, { scoId: webinarId });
	const report = await reportOf(client, found, unknown.length);
	const isNew = ({ principalId }: Permitted): boolean =>
		!isFirst || isSince(report.get(principalId)?.registeredAt, from) || isRoomNew();
	const isRoomNew = (): boolean =>
		kind !== 'event' && isSince(timeOf(found.sco, 'date-created'), from);
	const added = unknown.filter(isNew);
	const now = added.slice(0, MOST_AT_ONCE);
	const left = new Set(added.slice(MOST_AT_ONCE));
	for (const one of all) if (!left.has(one)) known.add(one.principalId);
	const registrants = now.map((one) => toAdded(one, report.get(one.principalId)));
	const items = (await withAddresses(client, registrants))
		.sort(byTime)
		.map((one) => itemOf(one, found, settings));
	return { items, known: [], people: known };
}

/** Who is registered, of these statuses; presenters and hosts are not. */
async function registered(
	client: AdobeClient,
	aclId: string,
	statuses: readonly AddedStatus[],
): Promise<Permitted[]> {
	const wanted = (statuses.length === 0 ? STATUSES : statuses).map(permissionOf);
	const people = new Map<string, Permitted>();
	for await (const row of principalsWith(client, aclId, wanted, 'the list of registrants')) {
		const one = toPermitted(row);
		if (one !== undefined && wanted.includes(one.permission)) people.set(one.principalId, one);
	}
	return [...people.values()];
}

/** The answers come along: they are few, and of this person alone. */
function toAdded(permitted: Permitted, person: EventPerson | undefined): Registrant {
	const answers = person?.registrationAnswers ?? {};
	return toRegistrant(permitted, {
		registeredAt: person?.registeredAt ?? null,
		...(Object.keys(answers).length > 0 && { answers }),
	});
}

function itemOf(added: Registrant, { webinar }: FoundWebinar, settings: Settings): IDataObject {
	const registrant = settings.joinLinks.withLink(added, webinar, '');
	const { registrantId, registeredAt, status } = registrant;
	const part = { registrationStatus: status, registrant };
	return triggerItem(settings.event, webinar, registrantId, registeredAt, part);
}

function isSince(time: string | null | undefined, from: number): boolean {
	return Date.parse(time ?? '') >= from;
}

function byTime(one: Registrant, other: Registrant): number {
	return (one.registeredAt ?? '').localeCompare(other.registeredAt ?? '');
}
