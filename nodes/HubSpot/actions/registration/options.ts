import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { asObject, asText } from '../../../shared/transport/json';
import { isOneOf } from '../../../shared/items/text';

/** Whose contact may be written. */
export type ContactRule = (typeof CONTACT_RULES)[number];

const CONTACT_RULES = ['both', 'create', 'update'] as const;

export interface ContactOptions {
	contactRule: ContactRule;
	/** Internal name of the stage; empty = leave it to HubSpot. */
	lifecycleStage: string;
	/** Contacts that exist are moved forward, too. */
	lifecycleForward: boolean;
	/** Names, phone and so on take the place of what HubSpot holds. */
	overwrite: boolean;
}

/** The Options about contacts, which only registrations have. */
export const contactOptions: INodeProperties[] = [
	{
		displayName: 'Contact Rule',
		name: 'contactRule',
		type: 'options',
		default: 'both',
		description: 'Whose contact is written. All others are left out, and their outcome says so.',
		options: [
			{
				name: 'Create and Update',
				value: 'both',
				description: 'Everybody. People whom HubSpot does not know yet are created.',
			},
			{
				name: 'Only Create',
				value: 'create',
				description: 'People whom HubSpot does not know, and those registered by this node before',
			},
			{
				name: 'Only Update',
				value: 'update',
				description: 'People whom HubSpot knows; nobody is created',
			},
		],
	},
	{
		displayName: 'Lifecycle Stage Applies To',
		name: 'lifecycleAppliesTo',
		type: 'options',
		default: 'new',
		options: [
			{ name: 'New Contacts', value: 'new' },
			{
				name: 'New Contacts and Earlier Stages',
				value: 'forward',
				description: 'Contacts at an earlier stage are moved forward; nobody is moved back',
			},
		],
	},
	{
		displayName: 'Lifecycle Stage Name or ID',
		name: 'lifecycleStage',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getLifecycleStages' },
		default: '',
		description:
			'The lifecycle stage to give. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Overwrite Existing Values',
		name: 'overwriteValues',
		type: 'boolean',
		default: false,
		description:
			'Whether name, phone, company and job title of the registration replace what the contact has. If off, only empty ones are filled.',
	},
];

/** What the operation is set to about contacts. */
export function readContactOptions(context: IExecuteFunctions): ContactOptions {
	const options = asObject(context.getNodeParameter('options', 0, {}));
	const rule = asText(options.contactRule);
	return {
		contactRule: isOneOf(CONTACT_RULES, rule) ? rule : 'both',
		lifecycleStage: asText(options.lifecycleStage).trim(),
		lifecycleForward: options.lifecycleAppliesTo === 'forward',
		overwrite: options.overwriteValues === true,
	};
}
