import { VendorError } from '../../shared/transport/vendorError';
import { toldReason } from './told';

/**
 * Whether Zoom does not permit one call, by scope, role or plan, although the sign-in itself is good:
 * then another way to the same end may be open.
 */
export function isForbidden(error: unknown): error is VendorError {
	return (
		toldReason(error, 'permissionMissing') && error.details.failure?.cause !== 'credential-invalid'
	);
}

/** Whether the host has no webinar licence: in a list of hosts, somebody without webinars. */
export function isWithoutLicence(error: unknown): error is VendorError {
	return toldReason(error, 'permissionMissing') && /webinar plan is missing/i.test(error.message);
}
