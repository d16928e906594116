import type { IExecuteFunctions } from 'n8n-workflow';

import { readOccurrence } from '../../descriptions/occurrenceLocator';
import { readWebinarKey } from '../../descriptions/webinarLocator';
import type { WebinarKey } from '../../mapping/webinarLink';
import type { AdobeClient } from '../../transport/request';
import { findWebinar, type FoundWebinar } from '../webinars/find';

/** The webinar that an item names. */
export interface WebinarChoice {
	key: WebinarKey;
	/** One seminar session; empty = none. */
	occurrenceId: string;
}

/** @throws ParameterError */
export function readWebinarChoice(
	context: IExecuteFunctions,
	itemIndex: number,
	client: AdobeClient,
): WebinarChoice {
	return {
		key: readWebinarKey(context, itemIndex, client.account.baseUrl),
		occurrenceId: readOccurrence(context, itemIndex),
	};
}

/** The webinar, and the seminar session as far as somebody chose one. */
export interface ChosenWebinar {
	found: FoundWebinar;
	occurrenceId: string;
}

/** @throws VendorError as `findWebinar` does */
export async function findChosen(
	client: AdobeClient,
	{ key, occurrenceId }: WebinarChoice,
): Promise<ChosenWebinar> {
	const found = await findWebinar(client, key, occurrenceId);
	const { webinar } = found;
	const isSession = 'scoId' in key && key.scoId !== webinar.webinarId;
	return { found, occurrenceId: occurrenceId !== '' || isSession ? webinar.occurrenceId : '' };
}
