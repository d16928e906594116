import type { IExecuteFunctions } from 'n8n-workflow';

import type { Reason } from '../../../shared/model/reasons';
import { Door, isAboutWebinar, type Run } from '../../../shared/registrants/door';
import type { VendorError } from '../../../shared/transport/vendorError';

/** So many webinars are worked on at once. */
export const WEBINARS_AT_ONCE = 3;

/** As `isAboutWebinar`, of a batch: a webinar that is too full for 30 may have room for some. */
export function closesForBatch(error: VendorError): boolean {
	return isAboutWebinar(error) && error.details.reason !== 'webinarFull';
}

const NOT_SAID_OF_PEOPLE: readonly Reason[] = ['uncertain', 'temporarilyUnavailable', 'dailyLimit'];

/** Whether Zoom said no to what was in a batch, so that its people may be sent one by one. */
export function isAboutBatch(error: VendorError): boolean {
	return !closesForBatch(error) && !NOT_SAID_OF_PEOPLE.includes(error.details.reason);
}

/** One webinar of Zoom's, or occurrences of it. */
export class ZoomDoor extends Door {
	constructor(
		run: Run,
		readonly webinarId: string,
		/** Empty for the whole webinar. */
		readonly occurrenceIds: readonly string[],
	) {
		super(run);
	}

	get context(): IExecuteFunctions {
		return this.run.context;
	}

	/** The occurrence that calls for a single one take; empty where none or several are meant. */
	get occurrenceId(): string {
		return this.occurrenceIds.length === 1 ? this.occurrenceIds[0]! : '';
	}
}
