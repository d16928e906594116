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
import { attendanceOptionFields } from './optionFields';

export { syncAttendance as operation } from './sync';

const fields: INodeProperties[] = [
	{ ...programLocator, default: { mode: 'webinar', value: '={{ $json.webinar?.webinarId }}' } },
	mapDataField({
		description: 'Where the people and their webinar come from',
		automatically: 'The items come from Get Attendees of a webinar node of this package',
		elsewhere: 'a CSV file',
	}),
	mapEachField({
		method: 'getPersonFields',
		item: 'Person',
		description:
			'Times like 2026-10-01T09:00:00Z; without a time zone they are taken as UTC. If Attended Percent is empty, it is worked out from the seconds.',
	}),
	...statusFields('getAttendanceStatuses'),
	leadFieldsMapper,
	memberFieldsMapper,
	previewField('Marketo'),
	optionsField([...attendanceOptionFields, whenPeopleFailOption]),
];

/** The fields of *Sync Attendance*. */
export const description = updateDisplayOptions(
	{ show: { resource: ['attendance'], operation: ['sync'] } },
	fields,
);
