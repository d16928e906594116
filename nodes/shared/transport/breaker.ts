import type { Reason } from '../model/reasons';
import type { VendorError } from './vendorError';

/** Requests that fail one after the other before no more are sent. */
const GIVE_UP_AFTER = 3;

/** Lost writes in a row before no further one is sent; each may have taken effect, so they are looked for first. */
const LOST_WRITES = 10;

/** Then one request finds out whether the vendor is back: an execution may loop and wait for hours. */
const COOL_OFF_MS = 60_000;

const OUTAGES: readonly Reason[] = ['dailyLimit', 'temporarilyUnavailable'];

/**
 * Spares an execution the tries that cannot help. After the first request that failed with all its tries,
 * the next ones get one try each; after three in a row nothing more is sent, and what is left fails at once
 * with the same cause. So a vendor that is down costs an execution some requests, however many people it has.
 */
export class Breaker {
	private failures = 0;
	private lostWrites = 0;
	private down = false;
	private cause: VendorError | null = null;
	private closedUntil = 0;

	/** @param unreachable what is thrown where no request has said more */
	constructor(private readonly unreachable: () => VendorError) {}

	/**
	 * @param repeatable whether the request may be sent again when its effect is unknown
	 * @throws VendorError when it is not to be sent
	 */
	check(repeatable: boolean, now = Date.now()): void {
		if (this.cause !== null && now < this.closedUntil) throw this.cause;
		if (!repeatable && this.lostWrites >= LOST_WRITES) throw this.unreachable();
	}

	/** Whether a request that got no answer may be sent again; false once another one had all its tries in vain. */
	worthAnother(): boolean {
		return !this.down;
	}

	/** The vendor did what it was asked for. */
	answered(): void {
		this.failures = 0;
		this.lostWrites = 0;
		this.down = false;
		this.cause = null;
		this.closedUntil = 0;
	}

	/** Remembers a failed request. @returns the same error */
	noted(error: VendorError, now = Date.now()): VendorError {
		const { reason } = error.details;
		if (reason === 'uncertain') {
			this.lostWrites += 1;
			return error;
		}
		if (!OUTAGES.includes(reason)) {
			this.answered();
			return error;
		}
		this.failures += 1;
		this.down = true;
		if (reason === 'dailyLimit' || this.failures >= GIVE_UP_AFTER) {
			this.cause = error;
			this.closedUntil = now + COOL_OFF_MS;
		}
		return error;
	}
}

const breakers = new WeakMap<AbortSignal, Map<string, Breaker>>();

/**
 * The one breaker of an execution for a vendor's account: nodes make their clients anew for each item.
 * @param signal n8n's own for this execution; without one there is nothing to share it with
 */
export function breakerOf(
	signal: AbortSignal | undefined,
	key: string,
	unreachable: () => VendorError,
): Breaker {
	if (signal === undefined) return new Breaker(unreachable);
	const ofExecution = breakers.get(signal) ?? new Map<string, Breaker>();
	breakers.set(signal, ofExecution);
	const breaker = ofExecution.get(key) ?? new Breaker(unreachable);
	ofExecution.set(key, breaker);
	return breaker;
}
