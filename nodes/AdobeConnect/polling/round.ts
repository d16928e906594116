import type { IDataObject } from 'n8n-workflow';

import { isRunWide, isTemporary, VendorError } from '../../shared/transport/vendorError';
import type { AdobeClient } from '../transport/request';
import { countsFrom, type Checkpoint, type Poll } from './checkpoint';
import type { Look, Looker } from './look';
import { placeOfWatched } from './scope';
import type { Settings } from './settings';
import { turn, type Place, type Watched } from './turn';

/** So that an execution stays of a size that n8n can handle. */
const MOST_AT_ONCE = 10_000;
/** What one look takes when there is something new. */
const CALLS_OF_LOOK = 5;
/** Then Adobe Connect is down, and the others would fail too. */
const GIVE_UP_AFTER = 3;

export interface RoundOptions {
	settings: Settings;
	/** Epoch milliseconds. */
	now: number;
	/** Epoch milliseconds; no further webinar is looked at afterwards. */
	deadline: number;
	lateMs: number;
	look: Looker;
	/** Where something is likely to have happened. */
	isLikely(watched: Watched): boolean;
}

export type RoundResult = { items: IDataObject[]; errors: VendorError[]; poll: Poll };

/**
 * Goes on with the round, as far as calls and time of one poll reach; one webinar of it is looked at in
 * any case. A webinar that cannot be read does not stop the others.
 * @throws VendorError when nobody can be read with this credential
 */
export async function goRound(
	client: AdobeClient,
	watched: readonly Watched[],
	before: Checkpoint,
	options: RoundOptions,
): Promise<RoundResult> {
	const { now, lateMs, deadline, settings } = options;
	const most = Math.max(1, Math.floor(settings.mostCalls / CALLS_OF_LOOK / 2));
	const { likely, round } = turn(watched, before.round?.after ?? '', options.isLikely, most);
	const walk = new Walk(client, before, options);
	const isEnough = (calls: number): boolean =>
		client.calls() + CALLS_OF_LOOK > calls || Date.now() >= deadline || walk.isOver;
	for (const one of likely) {
		if (isEnough(settings.mostCalls / 2)) break;
		await walk.visit(one);
	}
	let after = before.round?.after ?? '';
	let isComplete = true;
	for (const [index, one] of round.entries()) {
		if (index > 0 && isEnough(settings.mostCalls)) {
			isComplete = false;
			break;
		}
		if (!walk.visited.has(one.id)) await walk.visit(one);
		after = one.id;
	}
	const { items, known, read, failed, people, errors } = walk;
	const poll = { now, lateMs, known, read, failed, people, after: isComplete ? undefined : after };
	return { items, errors, poll };
}

/** Whether the matter is of this webinar alone, or passes. */
export function isUnreadable(error: unknown): error is VendorError {
	return error instanceof VendorError && !isRunWide(error);
}

/** What one poll finds on its way. */
class Walk {
	readonly items: IDataObject[] = [];
	readonly known: Array<{ key: string; at: number }> = [];
	readonly read: string[] = [];
	readonly failed: string[] = [];
	readonly errors: VendorError[] = [];
	readonly visited = new Set<string>();
	readonly people: Record<string, ReadonlySet<string>> = {};
	private readonly seen: Set<string>;
	private lost = 0;

	constructor(
		private readonly client: AdobeClient,
		private readonly before: Checkpoint,
		private readonly options: RoundOptions,
	) {
		this.seen = new Set(Object.keys(before.seen));
	}

	get isOver(): boolean {
		return this.items.length >= MOST_AT_ONCE || this.lost >= GIVE_UP_AFTER;
	}

	async visit(watched: Watched): Promise<void> {
		this.visited.add(watched.id);
		const error = await this.look(watched).catch((thrown: unknown) => {
			if (isUnreadable(thrown)) return thrown;
			throw thrown;
		});
		if (error === undefined) {
			this.lost = 0;
			this.read.push(watched.id);
			return;
		}
		this.lost = isTemporary(error) ? this.lost + 1 : 0;
		this.failed.push(watched.id);
		this.errors.push(error);
	}

	private async look(watched: Watched): Promise<undefined> {
		const place = await placeOfWatched(this.client, watched);
		const found = await this.options.look(this.client, place, this.lookAt(watched, place));
		this.items.push(...found.items);
		this.known.push(...found.known);
		for (const { key } of found.known) this.seen.add(key);
		if (found.people !== undefined) this.people[place.webinarId] = found.people;
	}

	private lookAt({ id }: Watched, place: Place): Look {
		const { settings, now, lateMs } = this.options;
		const { webinarId } = place;
		const known = { ...this.before.people, ...Object.fromEntries(this.peopleNow()) };
		return {
			settings,
			now,
			from: countsFrom(this.before, id, lateMs),
			seen: this.seen,
			people: Object.hasOwn(known, webinarId) ? known[webinarId]!.ids : undefined,
		};
	}

	/** One webinar may be chosen twice, by its ID and by its link. */
	private peopleNow(): Array<[string, { ids: ReadonlySet<string> }]> {
		return Object.entries(this.people).map(([id, ids]) => [id, { ids }]);
	}
}
