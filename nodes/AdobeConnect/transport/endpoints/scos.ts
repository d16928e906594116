import type { AdobeClient } from '../request';
import { rowsOf } from '../rows';
import { attributeOf, childOf, childrenOf, type XmlElement } from '../../xml/element';

/** Names and values of a filter, e.g. `['filter-type', 'event']`; a repeated name means or. */
export type Filters = ReadonlyArray<readonly [string, string]>;

/** One object. https://helpx.adobe.com/adobe-connect/webservices/sco-info.html */
export async function getSco(
	client: AdobeClient,
	scoId: string,
	what: string,
): Promise<XmlElement> {
	return await oneSco(client, 'sco-info', ['sco-id', scoId], what);
}

/**
 * The object behind a link.
 * @param urlPath between slashes, e.g. `/r3wrt7zkrpg/`
 * https://helpx.adobe.com/adobe-connect/webservices/sco-by-url.html
 */
export async function getScoByUrl(
	client: AdobeClient,
	urlPath: string,
	what: string,
): Promise<XmlElement> {
	return await oneSco(client, 'sco-by-url', ['url-path', urlPath], what);
}

async function oneSco(
	client: AdobeClient,
	action: string,
	key: readonly [name: string, value: string],
	what: string,
): Promise<XmlElement> {
	return childOf(await client.call({ action, parameters: [key], what }), 'sco');
}

/** `<results>` of event-info: the event, and its time zone in `<preferences>`. */
export async function getEvent(
	client: AdobeClient,
	scoId: string,
	what: string,
): Promise<XmlElement> {
	return await client.call({ action: 'event-info', parameters: [['sco-id', scoId]], what });
}

/**
 * What lies in a folder or a room, not deeper.
 * https://helpx.adobe.com/adobe-connect/webservices/sco-contents.html
 */
export function contentsOf(
	client: AdobeClient,
	scoId: string,
	filters: Filters,
	what: string,
): AsyncGenerator<XmlElement, void, undefined> {
	return rowsOf(client, {
		action: 'sco-contents',
		parameters: [['sco-id', scoId], ...filters],
		path: ['scos', 'sco'],
		sortBy: 'sco-id',
		what,
	});
}

/**
 * The same with everything deeper; the folder itself is among the rows. Without filters it can be huge.
 * https://helpx.adobe.com/adobe-connect/webservices/sco-expanded-contents.html
 */
export function expandedContentsOf(
	client: AdobeClient,
	scoId: string,
	filters: Filters,
	what: string,
): AsyncGenerator<XmlElement, void, undefined> {
	return rowsOf(client, {
		action: 'sco-expanded-contents',
		parameters: [['sco-id', scoId], ...filters],
		path: ['expanded-scos', 'sco'],
		sortBy: 'sco-id',
		what,
	});
}

/**
 * The folders that the user of the credential has, by type: `events`, `seminars`, `meetings`,
 * `my-meetings`, `shared-meeting-templates`, … Those of groups that the user is not in are missing.
 * https://helpx.adobe.com/adobe-connect/webservices/sco-shortcuts.html
 */
export async function getShortcuts(client: AdobeClient): Promise<XmlElement[]> {
	const what = 'the list of its folders';
	return childrenOf(await client.call({ action: 'sco-shortcuts', what }), 'shortcuts', 'sco');
}

/** The same as sco-ids by type. */
export async function getFolderIds(client: AdobeClient): Promise<ReadonlyMap<string, string>> {
	const shortcuts = await getShortcuts(client);
	return new Map(shortcuts.map((sco) => [attributeOf(sco, 'type'), attributeOf(sco, 'sco-id')]));
}

/**
 * Events of the user of the credential alone; for users who have no folder of events. The answer has no
 * body at all when there are none.
 * https://helpx.adobe.com/adobe-connect/webservices/report-my-events.html
 */
export async function getMyEvents(client: AdobeClient): Promise<XmlElement[]> {
	const what = 'the list of your events';
	const answer = await client.call({ action: 'report-my-events', what, mayBeEmpty: true });
	return childrenOf(answer, 'my-events', 'event');
}

/**
 * Makes a meeting room or, in the folder of a licence, a seminar room.
 * @param fields e.g. `name`, `date-begin`, `source-sco-id`
 * @returns `<sco>` as it was made
 * https://helpx.adobe.com/adobe-connect/webservices/sco-update.html
 */
export async function createRoom(
	client: AdobeClient,
	folderId: string,
	fields: Filters,
): Promise<XmlElement> {
	const answer = await client.call({
		action: 'sco-update',
		parameters: [['folder-id', folderId], ['type', 'meeting'], ...fields],
		write: 'createRoom',
		what: 'the new room',
	});
	return childOf(answer, 'sco');
}

/** Changes what is given, nothing else. https://helpx.adobe.com/adobe-connect/webservices/sco-update.html */
export async function updateSco(
	client: AdobeClient,
	scoId: string,
	fields: Filters,
	what: string,
): Promise<void> {
	await client.call({
		action: 'sco-update',
		parameters: [['sco-id', scoId], ...fields],
		write: 'updateSco',
		what,
	});
}

/**
 * Deletes it with everything in it.
 * https://helpx.adobe.com/adobe-connect/webservices/sco-delete.html
 */
export async function deleteSco(client: AdobeClient, scoId: string, what: string): Promise<void> {
	await client.call({
		action: 'sco-delete',
		parameters: [['sco-id', scoId]],
		write: 'deleteSco',
		what,
	});
}
