import type { HubSpotAttendanceRecord, HubSpotEventState } from '../../contract';
import type { Kernel } from '../../kernel/kernel';
import type { HubSpotForeignEvent } from '../../world';
import { isoNow } from '../context';
import type { AppIdentity } from '../oauth/tokens';

export interface Activity extends HubSpotAttendanceRecord {
	/** Sandbox time of the POST; absent on what a test wrote itself, which is visible at once. */
	postedAt?: number;
}

export interface EventRecord extends HubSpotEventState {
	app: AppIdentity;
	listIds: string[];
	createdAt?: string;
	updatedAt?: string;
	activities: Activity[];
}

/** When other apps' events were made. */
const BEFORE = '2026-01-15T09:00:00.000Z';

/** The native Zoom app, as `appInfo` names it. */
export const ZOOM_APP: AppIdentity = { id: 6919, name: 'Zoom' };

/** The portal's marketing events, of every app. */
export class EventStore {
	readonly events: EventRecord[] = [];
	private readonly known = new WeakMap<EventRecord, Map<string, Activity>>();
	private nextId = 555_442_196_839;

	constructor(
		private readonly kernel: Kernel,
		foreign: readonly HubSpotForeignEvent[] = [],
	) {
		for (const given of foreign) this.add(given);
	}

	/** Events are one's own: under its external id an app finds none of another app's. */
	find(
		app: AppIdentity,
		externalAccountId: string,
		externalEventId: string,
	): EventRecord | undefined {
		return this.events.find(
			(event) =>
				event.app.id === app.id &&
				event.externalAccountId === externalAccountId &&
				event.externalEventId === externalEventId,
		);
	}

	byObjectId(objectId: string): EventRecord | undefined {
		return this.events.find((event) => event.objectId === objectId);
	}

	create(app: AppIdentity, externalAccountId: string, externalEventId: string): EventRecord {
		const now = isoNow(this.kernel);
		const event: EventRecord = {
			objectId: String(this.nextId++),
			app: { ...app },
			externalAccountId,
			externalEventId,
			fields: {},
			completed: false,
			cancelled: false,
			activities: [],
			listIds: [],
			createdAt: now,
			updatedAt: now,
		};
		this.events.push(event);
		return event;
	}

	remove(event: EventRecord): void {
		const index = this.events.indexOf(event);
		if (index >= 0) this.events.splice(index, 1);
	}

	touch(event: EventRecord): void {
		event.updatedAt = isoNow(this.kernel);
	}

	/**
	 * The same contact, moment and verb are one activity, however often they are sent; the last
	 * joinedAt and leftAt stay.
	 * https://developers.hubspot.com/docs/api-reference/marketing-marketing-events-v3/guide
	 */
	record(event: EventRecord, activity: HubSpotAttendanceRecord): void {
		const known = this.knownOf(event);
		const before = known.get(keyOf(activity));
		if (before !== undefined) {
			before.joinedAt = activity.joinedAt;
			before.leftAt = activity.leftAt;
			return;
		}
		const recorded: Activity = { ...activity, postedAt: this.kernel.now() };
		event.activities.push(recorded);
		known.set(keyOf(activity), recorded);
	}

	/** After a merge: one history. What both had at the same moment is one activity. */
	moveContact(oldIds: readonly string[], newId: string): void {
		for (const event of this.events) {
			if (!event.activities.some(({ contactId }) => oldIds.includes(contactId))) continue;
			const united = new Map<string, Activity>();
			for (const activity of event.activities) {
				if (oldIds.includes(activity.contactId)) activity.contactId = newId;
				united.set(keyOf(activity), activity);
			}
			event.activities = [...united.values()];
			this.known.delete(event);
		}
	}

	forgetContact(contactId: string): void {
		for (const event of this.events) {
			event.activities = event.activities.filter((one) => one.contactId !== contactId);
			this.known.delete(event);
		}
	}

	/** What another app made before this world began. */
	private add(given: HubSpotForeignEvent): void {
		const { app = ZOOM_APP, externalAccountId, externalEventId, participations = [] } = given;
		const event = this.create(app, externalAccountId, externalEventId);
		event.createdAt = event.updatedAt = BEFORE;
		event.fields = structuredClone(given.fields);
		event.completed = given.completed ?? false;
		event.activities = participations.map(({ joinedAt = null, leftAt = null, ...rest }) => ({
			...rest,
			joinedAt,
			leftAt,
		}));
	}

	/** Tests may change the list of activities; its length gives that away. */
	private knownOf(event: EventRecord): Map<string, Activity> {
		const cached = this.known.get(event);
		if (cached !== undefined && cached.size === event.activities.length) return cached;
		const built = new Map(event.activities.map((activity) => [keyOf(activity), activity]));
		this.known.set(event, built);
		return built;
	}
}

function keyOf({ contactId, interactionDateTime, verb }: HubSpotAttendanceRecord): string {
	return `${contactId} ${interactionDateTime} ${verb}`;
}
