import { addToGroup } from '../../../shared/model/groups';
import { unless } from '../../../shared/transport/unless';
import { toFiles } from './rooms';
import type { AdobeFile } from '../../mapping/recording';
import { eventsBelow, recordingsBelow } from '../../transport/endpoints/recordings';
import { getShortcuts } from '../../transport/endpoints/scos';
import { adobeError } from '../../transport/errors';
import type { AdobeClient } from '../../transport/request';
import { isHidden } from '../../transport/told';
import { attributeOf, type XmlElement } from '../../xml/element';

/** Where rooms and recordings lie: shared folders, people's own, and what was moved to the library. */
const WITH_RECORDINGS: ReadonlySet<string> = new Set([
	'content',
	'forced-archives',
	'meetings',
	'my-content',
	'my-meetings',
	'seminars',
	'user-content',
	'user-meetings',
]);

const WITH_EVENTS: ReadonlySet<string> = new Set(['events', 'my-events', 'user-events']);

/**
 * All recordings that the user may read, oldest first, each once.
 * @param from epoch milliseconds; -Infinity = no bound
 * @param to epoch milliseconds, not included
 * @throws VendorError when the user may read none of the folders
 */
export async function allRecordings(
	client: AdobeClient,
	from: number,
	to: number,
): Promise<AdobeFile[]> {
	const since = Number.isFinite(from) ? new Date(from).toISOString() : '';
	const rows = await below(client, WITH_RECORDINGS, (folderId) =>
		recordingsBelow(client, folderId, since),
	);
	if (rows === undefined) throw nothingReadable();
	return toFiles(rows).filter(({ startTime }) => {
		const start = Date.parse(startTime ?? '');
		return !(start < from || start >= to);
	});
}

/** All events that the user may read, by the sco-id of their room; none where there are no events. */
export async function eventsByRoom(client: AdobeClient): Promise<Map<string, XmlElement[]>> {
	const events = new Map<string, XmlElement[]>();
	const seen = new Set<string>();
	for (const row of (await below(client, WITH_EVENTS, (id) => eventsBelow(client, id))) ?? []) {
		const roomId = attributeOf(row, 'source-sco-id');
		const eventId = attributeOf(row, 'sco-id');
		if (roomId === '' || seen.has(eventId)) continue;
		seen.add(eventId);
		addToGroup(events, roomId, row);
	}
	return events;
}

/** What the folders hold; undefined when the user may read none of them. */
async function below(
	client: AdobeClient,
	types: ReadonlySet<string>,
	read: (folderId: string) => AsyncIterable<XmlElement>,
): Promise<XmlElement[] | undefined> {
	const shortcuts = (await getShortcuts(client)).filter((folder) =>
		types.has(attributeOf(folder, 'type')),
	);
	const all: XmlElement[] = [];
	let readable = false;
	for (const folderId of new Set(shortcuts.map((folder) => attributeOf(folder, 'sco-id')))) {
		const rows = await unless(isHidden, collect(read(folderId)));
		readable ||= rows !== undefined;
		for (const row of rows ?? []) all.push(row);
	}
	return readable ? all : undefined;
}

async function collect(rows: AsyncIterable<XmlElement>): Promise<XmlElement[]> {
	const all: XmlElement[] = [];
	for await (const row of rows) all.push(row);
	return all;
}

function nothingReadable() {
	return adobeError({
		status: 200,
		code: 'no-access/denied',
		message: 'The user of the credential may read none of the folders of Adobe Connect',
		repair: 'Add this user to the group Administrators or Meeting Hosts in Adobe Connect',
		reason: 'permissionMissing',
		failure: { cause: 'configuration-invalid' },
	});
}
