import { listWithRooms } from '../actions/webinars/list';
import type { Plan } from '../mapping/heldRuns';
import { kindOf, type WebinarKind } from '../mapping/webinar';
import type { WebinarKey } from '../mapping/webinarLink';
import { getSco, getScoByUrl } from '../transport/endpoints/scos';
import { adobeError } from '../transport/errors';
import type { AdobeClient } from '../transport/request';
import { attributeOf, timeOf, type XmlElement } from '../xml/element';
import type { Place, Watched } from './turn';

/**
 * All webinars of the account that the user of the credential may see, each once; the rooms of events
 * are not looked at beside them.
 * @param now epoch milliseconds
 * @param endsAfter epoch milliseconds: events that ended earlier are left out; rooms are used again and again
 */
export async function allWebinars(
	client: AdobeClient,
	kinds: readonly WebinarKind[],
	now: number,
	endsAfter: number,
): Promise<Watched[]> {
	const scopes = kinds.map((kind) => [kind, kind === 'event' ? { endsAfter } : {}] as const);
	const watched = new Map<string, Watched & { place: Place }>();
	for (const { webinar, roomId } of await listWithRooms(client, Object.fromEntries(scopes))) {
		const { webinarId: id, kind } = webinar;
		const plan = nearest(now, watched.get(id)?.place.plan, webinar);
		watched.set(id, { id, place: { webinarId: id, kind, roomId, occurrenceId: '', plan } });
	}
	return [...watched.values()];
}

/** Of two sessions of a seminar the one that ends next to a moment. */
function nearest(now: number, one: Plan | undefined, other: Plan): Plan {
	if (one === undefined) return other;
	const distance = ({ scheduledEndTime }: Plan): number =>
		Math.abs(Date.parse(scheduledEndTime ?? '') - now);
	return distance(other) < distance(one) ? other : one;
}

/** What was chosen, by ID or by link. */
export function chosenWebinars(keys: readonly WebinarKey[]): Watched[] {
	return keys.map((key) => ({ id: 'scoId' in key ? key.scoId : key.urlPath }));
}

/**
 * Where to look for what happens in a webinar.
 * @throws VendorError when it may not be seen, or is no webinar
 */
export async function placeOfWatched(client: AdobeClient, watched: Watched): Promise<Place> {
	if (watched.place !== undefined) return watched.place;
	const { id } = watched;
	const what = `the webinar ${id}`;
	const sco = await (id.startsWith('/') ? getScoByUrl(client, id, what) : getSco(client, id, what));
	const kind = kindOf(sco);
	if (kind === undefined) throw notAWebinar(id);
	return kind === 'session' ? placeOfSession(sco) : placeOf(sco, kind);
}

function placeOf(sco: XmlElement, kind: WebinarKind): Place {
	const webinarId = attributeOf(sco, 'sco-id');
	return {
		webinarId,
		kind,
		roomId: kind === 'event' ? attributeOf(sco, 'source-sco-id') : webinarId,
		occurrenceId: '',
		plan: planOf(sco),
	};
}

/** A session of a seminar lies in its room. */
function placeOfSession(session: XmlElement): Place {
	const roomId = attributeOf(session, 'folder-id');
	const occurrenceId = attributeOf(session, 'sco-id');
	return { webinarId: roomId, kind: 'seminar', roomId, occurrenceId, plan: planOf(session) };
}

function planOf(sco: XmlElement): Plan {
	return {
		scheduledStartTime: timeOf(sco, 'date-begin'),
		scheduledEndTime: timeOf(sco, 'date-end'),
	};
}

function notAWebinar(id: string) {
	return adobeError({
		status: 200,
		code: '',
		message: `${id} belongs to something else in Adobe Connect than a webinar`,
		repair: 'Choose events, seminars or meetings under Webinar Names or IDs',
		reason: 'notAWebinar',
	});
}
