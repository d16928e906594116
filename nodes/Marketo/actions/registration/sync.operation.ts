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
import { reasonFieldOption } from '../../descriptions/reasonField';
import { statusFields } from '../../descriptions/statusFields';
import { withPeopleOptions } from '../people/options';

export { syncRegistrations as operation } from './sync';

const program: INodeProperties = {
	...programLocator,
	default: { mode: 'webinar', value: '={{ $json.webinar?.webinarId ?? $json.webinarId }}' },
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
