import { unless } from '../../../shared/transport/unless';
import type { AdobeClient } from '../request';
import { rowsOf } from '../rows';
import { isHidden, toldCode } from '../told';
import { childOf, type XmlElement } from '../../xml/element';

/** Recordings, and what conversions made of them; a repeated filter takes either. */
const ICONS = [
	['filter-icon', 'archive'],
	['filter-icon', 'mp4-archive'],
] as const;

const WHAT = 'the list of recordings';

/**
 * The recordings of a room with the state of their conversions. A server before 9.1 does not know the
 * action, and some users may read the room but not this; then what lies in the room has to do.
 * https://helpx.adobe.com/adobe-connect/webservices/list-recordings.html
 * https://helpx.adobe.com/adobe-connect/webservices/get-meeting-archives.html
 */
export async function getRecordings(client: AdobeClient, roomId: string): Promise<XmlElement[]> {
	const listed = await unless(
		(error) => isHidden(error) || toldCode(error, 'invalid') || toldCode(error, 'internal-error'),
		allOf(
			rowsOf(client, {
				action: 'list-recordings',
				parameters: [['folder-id', roomId]],
				path: ['recordings', 'sco'],
				sortBy: 'sco-id',
				what: WHAT,
			}),
		),
	);
	return (
		listed ??
		(await allOf(
			rowsOf(client, {
				action: 'sco-contents',
				parameters: [['sco-id', roomId], ...ICONS],
				path: ['scos', 'sco'],
				sortBy: 'sco-id',
				what: WHAT,
			}),
		))
	);
}

/**
 * The recordings in a folder and everything below it, rooms included.
 * https://helpx.adobe.com/adobe-connect/webservices/sco-expanded-contents.html
 * @param since ISO 8601 UTC; what began before is left out; empty = no bound
 */
export function recordingsBelow(
	client: AdobeClient,
	folderId: string,
	since: string,
): AsyncGenerator<XmlElement, void, undefined> {
	return rowsOf(client, {
		action: 'sco-expanded-contents',
		parameters: [
			['sco-id', folderId],
			...ICONS,
			['filter-gte-date-begin', since === '' ? undefined : since],
		],
		path: ['expanded-scos', 'sco'],
		sortBy: 'sco-id',
		what: WHAT,
	});
}

/**
 * The events below a folder; each names its room (`source-sco-id`).
 * https://helpx.adobe.com/adobe-connect/webservices/sco-expanded-contents.html
 */
export function eventsBelow(
	client: AdobeClient,
	folderId: string,
): AsyncGenerator<XmlElement, void, undefined> {
	return rowsOf(client, {
		action: 'sco-expanded-contents',
		parameters: [
			['sco-id', folderId],
			['filter-type', 'event'],
		],
		path: ['expanded-scos', 'sco'],
		sortBy: 'sco-id',
		what: 'the list of events',
	});
}

/**
 * How often something was opened, and when last; not by whom.
 * https://helpx.adobe.com/adobe-connect/webservices/report-sco-views.html
 */
export async function getViews(client: AdobeClient, scoId: string): Promise<XmlElement> {
	const parameters = [['sco-id', scoId]] as const;
	const what = 'the view counts of the recording';
	return childOf(
		await client.call({ action: 'report-sco-views', parameters, what }),
		'report-sco-views',
	);
}

/**
 * Lets everybody who has the link watch a recording. The answer says `ok` whatever came of it: read
 * the permission back.
 * https://helpx.adobe.com/adobe-connect/webservices/permissions-update.html
 */
export async function openToPublic(client: AdobeClient, scoId: string): Promise<void> {
	await client.call({
		action: 'permissions-update',
		parameters: [
			['acl-id', scoId],
			['principal-id', 'public-access'],
			['permission-id', 'view'],
		],
		write: 'setPermission',
		what: 'to make the recording public',
	});
}

async function allOf(rows: AsyncIterable<XmlElement>): Promise<XmlElement[]> {
	const all: XmlElement[] = [];
	for await (const row of rows) all.push(row);
	return all;
}
