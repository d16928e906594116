import { explain } from '../../../shared/model/reasons';
import { unless } from '../../../shared/transport/unless';
import type { VendorError } from '../../../shared/transport/vendorError';
import { meantSession } from '../../mapping/seminarSession';
import { kindOf, toWebinar, type AdobeWebinar } from '../../mapping/webinar';
import type { WebinarKey } from '../../mapping/webinarLink';
import { contentsOf, getEvent, getSco, getScoByUrl } from '../../transport/endpoints/scos';
import { getPublicAccess } from '../../transport/endpoints/permissions';
import { adobeError } from '../../transport/errors';
import type { AdobeClient } from '../../transport/request';
import { isHidden } from '../../transport/told';
import { attributeOf, type XmlElement } from '../../xml/element';

/** One webinar with everything that operations ask about it. */
export interface FoundWebinar {
	webinar: AdobeWebinar;
	/** `<sco>` of the event or of the room. */
	sco: XmlElement;
	/** `<results>` of event-info; null for rooms. */
	event: XmlElement | null;
	/** Seminar sessions of a seminar room, as the server lists them. */
	sessions: XmlElement[];
	/** Permission of the public on the room, e.g. `view-hidden`; empty for events. */
	access: string;
	/** sco-id whose permissions say who is registered: the event, or the room. */
	aclId: string;
	/** sco-id of the room, which sessions, reports and recordings belong to; empty when nobody tells. */
	roomId: string;
}

/**
 * The webinar behind an ID or a link: an event, a seminar room, one session of it, or a meeting.
 * @param occurrenceId one seminar session; empty = the one that ended last, else the next one
 * @throws VendorError webinarNotFound, notAWebinar
 */
export async function findWebinar(
	client: AdobeClient,
	key: WebinarKey,
	occurrenceId = '',
): Promise<FoundWebinar> {
	const what = 'the webinar';
	const sco = await unless(
		isHidden,
		'scoId' in key ? getSco(client, key.scoId, what) : getScoByUrl(client, key.urlPath, what),
	);
	if (sco === undefined || attributeOf(sco, 'sco-id') === '') throw notFound(key);
	const kind = kindOf(sco);
	if (kind === 'event') return await event(client, sco);
	if (kind === 'session') {
		const folderId = attributeOf(sco, 'folder-id');
		const room = await unless(
			isHidden,
			getSco(client, folderId, 'the room of the seminar session'),
		);
		if (room === undefined) throw notFound(key);
		return await seminar(client, room, occurrenceId || attributeOf(sco, 'sco-id'));
	}
	if (kind === 'seminar') return await seminar(client, sco, occurrenceId);
	if (kind === 'meeting') return await meeting(client, sco);
	throw notAWebinar(sco);
}

async function event(client: AdobeClient, sco: XmlElement): Promise<FoundWebinar> {
	const scoId = attributeOf(sco, 'sco-id');
	const info = await getEvent(client, scoId, 'the event');
	const webinar = toWebinar({ kind: 'event', sco, event: info }, await client.session());
	const roomId = attributeOf(sco, 'source-sco-id');
	return { webinar, sco, event: info, sessions: [], access: '', aclId: scoId, roomId };
}

async function seminar(
	client: AdobeClient,
	sco: XmlElement,
	occurrenceId: string,
): Promise<FoundWebinar> {
	const scoId = attributeOf(sco, 'sco-id');
	const sessions: XmlElement[] = [];
	const filter = [['filter-type', 'seminarsession']] as const;
	for await (const row of contentsOf(client, scoId, filter, 'the sessions of the seminar')) {
		sessions.push(row);
	}
	const session = meantSession(sessions, occurrenceId, Date.now());
	if (session === undefined && occurrenceId !== '') throw notFound({ scoId: occurrenceId });
	const access = await getPublicAccess(client, scoId, 'the access to the room');
	const parts = { kind: 'seminar' as const, sco, session, access };
	const webinar = toWebinar(parts, await client.session());
	return { webinar, sco, event: null, sessions, access, aclId: scoId, roomId: scoId };
}

async function meeting(client: AdobeClient, sco: XmlElement): Promise<FoundWebinar> {
	const scoId = attributeOf(sco, 'sco-id');
	const access = await getPublicAccess(client, scoId, 'the access to the room');
	const webinar = toWebinar({ kind: 'meeting', sco, access }, await client.session());
	return { webinar, sco, event: null, sessions: [], access, aclId: scoId, roomId: scoId };
}

function notFound(key: WebinarKey): VendorError {
	const shown = 'scoId' in key ? `the ID ${key.scoId}` : `the address ${key.urlPath}`;
	return adobeError({
		status: 200,
		code: 'no-access/denied',
		message: `Adobe Connect has nothing with ${shown}, or the user of the credential may not see it`,
		repair:
			'Check the webinar and the account of the credential; the user needs permission for it, or must be in the group Administrators',
		reason: 'webinarNotFound',
	});
}

function notAWebinar(sco: XmlElement): VendorError {
	return adobeError({
		status: 200,
		code: '',
		message: `The ID belongs to something else in Adobe Connect (${attributeOf(sco, 'type') || 'unknown'})`,
		repair: `${explain('notAWebinar').repair}: an event, a seminar or a meeting`,
		reason: 'notAWebinar',
	});
}
