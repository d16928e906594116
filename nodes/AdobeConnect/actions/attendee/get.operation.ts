import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { readChoice, toldTimes } from '../../../shared/attendees/choice';
import { readOptions } from '../../../shared/attendees/options';
import { runAttendees } from '../../../shared/attendees/run';
import { readWebinarKey } from '../../descriptions/webinarLocator';
import { createClient } from '../../transport/request';
import { findWebinar } from '../webinars/find';
import { collectPeople } from './collect';
import { attendeeFields } from './fields';
import { Readings } from './readings';
import { sessionsOf } from './sessions';

export const description = updateDisplayOptions(
	{ show: { resource: ['attendee'], operation: ['get'] } },
	attendeeFields,
);

/** *Get attendees*: people on output 0, the inputs whose report is not ready on output 1. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[][]> {
	const options = readOptions(this, itemIndex);
	const input = this.getInputData()[itemIndex]?.json ?? {};
	const choice = readChoice(this, itemIndex, input, 'Seminar Session');
	const client = await createClient(this);
	const key = readWebinarKey(this, itemIndex, client.account.baseUrl);
	const occurrenceId = choice.kind === 'occurrence' ? choice.occurrenceId : '';
	const found = await findWebinar(client, key, occurrenceId);
	const readings = new Readings(client, found, options.includeTexts);
	const now = Date.now();
	const search = { client, found, readings, options, told: toldTimes(input, choice), now };
	return await runAttendees(this, itemIndex, {
		vendor: 'adobeConnect',
		sessions: sessionsOf(search, choice),
		collect: async (session) => await collectPeople(search, session),
		notes: readings.notes,
		choice,
		options,
		now,
	});
}
