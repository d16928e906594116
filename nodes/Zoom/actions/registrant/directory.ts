import type { Registrant, RegistrantStatus } from '../../../shared/model/registrant';
import type { Attempted } from '../../../shared/registrants/door';
import type { JsonObject } from '../../../shared/transport/json';
import { toRegistrant } from '../../mapping/registrant';
import {
	LISTED_STATUSES,
	openRegistrants,
	type OpenedList,
} from '../../transport/endpoints/registrants';
import type { ZoomDoor } from './door';

/** Whether to read who is registered before anything is written. */
export type LookUp = 'auto' | 'always' | 'never';

/** So many pages are read even for one person. */
const FEW_PAGES = 3;

/** How little a status admits: who is registered for several occurrences has the worst of them. */
const SEVERITY: Record<RegistrantStatus, number> = {
	approved: 0,
	pending: 1,
	denied: 2,
	cancelled: 3,
};

/** Who is registered, as far as it was read. */
export class Directory {
	private readonly byKey = new Map<string, Registrant>();

	private constructor(
		/** Everybody who is not in it is not registered. */
		readonly complete: boolean,
	) {}

	/** Nothing was read. */
	static unread(): Directory {
		return new Directory(false);
	}

	/**
	 * @param lists the rows of each occurrence
	 * @returns people who are registered for every one of the occurrences
	 */
	static of(lists: ReadonlyArray<readonly JsonObject[]>, complete: boolean): Directory {
		const directory = new Directory(complete);
		const [first = [], ...others] = lists.map(byAddress);
		for (const [email, registrant] of first) {
			const all = [registrant, ...others.map((list) => list.get(email))];
			if (all.some((one) => one === undefined)) continue;
			const worst = (all as Registrant[]).reduce((a, b) => (isBetter(a, b) ? b : a));
			directory.byKey.set(email, worst);
			for (const one of all as Registrant[]) directory.byKey.set(one.registrantId, worst);
		}
		return directory;
	}

	/** @param key email (lower case) or registrant ID */
	find(key: string): Registrant | undefined {
		return this.byKey.get(key);
	}
}

function byAddress(rows: readonly JsonObject[]): Map<string, Registrant> {
	const registrants = new Map<string, Registrant>();
	for (const row of rows) {
		const registrant = toRegistrant(row, false);
		const known = registrants.get(registrant.email);
		// Somebody who registered anew after a refusal is in two lists.
		if (known === undefined || isBetter(registrant, known)) {
			registrants.set(registrant.email, registrant);
		}
	}
	return registrants;
}

function isBetter(a: Registrant, b: Registrant): boolean {
	return SEVERITY[a.status] < SEVERITY[b.status];
}

/**
 * Reads who is registered. *Auto* reads the first page of each list, which tells how long it is, and
 * the rest only where that costs no more calls than there are people to be written.
 * @param people how many are to be looked up
 */
export async function readDirectory(
	door: ZoomDoor,
	lookUp: LookUp,
	people: number,
): Promise<Attempted<Directory>> {
	if (lookUp === 'never') return { ok: true, value: Directory.unread() };
	// Also after a door was closed: what was sent before is looked for.
	return await door.run.attempt(async () => {
		const occurrences = door.occurrenceIds.length === 0 ? [''] : door.occurrenceIds;
		const opened: OpenedList[][] = [];
		for (const occurrenceId of occurrences) {
			const lists: OpenedList[] = [];
			for (const status of LISTED_STATUSES) {
				lists.push(await openRegistrants(door.context, door.webinarId, status, occurrenceId));
			}
			opened.push(lists);
		}
		const pages = opened.flat().reduce((sum, list) => sum + list.pages, 0);
		const whole = lookUp === 'always' || pages <= Math.max(FEW_PAGES * opened.length, people);
		const rows: JsonObject[][] = [];
		for (const lists of opened) rows.push(await rowsOf(lists, whole));
		return Directory.of(rows, whole || opened.flat().every((list) => list.pages <= 1));
	});
}

async function rowsOf(lists: readonly OpenedList[], whole: boolean): Promise<JsonObject[]> {
	const rows: JsonObject[] = [];
	for (const list of lists) {
		for (const row of list.rows) rows.push(row);
		if (!whole) continue;
		for await (const page of list.rest) for (const row of page) rows.push(row);
	}
	return rows;
}
