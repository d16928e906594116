import type { ZoomRegistrantRow, ZoomWebinarState } from '../../world';

/** Registrants by address, whatever its case; tests may change the world's list at any moment. */
export class Roll {
	private readonly byWebinar = new WeakMap<
		ZoomWebinarState,
		{ size: number; byEmail: Map<string, ZoomRegistrantRow> }
	>();

	/** The one record of this address; cancelled ones are gone for Zoom. */
	find(webinar: ZoomWebinarState, email: string): ZoomRegistrantRow | undefined {
		const found = this.indexOf(webinar).get(keyOf(email));
		return found?.status === 'cancelled' ? undefined : found;
	}

	add(webinar: ZoomWebinarState, row: ZoomRegistrantRow): void {
		const index = this.indexOf(webinar);
		webinar.registrants.push(row);
		index.set(keyOf(row.email), row);
		this.byWebinar.set(webinar, { size: webinar.registrants.length, byEmail: index });
	}

	private indexOf(webinar: ZoomWebinarState): Map<string, ZoomRegistrantRow> {
		const known = this.byWebinar.get(webinar);
		if (known?.size === webinar.registrants.length) return known.byEmail;
		const byEmail = new Map(webinar.registrants.map((row) => [keyOf(row.email), row]));
		this.byWebinar.set(webinar, { size: webinar.registrants.length, byEmail });
		return byEmail;
	}
}

export function keyOf(email: string): string {
	return email.trim().toLowerCase();
}
