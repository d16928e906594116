import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Outcome } from '../../../shared/model/outcome';
import { alive } from '../../../shared/node/ended';
import type { Summarised } from '../../../shared/node/people';
import { registrationReportOf } from '../../mapping/report';
import { checkSettled } from '../people/checkSettled';
import { createNewContacts } from '../people/createContacts';
import { findContacts } from '../people/findContacts';
import { finish } from '../people/finish';
import { readSyncOptions } from '../people/options';
import type { Person } from '../people/person';
import { accountUsers, prepareProperties } from '../people/prepare';
import { readBack } from '../people/readBack';
import { writeAttendance } from '../people/recordAttendance';
import { newRun, type Run } from '../people/run';
import { sessionsOf } from '../people/session';
import { siftByItem } from '../people/sift';
import { updateKnownContacts, updateUntimedContacts } from '../people/updateContacts';
import { writeEvents } from '../people/writeEvents';
import { prepareContactFields } from './contactFields';
import { readRegistering } from './input';
import { readContactOptions } from './options';
import { registrationRule, siftRegistrations } from './sift';

/**
 * Writes who registered, and whose registration was cancelled, to HubSpot, over all items at once,
 * through the same stages and in the same order as the attendance.
 */
export async function syncRegistrations(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Summarised> {
	if (items.length === 0) return { written: [], summaries: [] };
	const contactOptions = readContactOptions(this);
	const registering = readRegistering(this, items);
	const run = await startRun(
		this,
		registering.map(({ person }) => person),
	);
	run.rule = registrationRule(contactOptions.contactRule);
	siftByItem(run.people, run.options, Date.parse(run.startedAt));
	siftRegistrations(run.people, run.options, await accountUsers(run));
	await prepareProperties(run);
	await prepareContactFields(run, registering, contactOptions);
	await findContacts(run);
	// Of a webinar whose people are all left out nothing is written.
	run.sessions = run.sessions.filter(({ people }) => alive(people).length > 0);
	await writeEvents(run);
	await createNewContacts(run);
	await checkSettled(run);
	await updateUntimedContacts(run);
	await writeAttendance(run);
	await updateKnownContacts(run);
	await readBack(run);
	return await finish(this, run, told);
}

async function startRun(context: IExecuteFunctions, people: readonly Person[]): Promise<Run> {
	const options = readSyncOptions(context);
	const startedAt = new Date().toISOString();
	const sessions = sessionsOf(people, options.marketingEvent);
	for (const person of people) {
		const { session } = person.input;
		if (session === null) continue;
		person.report = registrationReportOf(person.input, session, startedAt);
	}
	return await newRun(context, { options, startedAt, people, sessions });
}

/** What was done to a registration is said rather than that its contact was updated. */
function told({ report }: Person, outcome: Outcome): Outcome {
	const isWritten = outcome.steps.registration?.result === 'synced';
	if (!isWritten || outcome.action !== 'updated') return outcome;
	const cancelled = report?.registration?.cancelled === true;
	return { ...outcome, action: cancelled ? 'cancelled' : 'registered' };
}
