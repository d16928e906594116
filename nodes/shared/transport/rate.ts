/**
 * Pacing to a vendor's limit: a sliding window of the last requests. Best effort within one
 * process; with several workers a 429 is normal, and correctness never depends on this.
 */
export class RateWindow {
	/** Moments (epoch ms) of the requests booked within the window, in order. */
	private booked: number[] = [];

	constructor(
		private max: number,
		private readonly windowMs: number,
	) {}

	/** The vendor's headers know better than our table. */
	setMax(max: number): void {
		if (Number.isFinite(max) && max >= 1) this.max = Math.floor(max);
	}

	/**
	 * Books the next free place.
	 * @returns milliseconds to wait before sending, 0 when the place is free now
	 */
	reserve(now: number): number {
		const oldest = now - this.windowMs;
		this.booked = this.booked.filter((moment) => moment > oldest);
		const blocking = this.booked[this.booked.length - this.max];
		const at = blocking === undefined ? now : Math.max(now, blocking + this.windowMs);
		this.booked.push(at);
		return at - now;
	}

	/**
	 * A request was sent later than its place was booked for, because the process was busy: what is booked
	 * from now on counts from when it really was sent, else the requests behind it would follow in a bunch.
	 */
	moved(booked: number, sent: number): void {
		const place = this.booked.lastIndexOf(booked);
		if (place < 0 || sent <= booked) return;
		this.booked.splice(place, 1);
		const after = this.booked.findIndex((moment) => moment > sent);
		this.booked.splice(after < 0 ? this.booked.length : after, 0, sent);
	}

	/**
	 * After a 429 nobody sends before this moment: the window counts as full until then. A shorter
	 * block never lifts a longer one.
	 */
	blockUntil(moment: number): void {
		const since = moment - this.windowMs;
		const later = this.booked.filter((booked) => booked > since);
		const missing = Math.max(0, this.max - later.length);
		this.booked = [...Array.from({ length: missing }, () => since), ...later];
	}
}

/** A vendor's limit for one label: requests per window. */
export interface RateLimit {
	max: number;
	windowMs: number;
}

const windows = new Map<string, RateWindow>();

/** The one window of this process for a vendor's account and label. */
export function rateWindow(key: string, limit: RateLimit): RateWindow {
	const known = windows.get(key);
	if (known !== undefined) return known;
	const created = new RateWindow(limit.max, limit.windowMs);
	windows.set(key, created);
	return created;
}
