import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { parseDomains } from '../../../shared/items/domains';
import { isOneOf } from '../../../shared/items/text';
import { excludedDomainsOption, readAttendanceRules } from '../../../shared/node/attendanceOptions';
import { asNumber, asObject, asText, type JsonObject } from '../../../shared/transport/json';
import { eventOptions, readEventOptions } from '../../descriptions/eventOptions';
import type { SyncOptions } from './run';

const DEFAULT_READ_BACK_SECONDS = 5;

/** Options of every operation that writes people, in the order of their names. */
export const syncOptionFields: INodeProperties[] = [
	{
		displayName: 'Create Missing Properties',
		name: 'createMissingProperties',
		type: 'boolean',
		default: true,
		description:
			'Whether to create the contact properties of this package when HubSpot does not have them yet. Needs the scope crm.schemas.contacts.write.',
	},
	{
		displayName: 'Deleted Contacts',
		name: 'deletedContacts',
		type: 'options',
		default: 'skip',
		description: 'What to do with people whose contact was deleted within the last 90 days',
		options: [
			{
				name: 'Leave Out',
				value: 'skip',
				description: "As HubSpot's own integration does",
			},
			{
				name: 'Create Again',
				value: 'create',
				description: 'As a new contact, whose webinar counts start at zero',
			},
		],
	},
	{
		displayName: 'Exclude Account Users',
		name: 'excludeAccountUsers',
		type: 'boolean',
		default: true,
		description:
			'Whether to leave out people who are users of the HubSpot account. Needs the scope settings.users.read.',
	},
	excludedDomainsOption,
	{
		displayName: 'Excluded Domains Apply To',
		name: 'exclusionsApplyTo',
		type: 'options',
		default: 'everybody',
		options: [
			{ name: 'Everybody', value: 'everybody' },
			{
				name: 'New Contacts Only',
				value: 'newContacts',
				description: 'Contacts at these domains are updated, but no new ones are created',
			},
		],
	},
	{
		displayName: 'Read Back After (Seconds)',
		name: 'readBackAfter',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: DEFAULT_READ_BACK_SECONDS,
		description:
			'How long to wait before the written contacts are read once more, to check that nothing else has overwritten them',
	},
	{
		displayName: 'Secondary Emails',
		name: 'secondaryEmails',
		type: 'options',
		default: 'skip',
		description: 'What to do with addresses that are only a secondary email of a contact',
		options: [
			{ name: 'Leave Out', value: 'skip', description: "As HubSpot's own integration does" },
			{
				name: 'Attribute to the Contact',
				value: 'attribute',
				description: 'If two people are one contact, the longer stay counts',
			},
		],
	},
];

/** Options of the operation beside the common ones, all of them in the order of their names. */
export function withSyncOptions(own: readonly INodeProperties[]): INodeProperties[] {
	return [...syncOptionFields, ...eventOptions, ...own].sort((one, other) =>
		one.displayName < other.displayName ? -1 : 1,
	);
}

/** What an operation that writes people is set to; what it does not offer has its default. */
export function readSyncOptions(context: IExecuteFunctions): SyncOptions {
	const options = asObject(context.getNodeParameter('options', 0, {}));
	const chosen = chooser(options);
	return {
		...readEventOptions(options),
		preview: context.getNodeParameter('preview', 0, false) === true,
		createMissingProperties: options.createMissingProperties !== false,
		excludedDomains: parseDomains(asText(options.excludedDomains)),
		exclusionsApplyTo: chosen('exclusionsApplyTo', ['everybody', 'newContacts']),
		excludeAccountUsers: options.excludeAccountUsers !== false,
		...readAttendanceRules(options),
		secondaryEmails: chosen('secondaryEmails', ['skip', 'attribute']),
		deletedContacts: chosen('deletedContacts', ['skip', 'create']),
		engagement: chosen('engagement', ['leave', 'properties', 'note']),
		readBackAfterSeconds: number(options.readBackAfter, DEFAULT_READ_BACK_SECONDS),
	};
}

/** One of the listed words; the first where the option is not set. */
function chooser(options: JsonObject) {
	return <T extends string>(name: string, words: readonly [T, ...T[]]): T => {
		const chosen = asText(options[name]);
		return isOneOf(words, chosen) ? chosen : words[0];
	};
}

function number(value: unknown, standard: number): number {
	return Math.max(0, asNumber(value) ?? standard);
}
