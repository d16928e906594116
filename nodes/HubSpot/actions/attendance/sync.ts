import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Summarised } from '../../../shared/node/people';
import { NOTE_DUE } from '../../mapping/engagement';
import { reportOf } from '../../mapping/report';
import { checkSettled } from '../people/checkSettled';
import { createNewContacts } from '../people/createContacts';
import { findContacts } from '../people/findContacts';
import { finish } from '../people/finish';
import { readPeople } from '../people/input';
import { readSyncOptions } from '../people/options';
import { accountUsers, prepareProperties } from '../people/prepare';
import { readBack } from '../people/readBack';
import { writeAttendance } from '../people/recordAttendance';
import { newRun, type Run } from '../people/run';
import { sessionsOf } from '../people/session';
import { siftByItem, siftByRules } from '../people/sift';
import { updateKnownContacts } from '../people/updateContacts';
import { writeEvents } from '../people/writeEvents';
import { writeNotes } from '../people/writeNotes';

/**
 * Writes who attended to HubSpot, over all items at once, in an order that can be broken off
 * anywhere and run again: who is left out; the properties; who is known; the events; who is new;
 * the attendance; the properties of known contacts, whose history says that all before is done;
 * a look whether another process has overwritten it; and what HubSpot counts in the end.
 */
export async function syncAttendance(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Summarised> {
	if (items.length === 0) return { written: [], summaries: [] };
	const run = await startRun(this, items);
	siftByItem(run.people, run.options, Date.parse(run.startedAt));
	siftByRules(run.people, run.options, await accountUsers(run));
	await prepareProperties(run);
	await findContacts(run);
	await writeEvents(run);
	await createNewContacts(run);
	await checkSettled(run);
	await writeAttendance(run);
	await updateKnownContacts(run);
	await writeNotes(
		run,
		items.map(({ json }) => json),
	);
	await readBack(run);
	return await finish(this, run);
}

async function startRun(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<Run> {
	const options = readSyncOptions(context);
	const people = readPeople(context, items);
	const startedAt = new Date().toISOString();
	const isNoSession = ['neverStarted', 'reportNotReady'];
	const sessions = sessionsOf(
		people.filter(({ input }) => !isNoSession.includes(input.reason ?? '')),
		options.marketingEvent,
	);
	for (const person of people) {
		const { session } = person.input;
		if (person.session === null || session === null) continue;
		const { input } = person;
		const engagement = options.engagement === 'properties' ? input.engagement : null;
		const hasNote = options.engagement === 'note' && input.engagement !== null;
		person.report = {
			...reportOf({ ...input, engagement }, session, startedAt),
			...(hasNote && { note: NOTE_DUE }),
		};
	}
	return await newRun(context, { options, startedAt, people, sessions });
}
