import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { alive } from '../../../shared/node/ended';
import type { Written } from '../../../shared/node/people';
import { attempt } from '../../../shared/transport/attempt';
import { createClient } from '../../transport/request';
import { associate } from './associate';
import { writeCall } from './call';
import { findContacts } from './contacts';
import { refuseAll, type StepName } from './entry';
import { findGroups } from './groups';
import { lazyFile, readEntries } from './input';
import { readRecordingOptions } from './options';
import { outcomeOf } from './outcome';
import { siftEntries } from './plan';
import { prepareEventProperties } from './prepare';
import { remember } from './remember';
import type { Group, Run } from './run';
import { writeTranscripts } from './transcript';
import { uploadFiles } from './upload';

/**
 * Adds recordings to HubSpot, over all items at once: the files of one session become one call,
 * associated with the people of the webinar. What has been made is remembered at the marketing event
 * right away, because calls and notes have no natural key.
 */
export async function syncRecordings(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	const options = readRecordingOptions(this);
	const entries = readEntries(this, items);
	if (alive(entries).length > 0) {
		const client = await createClient(this);
		const run: Run = {
			client,
			options,
			now: Date.now(),
			properties: await prepareEventProperties(client, options),
			fileOf: async (index) => await lazyFile(this, items[index], options.binaryField),
		};
		for (const group of await findGroups(run, entries)) await writeGroup(run, group);
	}
	return entries.map((entry) => ({ outcome: outcomeOf(options, entry) }));
}

/** What HubSpot refuses for one session does not keep the others from being written. */
async function writeGroup(run: Run, group: Group): Promise<void> {
	let step: StepName = 'association';
	const write = async (): Promise<void> => {
		await findContacts(run, group);
		await siftEntries(run, group);
		step = 'file';
		await uploadFiles(run, group);
		if (alive(group.entries).length === 0) return;
		step = 'call';
		const callIsNew = await writeCall(run, group);
		step = 'event';
		await remember(run, group);
		step = 'transcript';
		const notes = await writeTranscripts(run, group);
		step = 'event';
		await remember(run, group);
		step = 'association';
		await associate(run, group, callIsNew, notes);
	};
	const attempted = await attempt(write());
	if (!attempted.ok) refuseAll(group.entries, attempted.error, step);
	for (const entry of group.entries) entry.callId = group.memory.callId;
}
