import type { Reason } from '../../shared/model/reasons';
import { VendorError } from '../../shared/transport/vendorError';

/** Whether an error is Zoom's refusal, or our loss of its answer, for this reason. */
export function toldReason(error: unknown, reason: Reason): error is VendorError {
	return error instanceof VendorError && error.details.reason === reason;
}

/** Whether an error is Zoom's "does not exist" (404/3001), which is also "not ready yet". */
export function isNotFound(error: unknown): boolean {
	return toldReason(error, 'webinarNotFound');
}

/** Whether Zoom says that registration is not turned on (400/3000). */
export function isRegistrationOff(error: unknown): boolean {
	return toldReason(error, 'registrationNotEnabled');
}

/** Whether a write was sent and nothing is known of its effect: read back before anything else. */
export function isUncertain(error: unknown): boolean {
	return toldReason(error, 'uncertain');
}

/** Whether the app lacks a scope; Zoom names the scopes that would do in the message. */
export function isScopeMissing(error: unknown): error is VendorError {
	return toldReason(error, 'permissionMissing') && /scopes/i.test(error.message);
}

/** Whether a page token was no longer good: it lives 15 minutes (400/300). */
export function isStalePageToken(error: unknown): error is VendorError {
	return error instanceof VendorError && /next page token/i.test(error.message);
}

/** Whether Zoom keeps the report no longer (12702); it says nothing about who was there. */
export function isOutdated(error: unknown): boolean {
	return error instanceof VendorError && error.details.code === '12702';
}
