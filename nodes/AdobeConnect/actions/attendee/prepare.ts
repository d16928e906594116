import type { IExecuteFunctions } from 'n8n-workflow';

import { readChoice, toldTimes } from '../../../shared/attendees/choice';
import type { AttendeeOptions } from '../../../shared/attendees/options';
import type { AttendeeRun } from '../../../shared/attendees/run';
import { readWebinarKey } from '../../descriptions/webinarLocator';
import { createClient } from '../../transport/request';
import { findWebinar } from '../webinars/find';
import { collectPeople } from './collect';
import { Readings } from './readings';
import type { AdobeSession } from './session';
import { sessionsOf } from './sessions';

/** Where the sessions that one input item asks for come from, and how their people are read. */
export async function prepareRun(
	context: IExecuteFunctions,
	itemIndex: number,
	options: AttendeeOptions,
): Promise<AttendeeRun<AdobeSession>> {
	const input = context.getInputData()[itemIndex]?.json ?? {};
	const choice = readChoice(context, itemIndex, input, 'Seminar Session');
	const client = await createClient(context);
	const key = readWebinarKey(context, itemIndex, client.account.baseUrl);
	const occurrenceId = choice.kind === 'occurrence' ? choice.occurrenceId : '';
	const found = await findWebinar(client, key, occurrenceId);
	const readings = new Readings(client, found, options.includeTexts);
	const now = Date.now();
	const search = { client, found, readings, options, told: toldTimes(input, choice), now };
	return {
		vendor: 'adobeConnect',
		sessions: sessionsOf(search, choice),
		collect: async (session) => await collectPeople(search, session),
		notes: readings.notes,
		choice,
		options,
		now,
	};
}
