import type { IExecuteFunctions } from 'n8n-workflow';

import type { AttendeeOptions } from '../../../shared/attendees/options';
import type { AttendeeRun } from '../../../shared/attendees/run';
import { zoomAccount } from '../../transport/credential';
import { collectPeople } from './collect';
import type { Session } from './findSession';
import { Readings } from './readings';
import { sessionsOf } from './sessions';
import { pastSource } from './source/pastSource';
import { reportSource } from './source/reportSource';
import type { SessionSource } from './source/source';
import { readWanted } from './wanted';

/** Where the sessions that one input item asks for come from, and how their people are read. */
export async function prepareRun(
	context: IExecuteFunctions,
	itemIndex: number,
	options: AttendeeOptions,
): Promise<AttendeeRun<Session>> {
	const input = context.getInputData()[itemIndex]?.json ?? {};
	const { accountId } = await zoomAccount(context);
	const wanted = readWanted(context, itemIndex, input, accountId);
	const source = chosenSource(context, itemIndex, wanted.webinarId);
	const readings = new Readings(context, wanted.webinarId, options.includeTexts);
	const now = Date.now();
	return {
		vendor: 'zoom',
		sessions: sessionsOf({ context, source, readings, options, now }, wanted),
		collect: async (session) =>
			await collectPeople(context, source, session, options, readings, now),
		notes: readings.notes,
		choice: wanted.choice,
		options,
		now,
	};
}

function chosenSource(
	context: IExecuteFunctions,
	itemIndex: number,
	webinarId: string,
): SessionSource {
	return context.getNodeParameter('source', itemIndex, 'report') === 'past'
		? pastSource(context, webinarId)
		: reportSource(context, webinarId);
}
