import type { INodeProperties } from 'n8n-workflow';

import { whenPeopleFailOption } from '../../../shared/node/people';

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

/** The Options of an operation that offers nothing else. */
export const onlyWhenPeopleFail: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [whenPeopleFailOption],
};
