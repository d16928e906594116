import { unless } from '../../../shared/transport/unless';
import { VendorError } from '../../../shared/transport/vendorError';
import { inOrder } from '../../mapping/heldRuns';
import { toFile, type AdobeFile } from '../../mapping/recording';
import { toRun, type Run } from '../../mapping/run';
import { getRecordings } from '../../transport/endpoints/recordings';
import { runsOf } from '../../transport/endpoints/reports';
import type { AdobeClient } from '../../transport/request';
import { isHidden } from '../../transport/told';
import type { XmlElement } from '../../xml/element';

/**
 * The runs of a room, oldest first; null where the user may read the room and not its reports.
 * @param roomId sco-id
 */
export async function readRuns(client: AdobeClient, roomId: string): Promise<Run[] | null> {
	async function read(): Promise<Run[]> {
		const runs: Run[] = [];
		for await (const row of runsOf(client, roomId)) {
			const run = toRun(row);
			if (run !== undefined) runs.push(run);
		}
		return inOrder(runs);
	}
	return (await unless(isHidden, read())) ?? null;
}

/** The recordings of a room, oldest first; conversions that failed are left out. */
export async function readRecordings(client: AdobeClient, roomId: string): Promise<AdobeFile[]> {
	return toFiles(await getRecordings(client, roomId));
}

/** Rows of a list as files, oldest first, each once. */
export function toFiles(rows: readonly XmlElement[]): AdobeFile[] {
	const files = new Map<string, AdobeFile>();
	for (const row of rows) {
		const file = toFile(row);
		if (file !== undefined && file.state !== 'failed') files.set(file.key, file);
	}
	return [...files.values()].sort((a, b) => (a.startTime ?? '').localeCompare(b.startTime ?? ''));
}

/** Whether there is no such webinar, or none that the user may read. */
export function isNoWebinar(error: unknown): error is VendorError {
	return (
		isHidden(error) ||
		(error instanceof VendorError &&
			['webinarNotFound', 'notAWebinar'].includes(error.details.reason))
	);
}
