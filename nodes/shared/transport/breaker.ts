import { isTemporary, type VendorError } from './vendorError';

/** Requests that fail one after the other, each after all its tries, before no more are sent. */
const GIVE_UP_AFTER = 3;

/**
 * Spares a run the tries that cannot help: once the daily limit is used up, or the vendor does not
 * answer several requests in a row, the requests that are left fail at once with the same cause.
 */
export class Breaker {
	private failures = 0;
	private open: VendorError | null = null;

	/** @throws VendorError when nothing more is to be sent */
	check(): void {
		if (this.open !== null) throw this.open;
	}

	answered(): void {
		this.failures = 0;
	}

	/** Remembers a failed request. @returns the same error */
	noted(error: VendorError): VendorError {
		if (!isTemporary(error)) {
			this.failures = 0;
			return error;
		}
		this.failures += 1;
		if (error.details.reason === 'dailyLimit' || this.failures >= GIVE_UP_AFTER) this.open = error;
		return error;
	}
}
