import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { readOptions } from '../../../shared/attendees/options';
import { runAttendees } from '../../../shared/attendees/run';
import { zoomAccount } from '../../transport/credential';
import { collectPeople } from './collect';
import { attendeeFields } from './fields';
import { Readings } from './readings';
import { sessionsOf } from './sessions';
import { pastSource } from './source/pastSource';
import { reportSource } from './source/reportSource';
import type { SessionSource } from './source/source';
import { readWanted } from './wanted';

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
	const { accountId } = await zoomAccount(this);
	const wanted = readWanted(this, itemIndex, input, accountId);
	const source = chosenSource(this, itemIndex, wanted.webinarId);
	const readings = new Readings(this, wanted.webinarId, options.includeTexts);
	const now = Date.now();
	const search = { context: this, source, readings, options, now };
	return await runAttendees(this, itemIndex, {
		vendor: 'zoom',
		sessions: sessionsOf(search, wanted),
		collect: async (session) => await collectPeople(this, source, session, options, readings, now),
		notes: readings.notes,
		choice: wanted.choice,
		options,
		now,
	});
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
