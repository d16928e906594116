import type { IDataObject } from 'n8n-workflow';

import type { NodeRunResult } from '../../engine/support/runNode';
import type { Stage } from '../../engine/support/world';
import { byId, zoomNode } from '../../engine/zoom/support/zoom';
import { COMING_WEBINAR } from './openWebinar';

/** People whom nobody knows. */
export function strangers(people: number): IDataObject[] {
	return Array.from({ length: people }, (_, index) => ({
		email: `person.${index}@example.com`,
		firstName: `Person ${index}`,
	}));
}

/** Registers people for the webinar to come. */
export async function register(
	here: Pick<Stage, 'zoom'>,
	items: IDataObject[],
): Promise<NodeRunResult> {
	return await zoomNode(here, PARAMETERS, { items });
}

const PARAMETERS = {
	resource: 'registrant',
	operation: 'add',
	webinar: byId(COMING_WEBINAR),
	email: '={{ $json.email }}',
	firstName: '={{ $json.firstName }}',
	options: {},
};
