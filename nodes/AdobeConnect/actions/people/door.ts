import type { IExecuteFunctions } from 'n8n-workflow';

import { Door, Run } from '../../../shared/registrants/door';
import type { AdobeClient } from '../../transport/request';
import { concernsEverybody } from '../outcome';
import type { FoundWebinar } from '../webinars/find';

/** One run of an operation that writes people. */
export function startRun(context: IExecuteFunctions): Run {
	return new Run(context, concernsEverybody);
}

/** An event or a room, to which people are written. */
export class AdobeDoor extends Door {
	constructor(
		run: Run,
		readonly client: AdobeClient,
		readonly found: FoundWebinar,
	) {
		super(run);
	}

	/** sco-id whose permissions say who is registered. */
	get aclId(): string {
		return this.found.aclId;
	}

	/** As people call it. */
	get name(): 'event' | 'room' {
		return this.found.event === null ? 'room' : 'event';
	}
}
