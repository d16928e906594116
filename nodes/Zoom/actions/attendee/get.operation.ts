import {
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { isCalledAsTool } from '../../../shared/node/tool';
import { zoomAccount } from '../../transport/credential';
import { collectPeople } from './collect';
import { attendeeFields } from './fields';
import { nobody } from './nobody';
import { notReady } from './notReady';
import { readOptions } from './options';
import { Readings } from './readings';
import { sessionsOf } from './sessions';
import { pastSource } from './source/pastSource';
import { reportSource } from './source/reportSource';
import type { SessionSource } from './source/source';
import { summarise } from './summary';
import { readWanted } from './wanted';

export const description = updateDisplayOptions(
	{ show: { resource: ['attendee'], operation: ['get'] } },
	attendeeFields,
);

/**
 * *Get attendees*: one item per person and session on output 0, and on output 1 the input for each
 * session whose report is not ready. As a tool everything comes out on output 0, because n8n hands
 * an agent nothing else, and of each session a summary.
 */
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
	const tool = isCalledAsTool(this);
	const ready: IDataObject[] = [];
	const waiting: IDataObject[] = [];
	const search = { context: this, source, readings, options, now };
	for await (const session of sessionsOf(search, wanted)) {
		if (session.reason === 'reportNotReady') {
			waiting.push(notReady(input, session, wanted.choice, options, now));
			continue;
		}
		const found = await collectPeople(this, source, session, options, readings, now);
		const people = found.people.length > 0 ? found.people : [nobody(session, found.reason)];
		if (tool) ready.push(summarise(session.webinar, people, options.people.has('onDemand')));
		else for (const person of people) ready.push(person);
	}
	if (readings.notes.length > 0) {
		this.addExecutionHints(
			...readings.notes.map((message) => ({ message, location: 'outputPane' as const })),
		);
	}
	const toItems = (list: IDataObject[]): INodeExecutionData[] =>
		list.map((json) => ({ json, pairedItem: { item: itemIndex } }));
	return tool ? [toItems([...ready, ...waiting]), []] : [toItems(ready), toItems(waiting)];
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
