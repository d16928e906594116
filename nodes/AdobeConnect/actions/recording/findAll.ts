import { unless } from '../../../shared/transport/unless';
import { planOfRecording } from '../../mapping/recordedRuns';
import type { AdobeFile, AdobeSession } from '../../mapping/recording';
import type { AdobeWebinar } from '../../mapping/webinar';
import type { AdobeClient } from '../../transport/request';
import { attributeOf, timeOf, type XmlElement } from '../../xml/element';
import { findWebinar, type FoundWebinar } from '../webinars/find';
import { bareWebinar } from './bare';
import { ChosenRuns, type Room } from './chosen';
import { toSession } from './find';
import { isNoWebinar, readRecordings, readRuns } from './rooms';
import { allRecordings, eventsByRoom } from './trees';

/** A webinar with what there is in its room. */
interface Known {
	webinar: FoundWebinar;
	room: Room;
}

/**
 * The webinars behind recordings, each read once. A recording lies in its room, or names it where it
 * was moved elsewhere; an event is known by its room.
 */
export class WebinarsOfRecordings {
	private readonly rooms = new Map<string, Promise<Known | undefined>>();

	private readonly events = new Map<string, Promise<FoundWebinar | undefined>>();

	private byRoom: Promise<Map<string, XmlElement[]>> | undefined;

	constructor(private readonly client: AdobeClient) {}

	/**
	 * The recording as its room lists it, and the webinar that it is of; undefined when its room does not
	 * list it, e.g. a conversion that has failed.
	 */
	async of(file: AdobeFile): Promise<{ file: AdobeFile; webinar: AdobeWebinar } | undefined> {
		const known = await this.roomOf(file);
		if (known === undefined) {
			const webinar = await this.unknown(file.sourceId || file.folderId);
			return { file, webinar: { ...webinar, topic: file.name } };
		}
		const { room, webinar } = known;
		const event = await this.eventOf(webinar.roomId, file);
		const chosen = new ChosenRuns(event ?? webinar, room, { sessionId: '', allRuns: true });
		// Only the room's own list tells how far a conversion is.
		const listed = room.files.find(({ key }) => key === file.key);
		if (listed === undefined && file.folderId === webinar.roomId) return undefined;
		return { file: listed ?? file, webinar: chosen.webinarOf(file) };
	}

	/** A webinar whose recording is gone, as far as it can still be read. */
	async named(webinarId: string): Promise<AdobeWebinar> {
		const found = await unless(isNoWebinar, findWebinar(this.client, { scoId: webinarId }));
		return found?.webinar ?? (await this.unknown(webinarId));
	}

	async unknown(webinarId: string): Promise<AdobeWebinar> {
		return bareWebinar(await this.client.session(), webinarId);
	}

	private async roomOf({ folderId, sourceId }: AdobeFile): Promise<Known | undefined> {
		for (const scoId of new Set([folderId, sourceId])) {
			if (scoId === '') continue;
			const known = this.rooms.get(scoId) ?? this.readRoom(scoId);
			this.rooms.set(scoId, known);
			const room = await known;
			if (room !== undefined) return room;
		}
		return undefined;
	}

	private async readRoom(scoId: string): Promise<Known | undefined> {
		const webinar = await unless(isNoWebinar, findWebinar(this.client, { scoId }));
		if (webinar === undefined) return undefined;
		const runs = await readRuns(this.client, webinar.roomId);
		return { webinar, room: { runs, files: await readRecordings(this.client, webinar.roomId) } };
	}

	/** The event that was held in the room when the recording was made. */
	private async eventOf(roomId: string, file: AdobeFile): Promise<FoundWebinar | undefined> {
		this.byRoom ??= eventsByRoom(this.client);
		const events = ((await this.byRoom).get(roomId) ?? []).map((row) => ({
			eventId: attributeOf(row, 'sco-id'),
			scheduledStartTime: timeOf(row, 'date-begin'),
			scheduledEndTime: timeOf(row, 'date-end'),
		}));
		const event = planOfRecording(events, file);
		if (event === undefined) return undefined;
		const { eventId } = event;
		const found =
			this.events.get(eventId) ?? unless(isNoWebinar, findWebinar(this.client, { scoId: eventId }));
		this.events.set(eventId, found);
		return await found;
	}
}

/**
 * The recordings of all webinars that began within a time range, oldest first.
 * @param isWanted what is not, only has to be known to be there; nothing further is asked about it
 * @param from epoch milliseconds
 * @param to epoch milliseconds, not included
 */
export async function findOfAll(
	client: AdobeClient,
	webinars: WebinarsOfRecordings,
	isWanted: (file: AdobeFile) => boolean,
	from: number,
	to: number,
): Promise<AdobeSession[]> {
	const sessions: AdobeSession[] = [];
	for (const file of await allRecordings(client, from, to)) {
		if (isWanted(file)) {
			const of = await webinars.of(file);
			if (of !== undefined) sessions.push(toSession(of.file, of.webinar));
		} else {
			sessions.push(toSession(file, await webinars.unknown(file.folderId)));
		}
	}
	return sessions;
}
