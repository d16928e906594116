import {
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { occurrenceLocator, readOccurrence } from '../../descriptions/occurrenceLocator';
import { pastWebinarLocator, readWebinarKey } from '../../descriptions/webinarLocator';
import { asJson } from '../../mapping/asJson';
import { withRun } from '../../mapping/webinar';
import { toSettings, toShownOccurrences } from '../../mapping/webinarShown';
import { createClient, type AdobeClient } from '../../transport/request';
import { childOf } from '../../xml/element';
import { findWebinar, type FoundWebinar } from '../webinars/find';
import { readSeminarFacts } from './seminarFacts';
import { readRuns, runOf } from './runs';

const fields: INodeProperties[] = [
	pastWebinarLocator,
	occurrenceLocator,
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
];

export const description = updateDisplayOptions(
	{ show: { resource: ['webinar'], operation: ['get'] } },
	fields,
);

/**
 * One webinar: its plan, its settings and its sessions, with the run that it came to. Raw: everything that
 * was read, with Adobe Connect's names, without passcodes.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[][]> {
	const client = await createClient(this);
	const key = readWebinarKey(this, itemIndex, client.account.baseUrl);
	const found = await findWebinar(client, key, readOccurrence(this, itemIndex));
	const simplify = this.getNodeParameter('simplify', itemIndex, true) !== false;
	const json = simplify ? await simplified(client, found) : await raw(client, found);
	return [[{ json, pairedItem: { item: itemIndex } }]];
}

async function simplified(client: AdobeClient, found: FoundWebinar): Promise<IDataObject> {
	const run = runOf(found, await readRuns(client, found));
	const facts = await readSeminarFacts(client, found);
	return {
		...(run === undefined ? found.webinar : withRun(found.webinar, run)),
		settings: toSettings({ ...found, ...facts, kind: found.webinar.kind }),
		occurrences: toShownOccurrences(found.sessions),
	};
}

async function raw(client: AdobeClient, found: FoundWebinar): Promise<IDataObject> {
	const { webinar, sco, event, sessions, access } = found;
	const rows = await readRuns(client, found);
	return {
		kind: webinar.kind,
		sco: asJson(sco),
		...(event !== null && {
			'event-info': asJson(childOf(event, 'event-info')),
			preferences: asJson(childOf(event, 'preferences')),
		}),
		...(event === null && { 'public-access': access }),
		...(webinar.kind === 'seminar' && { sessions: sessions.map(asJson) }),
		runs: rows.map(asJson),
	};
}
