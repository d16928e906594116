import { VendorError } from '../../shared/transport/vendorError';
import { isRunWide } from './errors';
import { vendorCodes } from './vendorWords';

export type Attempted<T> = { ok: true; value: T } | { ok: false; error: VendorError };

/**
 * The result, or HubSpot's refusal as a value where it concerns only some people. What concerns
 * everybody (the key, its scopes, a cancelled execution, a defect of ours) is thrown on.
 */
export async function attempt<T>(work: Promise<T>): Promise<Attempted<T>> {
	return await work.then(
		(value): Attempted<T> => ({ ok: true, value }),
		(error: unknown): Attempted<T> => {
			if (error instanceof VendorError && !isRunWide(error)) return { ok: false, error };
			throw error;
		},
	);
}

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
