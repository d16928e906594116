import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Written } from '../../../shared/node/people';
import { reportOf } from '../../mapping/report';
import { createClient } from '../../transport/request';
import { checkSettled } from '../people/checkSettled';
import { createNewContacts } from '../people/createContacts';
import { findContacts } from '../people/findContacts';
import { hintOf } from '../people/hint';
import { outcomeOf } from '../people/outcome';
import { readPeople, readSyncOptions } from '../people/input';
import { accountUsers, prepareProperties } from '../people/prepare';
import { readBack } from '../people/readBack';
import { writeAttendance } from '../people/recordAttendance';
import type { Run } from '../people/run';
import { sessionsOf } from '../people/session';
import { siftByItem, siftByRules } from '../people/sift';
import { updateKnownContacts } from '../people/updateContacts';
import { writeEvents } from '../people/writeEvents';

/**
 * Writes who attended to HubSpot, over all items at once, in an order that can be broken off
 * anywhere and run again: who is left out; the properties; who is known; the events; who is new;
 * the attendance; the properties of known contacts, whose history says that all before is done;
 * and a look whether another process has overwritten it.
 */
export async function syncAttendance(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	if (items.length === 0) return [];
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
	await readBack(run);
	const outcomes = run.people.map((person) => outcomeOf(run, person));
	// Older versions of n8n have no hints.
	this.addExecutionHints?.(hintOf(outcomes, run.client.calls()));
	return outcomes.map((outcome) => ({ outcome }));
}

async function startRun(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<Run> {
	const options = readSyncOptions(context);
	const people = readPeople(context, items);
	const startedAt = new Date().toISOString();
	const isNoSession = ['neverStarted', 'reportNotReady'];
	const sessions = sessionsOf(
		people.filter(({ input }) => !isNoSession.includes(input.reason ?? '')),
	);
	for (const person of people) {
		if (person.session === null) continue;
		person.report = reportOf(person.input, person.session.input, startedAt);
	}
	return {
		client: await createClient(context),
		options,
		startedAt,
		people,
		sessions,
		contacts: new Map(),
		properties: [],
		deletedUnchecked: '',
	};
}
