import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import type { Outcome } from '../../../shared/model/outcome';
import { explain } from '../../../shared/model/reasons';
import type { Produced } from '../../../shared/recordings/item';
import { fileNameOf, mimeTypeOf } from '../../../shared/recordings/names';
import { withoutFile } from '../../../shared/recordings/outcomes';
import { produceFile, type Fetched } from '../../../shared/recordings/produceFile';
import { keepFile } from '../../../shared/recordings/store';
import { unless } from '../../../shared/transport/unless';
import {
	toRecording,
	toViews,
	type AdobeFile,
	type AdobeRecording,
	type AdobeSession,
} from '../../mapping/recording';
import { download } from '../../transport/download';
import { getViews } from '../../transport/endpoints/recordings';
import { getSco } from '../../transport/endpoints/scos';
import { adobeError } from '../../transport/errors';
import type { AdobeClient } from '../../transport/request';
import { isHidden } from '../../transport/told';
import type { AdobeSyncOptions } from './options';
import { makePublic } from './public';

/** What one recording is produced with. */
export interface FileRun {
	context: IExecuteFunctions;
	client: AdobeClient;
	options: AdobeSyncOptions;
	/** Whether the file of a recording comes out with its MP4, which is a recording of its own. */
	isConverted(file: AdobeFile): boolean;
}

/**
 * One recording as an item: its link, public if that was chosen, its view counts, its file in n8n's
 * binary store. What goes wrong is this recording's outcome, and the others go on.
 * @param retryAt epoch milliseconds, for what comes later
 * @throws CancelledError only
 */
export async function produceAdobeFile(
	run: FileRun,
	session: AdobeSession,
	file: AdobeFile,
	retryAt: number,
): Promise<Produced> {
	const { client, options } = run;
	const { webAddress } = await client.session();
	const recording = toRecording(file, webAddress, options.links);
	const { webinar } = session;
	if (file.state === 'processing') {
		const outcome = withoutFile('adobeConnect', 'recordingProcessing', retryAt);
		return { json: { webinar, recording, outcome: { ...outcome, recordId: file.recordingId } } };
	}
	return await produceFile(
		{ destination: 'adobeConnect', webinar, recording },
		options.binaryField,
		retryAt,
		async (steps) => await fetchFile(run, session, file, steps),
	);
}

async function fetchFile(
	run: FileRun,
	session: AdobeSession,
	file: AdobeFile,
	steps: Outcome['steps'],
): Promise<Fetched<AdobeRecording>> {
	const { client, options } = run;
	if (options.makePublic) await makePublic(client, file.recordingId, steps);
	const recording = {
		views: options.views ? await readViews(client, file.recordingId) : null,
	};
	if (!options.download) return { recording };
	if (run.isConverted(file)) {
		steps.file = { result: 'skipped', message: 'The file comes with the MP4 of this recording' };
		return { recording };
	}
	steps.file = { result: 'failed' };
	const data = await keptFile(run, session, file);
	steps.file = { result: 'synced' };
	return { recording, data };
}

/** null where the user may watch the recording and not read its report. */
export async function readViews(
	client: AdobeClient,
	recordingId: string,
): Promise<AdobeRecording['views']> {
	const report = await unless(isHidden, getViews(client, recordingId));
	return report === undefined ? null : toViews(report);
}

async function keptFile(
	{ context, client }: FileRun,
	{ webinar }: AdobeSession,
	{ recordingId, urlPath, kind, startTime }: AdobeFile,
): Promise<IBinaryData> {
	if (urlPath === '') throw noAddress();
	const extension = kind === 'mp4-archive' ? 'mp4' : 'zip';
	const name = fileNameOf(webinar, { startTime, type: kind, extension });
	const source = {
		urlPath,
		kind: extension,
		async renew() {
			const what = 'the recording';
			const sco = await unless(isHidden, getSco(client, recordingId, what));
			if (sco === undefined) throw deletedMeanwhile();
		},
	} as const;
	return await download(
		context,
		client,
		source,
		async (content) =>
			await keepFile(context, content, name, mimeTypeOf({ extension }), 'adobeConnect'),
	);
}

function deletedMeanwhile() {
	const { message, repair } = explain('recordingDeleted');
	return adobeError({ status: 200, code: '', message, repair, reason: 'recordingDeleted' });
}

function noAddress() {
	return adobeError({
		status: 200,
		code: '',
		message: 'Adobe Connect names no address of the recording that a file could be fetched from',
		repair: 'Download the recording on the website of Adobe Connect',
		reason: 'vendorRejected',
	});
}
