import type { INodeProperties } from 'n8n-workflow';

import { perItem, withOutcomes, type Route } from '../../../shared/node/router';
import { registrantOperations } from '../../../shared/registrants/fields';
import * as add from './add.operation';
import * as remove from './delete.operation';
import * as getAll from './getAll.operation';
import * as updateStatus from './updateStatus.operation';

export const routes: Record<string, Route> = {
	'registrant:add': withOutcomes('adobeConnect', add.operation),
	'registrant:delete': withOutcomes('adobeConnect', remove.operation),
	'registrant:getAll': perItem(getAll.execute),
	'registrant:updateStatus': withOutcomes('adobeConnect', updateStatus.operation),
};

export const description: INodeProperties[] = [
	registrantOperations(),
	...add.description,
	...remove.description,
	...getAll.description,
	...updateStatus.description,
];
