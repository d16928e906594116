import type { HubSpotAttendanceRecord, HubSpotEventState } from '../../contract';
import type { Kernel } from '../../kernel/kernel';
import { isoNow } from '../context';

export interface Activity extends HubSpotAttendanceRecord {
	/** Sandbox time of the POST; absent on what a test wrote itself, which is visible at once. */
	postedAt?: number;
}

export interface EventRecord extends HubSpotEventState {
	createdAt?: string;
	updatedAt?: string;
	activities: Activity[];
}

/** The portal's marketing events, all made by the one app behind the service key. */
export class EventStore {
	readonly events: EventRecord[] = [];
	private readonly known = new WeakMap<EventRecord, Map<string, Activity>>();
	private nextId = 555_442_196_839;

	constructor(private readonly kernel: Kernel) {}

	find(externalAccountId: string, externalEventId: string): EventRecord | undefined {
		return this.events.find(
			(event) =>
				event.externalAccountId === externalAccountId && event.externalEventId === externalEventId,
		);
	}

	byObjectId(objectId: string): EventRecord | undefined {
		return this.events.find((event) => event.objectId === objectId);
	}

	create(externalAccountId: string, externalEventId: string): EventRecord {
		const now = isoNow(this.kernel);
		const event: EventRecord = {
			objectId: String(this.nextId++),
			externalAccountId,
			externalEventId,
			fields: {},
			completed: false,
			cancelled: false,
			activities: [],
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
