import {
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { whenPeopleFailOption, type Written } from '../../../shared/node/people';
import { asText } from '../../../shared/transport/json';
import { hostLocator, readHost } from '../../descriptions/hostLocator';
import { toWebinar } from '../../mapping/webinar';
import { zoomAccount } from '../../transport/credential';
import { createWebinar } from '../../transport/endpoints/webinars';
import { isUncertain } from '../../transport/told';
import { findCreated } from './findCreated';
import { readNewWebinar } from './newWebinar';
import { oneByOne } from './oneByOne';
import { done } from './outcome';
import { recurrenceFields } from './recurrenceFields';
import { registrationCoversField, registrationField } from './registrationFields';
import { settingsField } from './settingsFields';
import { SpentHosts } from './spentHosts';

const TIMED = ['once', 'recurring'];

const templateId: INodeProperties = {
	displayName: 'Template ID',
	name: 'templateId',
	type: 'string',
	default: '',
	description: 'A webinar template of the host or of the account',
};

const fields: INodeProperties[] = [
	hostLocator,
	{
		displayName: 'Topic',
		name: 'topic',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Product Launch',
	},
	{
		displayName: 'Schedule',
		name: 'schedule',
		type: 'options',
		default: 'once',
		options: [
			{ name: 'Once', value: 'once' },
			{ name: 'Recurring, at Fixed Times', value: 'recurring' },
			{
				name: 'Recurring, Without Fixed Time',
				value: 'recurringNoFixedTime',
				description: 'The host starts it whenever it suits, always with the same link',
			},
		],
	},
	{
		displayName: 'Start',
		name: 'startTime',
		type: 'dateTime',
		default: '',
		required: true,
		description: 'A time without a time zone is meant in Time Zone',
		displayOptions: { show: { schedule: TIMED } },
	},
	{
		displayName: 'Duration (Minutes)',
		name: 'duration',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 60,
		displayOptions: { show: { schedule: TIMED } },
	},
	{
		displayName: 'Time Zone',
		name: 'timezone',
		type: 'string',
		default: '',
		placeholder: 'e.g. Europe/Berlin',
		description: "Empty means the workflow's time zone",
		displayOptions: { show: { schedule: TIMED } },
	},
	...updateDisplayOptions({ show: { schedule: ['recurring'] } }, recurrenceFields),
	registrationField,
	{
		...registrationCoversField,
		displayOptions: {
			show: { schedule: ['recurring'], registration: ['automatic', 'manual'] },
		},
	},
	{
		displayName: 'Description',
		name: 'agenda',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		description: 'Shown on the registration page',
	},
	{ ...settingsField, options: [...(settingsField.options ?? []), templateId] } as INodeProperties,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [whenPeopleFailOption],
	},
];

export const description = updateDisplayOptions(
	{ show: { resource: ['webinar'], operation: ['create'] } },
	fields,
);

/**
 * One webinar per item. Zoom has no key that would make a creation repeatable, so a lost answer is
 * looked for among the host's webinars, and what is not found there is `uncertain`.
 */
export async function operation(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	const { accountId } = await zoomAccount(this);
	const hosts = new SpentHosts();
	const created = new Set<string>();
	return await oneByOne(this, items, async (index) => {
		const host = readHost(this, index);
		const body = readNewWebinar(this, index, Date.now());
		const { details, wasLost } = await hosts.writeFor(
			host,
			async () => await createOnce(this, host, body, created),
		);
		const webinar = toWebinar(details, accountId);
		created.add(webinar.webinarId);
		const message = `Created the webinar ${asText(details.topic)}`;
		const found = `${message}; Zoom's answer was lost, and it is in the list of the host`;
		return {
			outcome: done('created', webinar.webinarId, wasLost ? found : message),
			adds: { webinar },
		};
	});
}

async function createOnce(
	context: IExecuteFunctions,
	host: string,
	body: IDataObject,
	created: ReadonlySet<string>,
): Promise<{ details: IDataObject; wasLost: boolean }> {
	const sentAt = Date.now();
	return await createWebinar(context, host, body).then(
		(details) => ({ details: details as IDataObject, wasLost: false }),
		async (error: unknown) => {
			if (!isUncertain(error)) throw error;
			const details = await findCreated(context, host, body, { sentAt, created });
			if (details === undefined) throw error;
			return { details: details as IDataObject, wasLost: true };
		},
	);
}
