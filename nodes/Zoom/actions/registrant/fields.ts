import type { INodeProperties } from 'n8n-workflow';

/** Who is meant, where somebody who is registered already is written to. */
export const registrantField: INodeProperties = {
	displayName: 'Registrant Email or ID',
	name: 'registrantId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. nathan@example.com',
	description:
		'The registrantId that this node or the trigger gives, or the email of the registrant',
};
