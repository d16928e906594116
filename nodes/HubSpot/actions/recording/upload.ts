import { alive } from '../../../shared/node/ended';
import { attempt } from '../../../shared/transport/attempt';
import { isTemporary } from '../../../shared/transport/vendorError';
import { uploadFile } from '../../transport/files';
import type { Entry } from './entry';
import { isSpoken, textOf } from './plan';
import type { Group, Run } from './run';

/** Puts the items' files into HubSpot's file manager; one that was put there before is not sent again. */
export async function uploadFiles(run: Run, group: Group): Promise<void> {
	if (run.options.as !== 'file') return;
	for (const entry of alive(group.entries)) {
		const attempted = await attempt(uploadOne(run, group, entry));
		if (!attempted.ok) entry.refuse(attempted.error, 'file', isTemporary(attempted.error));
	}
}

async function uploadOne(run: Run, { memory }: Group, entry: Entry): Promise<void> {
	const { options, client } = run;
	const { recordingId = '' } = entry.input.file ?? {};
	const known = recordingId === '' ? undefined : memory.files[recordingId];
	if (known !== undefined) {
		entry.uploaded = { id: known, url: '' };
		entry.step('file', 'unchanged');
		return;
	}
	const file = await run.fileOf(entry.index);
	if (file === null) {
		// The words of a transcript are written all the same.
		if (isSpoken(entry) && textOf(run, entry) !== '') return;
		const message = `The item holds no file in the field ${options.binaryField}`;
		entry.fail('vendorRejected', message, NO_FILE_REPAIR, 'file');
		return;
	}
	if (!options.preview) {
		entry.uploaded = await uploadFile(client, file, options);
		if (recordingId !== '') memory.files[recordingId] = entry.uploaded.id;
	}
	entry.step('file', 'synced');
}

const NO_FILE_REPAIR =
	'Set Return to Links and File or File Only in Sync Recordings, or set Add As to Link';
