import type { INodeProperties } from 'n8n-workflow';

import { perItem, withOutcomes, type Route } from '../../../shared/node/router';
import { registrantOperations } from '../../../shared/registrants/fields';
import * as add from './add.operation';
import * as remove from './delete.operation';
import * as getAll from './getAll.operation';
import * as openJoinLink from './openJoinLink.operation';
import * as updateStatus from './updateStatus.operation';

export const routes: Record<string, Route> = {
	'registrant:add': withOutcomes('adobeConnect', add.operation),
	'registrant:delete': withOutcomes('adobeConnect', remove.operation),
	'registrant:getAll': perItem(getAll.execute),
	'registrant:openJoinLink': perItem(openJoinLink.execute),
	'registrant:updateStatus': withOutcomes('adobeConnect', updateStatus.operation),
};

export const description: INodeProperties[] = [
	registrantOperations([
		{
			name: 'Open Join Link',
			value: 'openJoinLink',
			action: 'Open personal join link',
			description: 'Check a personal join link and tell where it leads now',
		},
	]),
	...add.description,
	...remove.description,
	...getAll.description,
	...openJoinLink.description,
	...updateStatus.description,
];
