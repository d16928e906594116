import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import {
	mapDataField,
	mapEachField,
	optionsField,
	previewField,
} from '../../../shared/node/mapData';
import { whenPeopleFailOption } from '../../../shared/node/people';
import { leadFieldsMapper, memberFieldsMapper } from '../../descriptions/fieldMappers';
import { programLocator } from '../../descriptions/programLocator';
import { statusFields } from '../../descriptions/statusFields';
import { withPeopleOptions } from '../people/options';

export { syncRegistrations as operation } from './sync';

const program: INodeProperties = {
	...programLocator,
	default: { mode: 'webinar', value: '={{ $json.webinar?.webinarId ?? $json.webinarId }}' },
};

const reasonFieldOption: INodeProperties = {
	displayName: 'Reason Field Name or ID',
	name: 'reasonField',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getTextMemberFields' },
	default: '',
	description:
		'The custom program member field that says why somebody has the status Registration Error. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

const fields: INodeProperties[] = [
	program,
	mapDataField({
		description: 'Where the people come from',
		automatically:
			'The items are registrants of a webinar node of this package, or come from its trigger',
		elsewhere: 'a CSV file',
	}),
	mapEachField({
		method: 'getRegistrationFields',
		item: 'Registration',
		description: 'Without a status the registration counts as approved',
	}),
	...statusFields('getRegistrationStatuses'),
	leadFieldsMapper,
	memberFieldsMapper,
	previewField('Marketo'),
	optionsField([...withPeopleOptions([reasonFieldOption]), whenPeopleFailOption]),
];

/** The fields of *Sync Registrations*. */
export const description = updateDisplayOptions(
	{ show: { resource: ['registration'], operation: ['sync'] } },
	fields,
);
