import { attempt } from '../../shared/transport/attempt';
import type { VendorError } from '../../shared/transport/vendorError';
import { vendorCodes } from './vendorWords';

/**
 * Sends a batch, and when HubSpot refuses it for what is in it, its halves, down to single ones, so
 * that one bad record fails alone. Only for writes that change nothing when refused with 400.
 * @param refused told about what could not be sent
 */
export async function sendSplitting<T>(
	batch: readonly T[],
	send: (part: readonly T[]) => Promise<void>,
	refused: (part: readonly T[], error: VendorError) => void,
): Promise<void> {
	const attempted = await attempt(send(batch));
	if (attempted.ok) return;
	if (batch.length === 1 || !isAboutRecords(attempted.error)) {
		refused(batch, attempted.error);
		return;
	}
	const middle = Math.ceil(batch.length / 2);
	await sendSplitting(batch.slice(0, middle), send, refused);
	await sendSplitting(batch.slice(middle), send, refused);
}

/** A property that does not exist is missing for every record: halving would only cost calls. */
function isAboutRecords({ details }: VendorError): boolean {
	return details.status === 400 && !vendorCodes(details.body).includes('PROPERTY_DOESNT_EXIST');
}
