import { asObject, asText } from '../../shared/transport/json';
import { isRunWide, VendorError } from '../../shared/transport/vendorError';

/** Whether Adobe Connect refused with this code and, if given, subcode. */
export function toldCode(error: unknown, code: string, subcode?: string): error is VendorError {
	if (!(error instanceof VendorError)) return false;
	const [told, ...rest] = error.details.code.split('/');
	return told === code && (subcode === undefined || rest.join('/') === subcode);
}

/** With `invalid`: the parameter that was refused; else empty. */
export function refusedField(error: unknown): string {
	return error instanceof VendorError ? asText(asObject(error.details.body).field) : '';
}

/**
 * Whether it does not exist, or the user may not see it: Adobe Connect does not tell the two apart. A refused
 * sign-in may have the same codes, and is neither.
 */
export function isHidden(error: unknown): error is VendorError {
	if (error instanceof VendorError && isRunWide(error)) return false;
	return (
		toldCode(error, 'no-access', 'denied') ||
		toldCode(error, 'no-data') ||
		toldCode(error, 'invalid', 'no-such-item')
	);
}

/** Whether a write was sent and nothing is known of its effect: read back before anything else. */
export function isUncertain(error: unknown): error is VendorError {
	return error instanceof VendorError && error.details.reason === 'uncertain';
}

/**
 * Whether a write may have worked although it failed: no answer came, or one that says nothing. Read back
 * before anything is told.
 */
export function mayHaveWorked({ details: { code, reason } }: VendorError): boolean {
	return code === '' || reason === 'temporarilyUnavailable';
}
