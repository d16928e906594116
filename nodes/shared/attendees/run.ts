import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Destination } from '../model/outcome';
import { isCalledAsTool } from '../node/tool';
import type { Collected } from './assemble';
import type { Choice } from './choice';
import { nobody } from './nobody';
import type { Notes } from './notes';
import { notReady } from './notReady';
import type { AttendeeOptions } from './options';
import type { HeldSession } from './session';
import { summarise } from './summary';

/** Where the sessions of one input item come from, and the people of each. */
export interface AttendeeRun<S extends HeldSession> {
	vendor: Destination;
	sessions: AsyncIterable<S>;
	collect(session: S): Promise<Collected>;
	notes: Notes;
	choice: Choice;
	options: AttendeeOptions;
	/** Epoch milliseconds. */
	now: number;
}

/**
 * *Get attendees*: one item per person and session on output 0, and on output 1 the input for each
 * session whose report is not ready. As a tool everything comes out on output 0, because n8n hands
 * an agent nothing else, and of each session a summary.
 */
export async function runAttendees<S extends HeldSession>(
	context: IExecuteFunctions,
	itemIndex: number,
	{ vendor, sessions, collect, notes, choice, options, now }: AttendeeRun<S>,
): Promise<INodeExecutionData[][]> {
	const input = context.getInputData()[itemIndex]?.json ?? {};
	const tool = isCalledAsTool(context);
	const ready: IDataObject[] = [];
	const waiting: IDataObject[] = [];
	for await (const session of sessions) {
		if (session.reason === 'reportNotReady') {
			waiting.push(notReady(input, session, { vendor, choice, options, now }));
			continue;
		}
		const found = await collect(session);
		const people = found.people.length > 0 ? found.people : [nobody(session, found.reason)];
		if (tool) ready.push(summarise(session.webinar, people, options.people.has('onDemand')));
		else for (const person of people) ready.push(person);
	}
	const hints = notes.all.map((message) => ({ message, location: 'outputPane' as const }));
	if (hints.length > 0) context.addExecutionHints(...hints);
	const toItems = (list: IDataObject[]): INodeExecutionData[] =>
		list.map((json) => ({ json, pairedItem: { item: itemIndex } }));
	return tool ? [toItems([...ready, ...waiting]), []] : [toItems(ready), toItems(waiting)];
}
