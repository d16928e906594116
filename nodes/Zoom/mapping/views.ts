import type { Viewer } from '../../shared/attendees/books';
import { comparableName } from '../../shared/attendees/names';
import type { OnDemand } from '../../shared/model/attendance';
import { normaliseEmail } from '../../shared/model/email';
import { asIsoTime, asNumber, asText, type JsonObject } from '../../shared/transport/json';

/**
 * Who viewed the recording of a session and for how long, from the recording's analytics (one row
 * per view). Registering for a recording leaves no row here, and so is no viewing.
 * https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording/GET/meetings/{meetingId}/recordings/analytics_details
 */
export class ViewBook {
	private readonly byEmail = new Map<string, Viewer>();
	private readonly byName = new Map<string, Viewer>();
	/** Views that carry neither an address nor a name. */
	readonly anonymous: number;

	constructor(
		rows: readonly JsonObject[],
		/** false = Zoom does not tell who viewed, or was not asked. */
		readonly told = true,
	) {
		let anonymous = 0;
		for (const row of rows) {
			const email = normaliseEmail(row.email);
			const name = asText(row.name).trim();
			if (email !== '') add(this.byEmail, email, { email, name, matchedBy: 'email' }, row);
			else if (name !== '') {
				add(this.byName, comparableName(name), { email, name, matchedBy: 'name' }, row);
			} else anonymous += 1;
		}
		this.anonymous = anonymous;
	}

	/** The book where Zoom does not tell who viewed. */
	static untold(): ViewBook {
		return new ViewBook([], false);
	}

	/** Everybody who viewed, those with an address first. */
	viewers(): Viewer[] {
		return [...this.byEmail.values(), ...this.byName.values()];
	}

	/**
	 * One person's views. Whoever is asked for is taken out of the book; who is left at the end was
	 * neither in the session nor registered.
	 * @param name only where it is this person's alone; empty otherwise
	 */
	take(emails: readonly string[], name: string): Omit<Viewer, 'email' | 'name'> | undefined {
		const found = emails.flatMap((email) => takeFrom(this.byEmail, email));
		if (name !== '') found.push(...takeFrom(this.byName, name));
		const [first, ...others] = found;
		if (first === undefined) return undefined;
		const onDemand = others.reduce((sum, viewer) => united(sum, viewer.onDemand), first.onDemand);
		return { onDemand, matchedBy: first.matchedBy };
	}
}

function add(
	book: Map<string, Viewer>,
	key: string,
	viewer: Omit<Viewer, 'onDemand'>,
	row: JsonObject,
): void {
	const known = book.get(key);
	const view = viewOf(row);
	if (known === undefined) book.set(key, { ...viewer, onDemand: view });
	else book.set(key, { ...known, onDemand: united(known.onDemand, view) });
}

function takeFrom(book: Map<string, Viewer>, key: string): Viewer[] {
	const viewer = book.get(key);
	book.delete(key);
	return viewer === undefined ? [] : [viewer];
}

function viewOf(row: JsonObject): OnDemand {
	const at = asIsoTime(row.date_time);
	return {
		viewedSeconds: Math.max(0, Math.round(asNumber(row.duration) ?? 0)),
		views: 1,
		firstViewedAt: at,
		lastViewedAt: at,
	};
}

function united(a: OnDemand, b: OnDemand): OnDemand {
	const times = [a.firstViewedAt, a.lastViewedAt, b.firstViewedAt, b.lastViewedAt]
		.filter((time) => time !== null)
		.sort((one, other) => Date.parse(one) - Date.parse(other));
	return {
		viewedSeconds: a.viewedSeconds + b.viewedSeconds,
		views: a.views + b.views,
		firstViewedAt: times[0] ?? null,
		lastViewedAt: times[times.length - 1] ?? null,
	};
}
