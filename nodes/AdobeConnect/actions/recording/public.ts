import type { Outcome } from '../../../shared/model/outcome';
import { explain } from '../../../shared/model/reasons';
import { getPublicAccess } from '../../transport/endpoints/permissions';
import { openToPublic } from '../../transport/endpoints/recordings';
import { adobeError } from '../../transport/errors';
import type { AdobeClient } from '../../transport/request';

const WHAT = 'who may watch the recording';
const OPEN = 'view';

/**
 * Lets everybody who has the link watch a recording, and reads back whether it is so.
 * @param steps gets the step `public`: synced, unchanged where it was so already, or failed
 * @throws VendorError when it could not be done
 */
export async function makePublic(
	client: AdobeClient,
	recordingId: string,
	steps: Outcome['steps'],
): Promise<void> {
	steps.public = { result: 'failed' };
	if ((await getPublicAccess(client, recordingId, WHAT)) === OPEN) {
		steps.public = { result: 'unchanged' };
		return;
	}
	await openToPublic(client, recordingId);
	if ((await getPublicAccess(client, recordingId, WHAT)) !== OPEN) throw notOpened();
	steps.public = { result: 'synced' };
}

function notOpened() {
	return adobeError({
		status: 200,
		code: '',
		message: 'Adobe Connect confirmed the change, but the recording is still not public',
		repair: `Give the user of the credential the role Host in the room, and check whether the account allows public recordings. ${explain('vendorRejected').repair}`,
		reason: 'permissionMissing',
	});
}
