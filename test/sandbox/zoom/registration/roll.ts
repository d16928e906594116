import type { ZoomRegistrantRow, ZoomWebinarState } from '../../world';

interface Index {
	/** How many rows it knows. */
	size: number;
	/** Where the row of an address stands. */
	places: Map<string, number>;
}

/** Registrants by address, whatever its case; tests may change the world's list at any moment. */
export class Roll {
	private readonly indexes = new WeakMap<ZoomWebinarState, Index>();

	/** The one record of this address; cancelled ones are gone for Zoom. */
	find(webinar: ZoomWebinarState, email: string): ZoomRegistrantRow | undefined {
		const key = keyOf(email);
		const row = this.at(webinar, key, this.indexOf(webinar));
		// A list that was changed behind the index' back is read again.
		const found = row === 'stale' ? this.at(webinar, key, this.read(webinar)) : row;
		return found === 'stale' || found?.status === 'cancelled' ? undefined : found;
	}

	add(webinar: ZoomWebinarState, row: ZoomRegistrantRow): void {
		const index = this.indexOf(webinar);
		index.places.set(keyOf(row.email), webinar.registrants.length);
		index.size = webinar.registrants.push(row);
	}

	private at(
		webinar: ZoomWebinarState,
		key: string,
		{ places }: Index,
	): ZoomRegistrantRow | 'stale' | undefined {
		const place = places.get(key);
		if (place === undefined) return undefined;
		const row = webinar.registrants[place];
		return row !== undefined && keyOf(row.email) === key ? row : 'stale';
	}

	private indexOf(webinar: ZoomWebinarState): Index {
		const known = this.indexes.get(webinar);
		return known?.size === webinar.registrants.length ? known : this.read(webinar);
	}

	private read(webinar: ZoomWebinarState): Index {
		const places = new Map(webinar.registrants.map((row, place) => [keyOf(row.email), place]));
		const index = { size: webinar.registrants.length, places };
		this.indexes.set(webinar, index);
		return index;
	}
}

export function keyOf(email: string): string {
	return email.trim().toLowerCase();
}
