import { unless } from '../../../shared/transport/unless';
import type { WebinarKind, AdobeWebinar } from '../../mapping/webinar';
import { toEvents, toMeetings, toSeminars } from '../../mapping/webinarRows';
import { isWithin, toFilters, type Scope } from '../../mapping/webinarScope';
import {
	expandedContentsOf,
	getFolderIds,
	getMyEvents,
	type Filters,
} from '../../transport/endpoints/scos';
import type { AdobeClient } from '../../transport/request';
import { allRows } from '../../transport/rows';
import { isHidden } from '../../transport/told';
import { attributeOf, type XmlElement } from '../../xml/element';

type Folders = ReadonlyMap<string, string>;

/**
 * Webinars of the account, as far as the user of the credential sees them: events, seminars (one per
 * session) and meetings, without an order. Where events are listed, the rooms in which they take place are not
 * listed beside them.
 * @param scopes the kinds that are wanted, and which of each
 */
export async function listWebinars(
	client: AdobeClient,
	scopes: Partial<Record<WebinarKind, Scope>>,
): Promise<AdobeWebinar[]> {
	return (await listWithRooms(client, scopes)).map(({ webinar }) => webinar);
}

/** The same with the sco-id of the room that each takes place in; empty when nobody tells. */
export async function listWithRooms(
	client: AdobeClient,
	scopes: Partial<Record<WebinarKind, Scope>>,
): Promise<Array<{ webinar: AdobeWebinar; roomId: string }>> {
	const folders = await getFolderIds(client);
	const account = await client.session();
	// Whatever their date, the rooms of all events are told from meetings by them.
	const ofEvents = scopes.meeting || scopes.seminar ? {} : scopes.event;
	const events = scopes.event && ofEvents ? await readEvents(client, folders, ofEvents) : [];
	const seminars = scopes.seminar ? await readSeminars(client, folders) : [];
	const meetings = scopes.meeting ? await readMeetings(client, folders, scopes.meeting) : [];
	const rooms = new Map(
		events.map((row) => [attributeOf(row, 'sco-id'), attributeOf(row, 'source-sco-id')]),
	);
	const left = {
		behindEvents: new Set(rooms.values()),
		templateFolders: new Set(
			['shared-meeting-templates', 'my-meeting-templates'].map((type) => folders.get(type) ?? ''),
		),
	};
	const listed = [
		...toEvents(events, account),
		...toSeminars(seminars, account, left),
		...toMeetings(meetings, account, left),
	];
	return listed
		.filter((webinar) => isWithin(webinar, scopes[webinar.kind] ?? {}))
		.map((webinar) => {
			const { kind, webinarId } = webinar;
			return { webinar, roomId: kind === 'event' ? (rooms.get(webinarId) ?? '') : webinarId };
		});
}

/** Shared events and those of all users; who has no such folders gets their own. */
async function readEvents(
	client: AdobeClient,
	folders: Folders,
	scope: Scope,
): Promise<XmlElement[]> {
	const filters: Filters = [['filter-type', 'event'], ...toFilters(scope, false)];
	const found = await readTrees(client, folders, ['events', 'user-events', 'my-events'], filters);
	return found ?? (await getMyEvents(client));
}

/** Few, as licences are; a filter by date would leave the rooms out. */
async function readSeminars(client: AdobeClient, folders: Folders): Promise<XmlElement[]> {
	const filters: Filters = [
		['filter-type', 'meeting'],
		['filter-type', 'seminarsession'],
	];
	return (await readTrees(client, folders, ['seminars'], filters)) ?? [];
}

async function readMeetings(
	client: AdobeClient,
	folders: Folders,
	scope: Scope,
): Promise<XmlElement[]> {
	const filters: Filters = [['filter-type', 'meeting'], ...toFilters(scope, true)];
	const trees = ['meetings', 'user-meetings', 'my-meetings'];
	return (await readTrees(client, folders, trees, filters)) ?? [];
}

/**
 * What lies in these folders and deeper, each object once.
 * @param types of the folders; `my-…` is only read where the folder of all users is hidden
 * @returns undefined when none of the folders is there or may be seen
 */
async function readTrees(
	client: AdobeClient,
	folders: Folders,
	types: readonly string[],
	filters: Filters,
): Promise<XmlElement[] | undefined> {
	const found = new Map<string, XmlElement>();
	let isAny = false;
	let hasUsers = false;
	for (const type of types) {
		const folderId = folders.get(type);
		if (folderId === undefined || (type.startsWith('my-') && hasUsers)) continue;
		const rows = await unless(
			isHidden,
			allRows(expandedContentsOf(client, folderId, filters, WHAT)),
		);
		if (rows === undefined) continue;
		isAny = true;
		hasUsers ||= type.startsWith('user-');
		for (const row of rows) found.set(attributeOf(row, 'sco-id'), row);
	}
	return isAny ? [...found.values()] : undefined;
}

const WHAT = 'the list of webinars';
