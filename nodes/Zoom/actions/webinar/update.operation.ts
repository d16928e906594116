import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { whenPeopleFailOption, type Written } from '../../../shared/node/people';
import type { Webinar } from '../../../shared/model/webinar';
import { asText, type JsonObject } from '../../../shared/transport/json';
import { unless } from '../../../shared/transport/unless';
import { VendorError } from '../../../shared/transport/vendorError';
import { readWebinarId, webinarLocator } from '../../descriptions/webinarLocator';
import { occurrenceById, occurrencesOf, onDate } from '../../mapping/occurrences';
import { toWebinar } from '../../mapping/webinar';
import { isAlreadySo } from '../../mapping/webinarDifferences';
import { zoomAccount } from '../../transport/credential';
import { getWebinar, updateWebinar } from '../../transport/endpoints/webinars';
import { tellingMeetings } from '../../transport/whatIsIt';
import { changeFields } from './changeFields';
import { oneByOne } from './oneByOne';
import { alreadySo, done } from './outcome';
import { readScope, scopeFields } from './scopeField';
import { settingsField } from './settingsFields';
import { SpentHosts } from './spentHosts';
import { asOnDate, readChange } from './webinarChange';

const fields: INodeProperties[] = [
	webinarLocator,
	...scopeFields,
	changeFields,
	settingsField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Notify Registrants',
				name: 'notify',
				type: 'boolean',
				default: false,
				description: 'Whether Zoom mails the change to registrants',
			},
			whenPeopleFailOption,
		],
	},
];

export const description = updateDisplayOptions(
	{ show: { resource: ['webinar'], operation: ['update'] } },
	fields,
);

/**
 * One webinar, series or occurrence per item. Only what is given is sent, and only where it differs
 * from what Zoom has.
 */
export async function operation(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	const { accountId } = await zoomAccount(this);
	const hosts = new SpentHosts();
	return await oneByOne(this, items, async (index) => {
		const webinarId = readWebinarId(this, index);
		const occurrenceId = readScope(this, index);
		const read = async (): Promise<JsonObject> => await getWebinar(this, webinarId, occurrenceId);
		const before = await tellingMeetings(this, webinarId, read());
		const present = asOnDate(before, occurrenceId);
		const change = readChange(this, index, present, Date.now());
		const shown = (details: JsonObject): { webinar: Webinar } => ({
			webinar: showing(details, accountId, occurrenceId),
		});
		if (isAlreadySo(change, present)) {
			const outcome = alreadySo(webinarId, 'The webinar was already up to date');
			return { outcome, adds: shown(before) };
		}
		await hosts.writeFor(asText(before.host_id), async () => {
			await updateWebinar(this, webinarId, occurrenceId, change);
		});
		// Written is written, whether it can be read back or not.
		const after = await unless(isVendors, read());
		const outcome = done('updated', webinarId, `Updated ${namesOf(change).join(', ')}`);
		return { outcome, adds: shown(after ?? before) };
	});
}

function showing(details: JsonObject, accountId: string, occurrenceId: string): Webinar {
	const webinar = toWebinar(details, accountId);
	if (occurrenceId === '') return webinar;
	const minutes = Math.round(webinar.durationSeconds / 60);
	return onDate(webinar, occurrenceById(occurrencesOf(details), occurrenceId, minutes));
}

function namesOf(change: JsonObject): string[] {
	return Object.keys(change).map((name) => name.replace(/_/g, ' '));
}

function isVendors(error: unknown): boolean {
	return error instanceof VendorError;
}
