/** One *Sync recordings* into n8n's filesystem mode, alone in its process. */
import 'reflect-metadata';
import '../../setup';
import fs from 'node:fs';

import { childInput, say } from './child';
import { measured } from './peak';
import type { RecordingSandboxSaid } from './recordingSandbox';

export interface SyncRecordingSaid {
	/** Bytes on the disk, by the file itself. */
	bytes: number;
	ms: number;
	/** Highest resident memory above what it was before. */
	peakMb: number;
	error: string | null;
}

async function main(): Promise<void> {
	const { zoom, webinarId } = childInput<RecordingSandboxSaid>();
	// After the home of n8n-core is set.
	const { filesystemMode, itemsOf } = await import('../../engine/zoom/recording/sync');
	const { byId, zoomNode } = await import('../../engine/zoom/support/zoom');
	const disk = await filesystemMode();
	const sync = async (returned: string) =>
		await zoomNode(
			{ zoom },
			{
				resource: 'recording',
				operation: 'sync',
				recordingsOf: 'webinar',
				webinar: byId(webinarId),
				newSince: 'everything',
				files: ['video'],
				return: returned,
				options: {},
			},
		);
	// Everything is loaded and the token is there before anything is measured.
	await sync('links');
	const { result, ms, peakMb } = await measured(async () => await sync('file'));
	const [item] = result.outputs[0] ?? [];
	const file = item?.binary?.data;
	const said: SyncRecordingSaid = {
		bytes: file === undefined ? 0 : fs.statSync(disk.path(file)).size,
		ms,
		peakMb,
		error: result.error?.message ?? (file ? null : itemsOf(result.outputs[0])[0]!.outcome.message),
	};
	disk.remove();
	say(said);
	process.stdin.resume();
}

void main();
