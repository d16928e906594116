/** A vendor's limit for one label: requests per window. */
export interface RateLimit {
	max: number;
	windowMs: number;
	/** No request takes longer to arrive. */
	travelMs: number;
}

/** One request that was sent. */
interface Sent {
	at: number;
	/** From then on the vendor has certainly forgotten it. */
	until: number;
}

/** Of the limit is ours whatever a vendor's headers say of others: nobody's headers bring it to a standstill. */
const LEAST_SHARE = 1 / 4;

/**
 * Pacing to a vendor's limit: a sliding window of the last requests. A vendor counts a request when it
 * arrives, which is before its answer comes; so it counts here from its answer on, and as long as there is
 * none, from the latest moment at which it may have arrived. Best effort within one process; with several
 * workers a 429 is normal, and correctness never depends on this.
 */
export class RateWindow {
	/** Requests that the vendor may still count. */
	private sent: Sent[] = [];
	private blockedUntil = -Infinity;
	private max: number;
	/** Places that others of the same quota took when the vendor last told. */
	private others = 0;

	constructor(private readonly limit: RateLimit) {
		this.max = limit.max;
	}

	/** The vendor's headers know better than our table. */
	setMax(max: number): void {
		if (Number.isFinite(max) && max >= 1) this.max = Math.floor(max);
	}

	/** @returns milliseconds until there is a place, 0 when there is one now */
	wait(now: number): number {
		this.sent = this.sent.filter(({ until }) => until > now);
		const room = Math.max(1, Math.ceil(this.max * LEAST_SHARE), this.max - this.others);
		const inTheWay = this.sent.length - room;
		if (inTheWay < 0) return Math.max(0, this.blockedUntil - now);
		const free = this.sent.map(({ until }) => until).sort((a, b) => a - b)[inTheWay]!;
		return Math.max(free, this.blockedUntil) - now;
	}

	/** Takes a place: a request is sent now. */
	take(now: number): Place {
		const { windowMs, travelMs } = this.limit;
		const own: Sent = { at: now, until: now + travelMs + windowMs };
		this.sent.push(own);
		return {
			answered: (moment) => {
				own.until = Math.min(own.until, moment + windowMs);
			},
			remaining: (remaining) => this.told(own, remaining),
		};
	}

	/**
	 * After a 429 nobody sends before this moment. A shorter block never lifts a longer one.
	 */
	blockUntil(moment: number): void {
		this.blockedUntil = Math.max(this.blockedUntil, moment);
	}

	/**
	 * The vendor said how many places were left when it counted this request: what is neither left nor
	 * ours, others have taken. Ours are those that were sent before it.
	 */
	private told(own: Sent, remaining: number): void {
		if (!Number.isFinite(remaining) || remaining < 0) return;
		const since = own.at - this.limit.windowMs;
		const ours = this.sent.filter(({ at }) => at > since && at <= own.at).length;
		this.others = Math.max(0, this.max - Math.floor(remaining) - ours);
	}
}

/** The place of one request in the window. */
export interface Place {
	/** Its answer came, or it is known that none will. */
	answered(moment: number): void;
	/** The vendor's answer said how many places are left. */
	remaining(places: number): void;
}

const windows = new Map<string, RateWindow>();

/** The one window of this process for a vendor's account and label. */
export function rateWindow(key: string, limit: RateLimit): RateWindow {
	const known = windows.get(key);
	if (known !== undefined) return known;
	const created = new RateWindow(limit);
	windows.set(key, created);
	return created;
}
