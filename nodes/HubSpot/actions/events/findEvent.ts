import type { JsonObject } from '../../../shared/transport/json';
import { unless } from '../../../shared/transport/unless';
import type { OtherApps } from '../../descriptions/eventOptions';
import { momentOf, segment, type EventKey } from '../../mapping/event';
import { isSameDate } from '../../mapping/span';
import { isNotFound } from '../../transport/errors';
import { findEvents, findOwnEvents, type FoundEvent } from '../../transport/eventIdentifiers';
import { getEvent } from '../../transport/events';
import type { HubSpotClient } from '../../transport/request';

/** How HubSpot knows a webinar. */
export type KnownEvent =
	| { by: 'nobody' }
	/** Made by us. */
	| { by: 'us'; held: JsonObject }
	/** Made by another app. */
	| { by: 'other'; held: JsonObject; objectId: string; app: string };

export interface Sought {
	key: EventKey;
	webinarId: string;
	/** ISO 8601 UTC, empty when it is not told. */
	start: string;
}

/** Another app's event of the webinar, with what it holds. */
type OtherEvent = FoundEvent & { held: JsonObject };

/** Finds the marketing events of one run. */
export class EventFinder {
	private readonly others = new Map<string, Promise<OtherEvent[]>>();

	constructor(
		private readonly client: HubSpotClient,
		private readonly otherApps: OtherApps,
	) {}

	/**
	 * The event of a webinar: our own; and where there is none, the one that another app has made
	 * under the webinar ID, for which HubSpot is asked once per webinar. Of an occurrence only one of
	 * its date, because other apps may have one event for all.
	 */
	async find({ key, webinarId, start }: Sought): Promise<KnownEvent> {
		const own = await unless(isNotFound, getEvent(this.client, key));
		if (own !== undefined) return { by: 'us', held: own };
		if (this.otherApps === 'ignore') return { by: 'nobody' };
		const id = segment(webinarId);
		const asked = this.others.get(id) ?? this.findOthers(id);
		this.others.set(id, asked);
		const events = await asked;
		const isPart = key.externalEventId !== id;
		const wanted = momentOf(start);
		const meant = events.find(
			({ held }) => !isPart || isSameDate(momentOf(held.startDateTime), wanted),
		);
		return meant === undefined ? { by: 'nobody' } : { by: 'other', ...meant };
	}

	private async findOthers(webinarId: string): Promise<OtherEvent[]> {
		const found = await findEvents(this.client, webinarId);
		if (found.length === 0) return [];
		const own = await findOwnEvents(this.client, webinarId);
		const ownIds = new Set(own.map(({ objectId }) => objectId));
		const events: OtherEvent[] = [];
		for (const other of found.filter(({ objectId }) => !ownIds.has(objectId))) {
			const held = await unless(isNotFound, getEvent(this.client, { objectId: other.objectId }));
			if (held !== undefined) events.push({ ...other, held });
		}
		return events;
	}
}

/** What is said of an event that another app has made. */
export function reportOther({ app, objectId }: { app: string; objectId: string }): string {
	return `The app ${app} has a marketing event of this webinar already (record ID ${objectId}), so none was made beside it`;
}
