import type { INodeProperties } from 'n8n-workflow';

import { perItem, withOutcomes, type Route } from '../../../shared/node/router';
import { panelistOperations } from '../../../shared/panelists/fields';
import * as add from './add.operation';
import * as getAll from './getAll.operation';
import * as remove from './remove.operation';
import { PRESENTERS } from './words';

export const routes: Record<string, Route> = {
	'panelist:add': withOutcomes('adobeConnect', add.operation),
	'panelist:getAll': perItem(getAll.execute),
	'panelist:remove': withOutcomes('adobeConnect', remove.operation),
};

export const description: INodeProperties[] = [
	panelistOperations(PRESENTERS),
	...add.description,
	...getAll.description,
	...remove.description,
];
