import type { BenchRow } from './contract';
import { atMostRow } from './rows';
import { startChild } from './support/child';
import type { RecordingSandboxSaid } from './support/recordingSandbox';
import type { SyncRecordingSaid } from './support/syncRecording';

const BYTES = 2 * 1024 ** 3;
const LIMIT_MB = 100;

/**
 * A recording of 2 GB goes from Zoom into n8n's filesystem mode without staying in memory. The
 * sandbox, which makes the bytes, runs in another process.
 */
export async function benchRecording(): Promise<BenchRow[]> {
	const sandbox = await startChild<RecordingSandboxSaid>('support/recordingSandbox.ts', {
		bytes: BYTES,
	});
	const child = await startChild<SyncRecordingSaid>('support/syncRecording.ts', sandbox.said);
	await child.end();
	await sandbox.end();
	const { bytes, ms, peakMb, error } = child.said;
	if (error !== null || bytes !== BYTES) {
		throw new Error(`${bytes} of ${BYTES} bytes were kept: ${error ?? 'no error'}`);
	}
	process.stderr.write(`streamed ${bytes.toLocaleString('en')} bytes in ${Math.round(ms)} ms\n`);
	const streamed = `Sync recordings, ${bytes.toLocaleString('en')} bytes streamed to disk`;
	return [atMostRow(`${streamed}: memory above the start`, 'MB', peakMb, LIMIT_MB, LIMIT_MB)];
}
