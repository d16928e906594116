import { explain } from '../../shared/model/reasons';
import type { FileVendor } from '../../shared/transport/downloadErrors';
import type { VendorError } from '../../shared/transport/vendorError';
import { adobeError } from './errors';

/** What can go wrong with a file, in words without its address. */

export const ADOBE_FILES: FileVendor = {
	vendor: 'adobeConnect',
	name: 'Adobe Connect',
	website: 'the website of Adobe Connect',
};

const LINK_STAYS =
	'The link stays good. Set Return to Links Only, or download the recording on its page in Adobe Connect';

/** The session is good for the API and not for the file. */
export function loginPage(): VendorError {
	return adobeError({
		status: 200,
		code: '',
		message: 'Adobe Connect sent its login page instead of the file',
		repair: `Give the user of the credential the role Host in the room, then run again. ${LINK_STAYS}`,
		reason: 'permissionMissing',
		failure: { cause: 'configuration-invalid' },
	});
}

/** Some servers prepare the file when it is asked for, and show a page meanwhile; others give none. */
export function pageInstead(): VendorError {
	return adobeError({
		status: 200,
		code: '',
		message:
			'Adobe Connect sent a web page instead of the file, as it does while it prepares one, and where it gives none',
		repair: `Run again later. ${LINK_STAYS}`,
		reason: 'recordingProcessing',
	});
}

/** @param status of HTTP, 400 or more */
export function fileRefused(status: number): VendorError {
	if (status === 429 || status >= 500 || status === 408) {
		return adobeError({
			status,
			code: '',
			message: `Adobe Connect is overloaded or down and did not give the file (status ${status})`,
			repair: explain('temporarilyUnavailable').repair,
			reason: 'temporarilyUnavailable',
			failure: { cause: 'temporarily-unavailable' },
		});
	}
	if (status === 401 || status === 403) {
		return adobeError({
			status,
			code: '',
			message: `Adobe Connect does not give the file to the user of the credential (status ${status})`,
			repair: `Give this user the role Host in the room, then run again. ${LINK_STAYS}`,
			reason: 'permissionMissing',
			failure: { cause: 'configuration-invalid' },
		});
	}
	return adobeError({
		status,
		code: '',
		message: `Adobe Connect has no file of the recording (status ${status})`,
		repair: LINK_STAYS,
		reason: 'vendorRejected',
	});
}
