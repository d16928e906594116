import type { VendorError } from '../../../shared/transport/vendorError';
import { toldReason } from '../../transport/told';

/**
 * Hosts whose 100 creations and changes of the day are used up: they are not asked again in this run.
 * https://developers.zoom.us/docs/api/rate-limits/
 */
export class SpentHosts {
	private readonly refusals = new Map<string, VendorError>();

	/** Writes for a host, unless Zoom has refused one of this host's for the day. */
	async writeFor<T>(host: string, write: () => Promise<T>): Promise<T> {
		const refusal = this.refusals.get(host);
		if (refusal !== undefined) throw refusal;
		return await write().catch((error: unknown) => {
			if (toldReason(error, 'dailyLimit')) this.refusals.set(host, error);
			throw error;
		});
	}
}
