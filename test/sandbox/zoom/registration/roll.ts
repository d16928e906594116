import type { ZoomRegistrantRow, ZoomWebinarState } from '../../world';

interface Index {
	/** The list that it was made of, as long as it was, with the row that stood last. */
	rows: ZoomRegistrantRow[];
	size: number;
	last: ZoomRegistrantRow | undefined;
	/** Where the row of an address stands. */
	places: Map<string, number>;
}

/**
 * Registrants by address, whatever its case. Tests may change the world's list at any moment: one that has
 * become another, shorter or longer, or that ends otherwise, is read anew.
 */
export class Roll {
	private readonly indexes = new WeakMap<ZoomWebinarState, Index>();

	/** The one record of this address; cancelled ones are gone for Zoom. */
	find(webinar: ZoomWebinarState, email: string): ZoomRegistrantRow | undefined {
		const place = this.indexOf(webinar).places.get(keyOf(email));
		const row = place === undefined ? undefined : webinar.registrants[place];
		return row?.status === 'cancelled' ? undefined : row;
	}

	add(webinar: ZoomWebinarState, row: ZoomRegistrantRow): void {
		const index = this.indexOf(webinar);
		index.places.set(keyOf(row.email), index.size);
		index.size = webinar.registrants.push(row);
		index.last = row;
	}

	private indexOf(webinar: ZoomWebinarState): Index {
		const { registrants: rows } = webinar;
		const known = this.indexes.get(webinar);
		const size = rows.length;
		if (known?.rows === rows && known.size === size && known.last === rows.at(-1)) return known;
		const places = new Map(rows.map((row, place) => [keyOf(row.email), place]));
		const index = { rows, size, last: rows.at(-1), places };
		this.indexes.set(webinar, index);
		return index;
	}
}

export function keyOf(email: string): string {
	return email.trim().toLowerCase();
}
