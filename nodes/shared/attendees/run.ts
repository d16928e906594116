import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

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
	run: AttendeeRun<S>,
): Promise<INodeExecutionData[][]> {
	const tool = isCalledAsTool(context);
	return await runSessions(context, itemIndex, run, (session, found) => {
		const people = found.people.length > 0 ? found.people : [nobody(session, found.reason)];
		const { options } = run;
		if (tool) return [{ json: summarise(session.webinar, people, options.people.has('onDemand')) }];
		return people.map((json) => ({ json }));
	});
}

/**
 * Reads the sessions of one input item one after the other, since each may be large.
 * @param produce what comes out for a session whose report is there
 * @returns the items of the sessions, and the input for each session whose report is not ready
 */
export async function runSessions<S extends HeldSession>(
	context: IExecuteFunctions,
	itemIndex: number,
	{ vendor, sessions, collect, notes, choice, options, now }: AttendeeRun<S>,
	produce: (session: S, found: Collected) => INodeExecutionData[] | Promise<INodeExecutionData[]>,
): Promise<INodeExecutionData[][]> {
	const input = context.getInputData()[itemIndex]?.json ?? {};
	const ready: INodeExecutionData[] = [];
	const waiting: INodeExecutionData[] = [];
	for await (const session of sessions) {
		if (session.reason === 'reportNotReady') {
			waiting.push({ json: notReady(input, session, { vendor, choice, options, now }) });
			continue;
		}
		for (const item of await produce(session, await collect(session))) ready.push(item);
	}
	const hints = notes.all.map((message) => ({ message, location: 'outputPane' as const }));
	if (hints.length > 0) context.addExecutionHints(...hints);
	const linked = (list: INodeExecutionData[]): INodeExecutionData[] =>
		list.map((item) => ({ ...item, pairedItem: { item: itemIndex } }));
	return isCalledAsTool(context)
		? [linked([...ready, ...waiting]), []]
		: [linked(ready), linked(waiting)];
}
