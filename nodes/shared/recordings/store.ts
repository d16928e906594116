import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import type { Destination } from '../model/outcome';
import { explain, type Reason } from '../model/reasons';
import { asText, isObject } from '../transport/json';
import { VendorError } from '../transport/vendorError';
import type { Readable } from '../transport/fileStream';

/** n8n's database mode, Node's longest text (memory mode) and a disk's largest file. */
const TOO_LARGE =
	/exceeds the max size limit|cannot create a string longer|invalid (?:string|array) length|ERR_STRING_TOO_LONG|ERR_FS_FILE_TOO_LARGE|ERR_BUFFER_TOO_LARGE|EFBIG|allocation failed/i;
const DISK_FULL = /ENOSPC|EDQUOT/i;

/**
 * Puts a file into n8n's binary store; a stream is written while it comes.
 * @throws VendorError fileTooLarge, or what else the store says; where the stream itself is in
 * trouble, the downloader knows better than this
 */
export async function keepFile(
	context: IExecuteFunctions,
	file: Readable | Buffer,
	name: string,
	mimeType: string,
	vendor: Destination,
): Promise<IBinaryData> {
	return await context.helpers.prepareBinaryData(file, name, mimeType).catch((error: unknown) => {
		throw storeRefusal(error, vendor);
	});
}

function storeRefusal(error: unknown, vendor: Destination): VendorError {
	const said = isObject(error) ? `${asText(error.code)} ${asText(error.message)}` : String(error);
	const told = said.replace(/\s+/g, ' ').trim().slice(0, 300);
	const refused = (reason: Reason, message: string, repair = explain(reason).repair) =>
		new VendorError({ vendor, status: 0, code: '', message, repair, reason });
	if (TOO_LARGE.test(said)) {
		return refused('fileTooLarge', `${explain('fileTooLarge').message}. ${told}`);
	}
	if (DISK_FULL.test(said)) {
		return refused(
			'vendorRejected',
			'The disk on which n8n keeps files is full',
			'Free space on the disk, or let n8n delete old executions sooner (EXECUTIONS_DATA_MAX_AGE), then run again',
		);
	}
	return refused(
		'vendorRejected',
		`n8n could not store the file. ${told}`,
		'Check how this n8n stores binary data (N8N_DEFAULT_BINARY_DATA_MODE), then run again',
	);
}
