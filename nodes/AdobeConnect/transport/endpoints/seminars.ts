import { unless } from '../../../shared/transport/unless';
import type { AdobeClient } from '../request';
import { isHidden } from '../told';
import { childOf, childrenOf, type XmlElement } from '../../xml/element';

/**
 * Seminar licences, each a folder: those of the account, and those of single users. A user who may see
 * only the one or the other gets that.
 * @throws VendorError when neither may be seen
 * @param seminarsId sco-id of the shortcut `seminars`
 * https://helpx.adobe.com/adobe-connect/webservices/sco-seminar-licenses-list.html
 */
export async function getLicences(client: AdobeClient, seminarsId: string): Promise<XmlElement[]> {
	const own = await unless(
		isHidden,
		licences(client, [
			['sco-id', seminarsId],
			['user-webinar-selected', 'true'],
		]),
	);
	const asked = licences(client, [['sco-id', seminarsId]]);
	const shared = own === undefined ? await asked : await unless(isHidden, asked);
	return [...(shared ?? []), ...(own ?? [])];
}

async function licences(
	client: AdobeClient,
	parameters: ReadonlyArray<readonly [string, string]>,
): Promise<XmlElement[]> {
	const what = 'the list of seminar licences';
	const answer = await client.call({ action: 'sco-seminar-licenses-list', parameters, what });
	return [
		...childrenOf(answer, 'seminar-licenses', 'sco'),
		...childrenOf(answer, 'user-webinar-licenses', 'sco'),
	];
}

/**
 * Makes a session without dates in a seminar room.
 * @returns `<sco>` as it was made
 * https://helpx.adobe.com/adobe-connect/webservices/sco-update.html
 */
export async function createSession(
	client: AdobeClient,
	roomId: string,
	name: string,
): Promise<XmlElement> {
	const answer = await client.call({
		action: 'sco-update',
		parameters: [
			['folder-id', roomId],
			['type', 'seminarsession'],
			['name', name],
		],
		write: 'createSeminarSession',
		what: 'the new session of the seminar',
	});
	return childOf(answer, 'sco');
}

/**
 * Sets name and times of a session; another one of the same licence at that time is refused with
 * `session-schedule-conflict`. Nothing comes back: read it with sco-info.
 * @param start and end ISO 8601 with an offset
 * https://helpx.adobe.com/adobe-connect/webservices/seminar-session-sco-update.html
 */
export async function scheduleSession(
	client: AdobeClient,
	{ roomId, sessionId }: { roomId: string; sessionId: string },
	{ name, start, end }: { name: string; start: string; end: string },
): Promise<void> {
	await client.call({
		action: 'seminar-session-sco-update',
		parameters: [
			['sco-id', sessionId],
			['parent-acl-id', roomId],
			['source-sco-id', roomId],
			['name', name],
			['date-begin', start],
			['date-end', end],
		],
		write: 'scheduleSeminarSession',
		what: 'the times of the seminar session',
	});
}
