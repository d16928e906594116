import { asText } from '../../shared/transport/json';
import { VendorError } from '../../shared/transport/vendorError';
import { FileForm, type LazyFile } from './fileForm';
import type { HubSpotClient } from './request';
import { pathOf } from './versions';

export const FILE_ACCESS = ['PRIVATE', 'PUBLIC_NOT_INDEXABLE', 'PUBLIC_INDEXABLE'] as const;

export type FileAccess = (typeof FILE_ACCESS)[number];

export interface UploadedFile {
	id: string;
	/** Where the file itself is served; of a private file only to people who are signed in. */
	url: string;
}

/** Slow lines and large recordings: this is what one upload may take, not how long it waits. */
const MIN_TIMEOUT_MS = 5 * 60_000;
const SLOWEST_BYTES_PER_MS = 125;

/**
 * Puts a file into HubSpot's file manager. The same contents in the same folder are the same file:
 * HubSpot gives back the one that is there.
 * https://developers.hubspot.com/docs/api-reference/files-files-v3/guide
 * @throws VendorError with reason `fileTooLarge` in HubSpot's words
 */
export async function uploadFile(
	client: HubSpotClient,
	file: LazyFile,
	{ folderPath, access }: { folderPath: string; access: FileAccess },
): Promise<UploadedFile> {
	const form = new FileForm();
	form.append('fileName', file.name);
	form.append('folderPath', folderPath);
	form.append(
		'options',
		JSON.stringify({
			access,
			overwrite: false,
			duplicateValidationStrategy: 'RETURN_EXISTING',
			duplicateValidationScope: 'EXACT_FOLDER',
		}),
	);
	form.appendFile('file', file);
	const answer = await client
		.request({
			path: pathOf('files'),
			body: form,
			write: 'uploadFile',
			what: 'to upload the file',
			timeout: MIN_TIMEOUT_MS + Math.ceil(file.size / SLOWEST_BYTES_PER_MS),
		})
		.catch((error: unknown) => {
			throw isTooLarge(error) ? tooLarge(error) : error;
		});
	return { id: asText(answer.id), url: asText(answer.url) };
}

/** HubSpot documents neither the limit nor its words; 413 is a gateway's. */
function isTooLarge(error: unknown): error is VendorError {
	if (!(error instanceof VendorError)) return false;
	const { status, message } = error.details;
	return (
		status === 413 ||
		(status === 400 &&
			(/too large|exceed/i.test(message) ||
				(/size/i.test(message) && /maximum|limit/i.test(message))))
	);
}

function tooLarge({ details }: VendorError): VendorError {
	return new VendorError({
		...details,
		reason: 'fileTooLarge',
		repair: 'Set Add As to Link for this recording, or add a smaller file',
	});
}
