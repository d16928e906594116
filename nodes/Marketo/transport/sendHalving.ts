import { attempt } from '../../shared/transport/attempt';
import type { VendorError } from '../../shared/transport/vendorError';
import { codeOf } from './errors';

const TOO_LARGE = 413;
/** A filter that more people match than Marketo returns at all is refused with this. */
const TOO_MANY_MATCHES = '1003';

/**
 * Sends a batch, and where Marketo says that it is too large, its halves, down to single entries. What
 * was too large has written nothing.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/error-codes
 * @param refused told about what could not be sent
 */
export async function sendHalving<T>(
	batch: readonly T[],
	send: (part: readonly T[]) => Promise<void>,
	refused: (part: readonly T[], error: VendorError) => void,
	isTooLarge: (error: VendorError) => boolean = ({ details }) => details.status === TOO_LARGE,
): Promise<void> {
	if (batch.length === 0) return;
	const attempted = await attempt(send(batch));
	if (attempted.ok) return;
	if (batch.length === 1 || !isTooLarge(attempted.error)) {
		refused(batch, attempted.error);
		return;
	}
	const middle = Math.ceil(batch.length / 2);
	await sendHalving(batch.slice(0, middle), send, refused, isTooLarge);
	await sendHalving(batch.slice(middle), send, refused, isTooLarge);
}

/** Of look-ups, which are too large by what they find as well. */
export function findsTooMuch(error: VendorError): boolean {
	return error.details.status === TOO_LARGE || codeOf(error) === TOO_MANY_MATCHES;
}
