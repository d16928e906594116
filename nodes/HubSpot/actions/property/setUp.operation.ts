import type { INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';

import { onlyWhenPeopleFail } from '../../../shared/node/people';

export { setUpProperties as operation } from './setUp';

const fields: INodeProperties[] = [
	{
		displayName:
			'Creates the group Webinars and its contact properties in HubSpot, where they are missing. Sync Attendance does the same by itself, unless its option Create Missing Properties is off.',
		name: 'setUpNotice',
		type: 'notice',
		default: '',
	},
	onlyWhenPeopleFail,
];

/** The fields of *Set Up Properties*. */
export const description = updateDisplayOptions(
	{ show: { resource: ['property'], operation: ['setUp'] } },
	fields,
);
