import type { IBinaryData } from 'n8n-workflow';

import type { Destination, Outcome } from '../model/outcome';
import type { Recording } from '../model/recording';
import type { Webinar } from '../model/webinar';
import { CancelledError } from '../transport/send';
import type { Produced } from './item';
import { failedFile, returnedOutcome } from './outcomes';

/** What was fetched of a file. */
export interface Fetched {
	/** The file itself, in n8n's store. */
	data?: IBinaryData;
	/** What of the recording is known only now. */
	recording?: Partial<Recording>;
	/** What else was done for it. */
	steps?: Outcome['steps'];
}

/**
 * One file as an item: its links and what else is asked for, itself in n8n's binary store. What goes
 * wrong is this file's outcome, and the others go on.
 * @param binaryField the field that the file goes to
 * @param retryAt epoch milliseconds, for what comes later
 * @throws CancelledError only
 */
export async function produceFile(
	{ destination, webinar, recording }: FileToProduce,
	binaryField: string,
	retryAt: number,
	fetch: () => Promise<Fetched>,
): Promise<Produced> {
	const { recordingId } = recording;
	return await fetch().then(
		({ data, recording: more, steps = {} }): Produced => ({
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
			return { json: { webinar, recording, outcome } };
		},
	);
}

export interface FileToProduce {
	destination: Destination;
	webinar: Webinar;
	recording: Recording;
}
