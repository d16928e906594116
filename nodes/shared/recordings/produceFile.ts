import type { IBinaryData } from 'n8n-workflow';

import type { Destination, Outcome } from '../model/outcome';
import type { Recording } from '../model/recording';
import type { Webinar } from '../model/webinar';
import { CancelledError } from '../transport/send';
import type { Produced } from './item';
import { failedFile, returnedOutcome } from './outcomes';

/** What was fetched of a file. */
export interface Fetched<Known extends Recording = Recording> {
	/** The file itself, in n8n's store. */
	data?: IBinaryData;
	/** What of the recording is known only now. */
	recording?: Partial<Known>;
}

/**
 * One file as an item: its links and what else is asked for, itself in n8n's binary store. What goes
 * wrong is this file's outcome, and the others go on.
 * @param binaryField the field that the file goes to
 * @param retryAt epoch milliseconds, for what comes later
 * @param fetch may note in `steps` what else was done, also before it fails
 * @throws CancelledError only
 */
export async function produceFile<Known extends Recording>(
	{ destination, webinar, recording }: FileToProduce<Known>,
	binaryField: string,
	retryAt: number,
	fetch: (steps: Outcome['steps']) => Promise<Fetched<Known>>,
): Promise<Produced> {
	const { recordingId } = recording;
	const steps: Outcome['steps'] = {};
	return await fetch(steps).then(
		({ data, recording: more }): Produced => ({
			json: {
				webinar,
				recording: { ...recording, ...more },
				outcome: { ...returnedOutcome(destination, recordingId, data !== undefined), steps },
			},
			...(data !== undefined && { binary: { [binaryField]: data } }),
		}),
		(error: unknown): Produced => {
			if (error instanceof CancelledError) throw error;
			const outcome = failedFile(destination, error, recordingId, retryAt);
			return { json: { webinar, recording, outcome: { ...outcome, steps } } };
		},
	);
}

export interface FileToProduce<Known extends Recording> {
	destination: Destination;
	webinar: Webinar;
	recording: Known;
}
