import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { PERSON_FIELDS } from '../../shared/items/personFields';
import { toNodeError } from '../../shared/node/errors';
import { mapper } from '../../shared/node/mapperFields';
import { activityType, OWN_TYPE } from '../mapping/activityType';
import { customActivityTypes } from '../transport/endpoints/activities';
import { createClient } from '../transport/request';

/** What only marketing events know. */
const NOT_HERE = ['hostEmail', 'joinUrl'];

/** Fields of *Map Each Field*. */
export const getPersonFields = mapper([
	...PERSON_FIELDS.filter(({ id }) => !NOT_HERE.includes(id)),
	{ id: 'registrantId', displayName: 'Registrant ID' },
	{ id: 'joinLink', displayName: 'Join Link' },
]);

/** The custom activity types of the instance; our own one is created when it is needed. */
export async function getActivityTypes(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const rows = await createClient(this)
		.then(customActivityTypes)
		.catch(async (error: unknown) => await Promise.reject(toNodeError(this.getNode(), error)));
	const types = rows
		.flatMap((row) => activityType(row) ?? [])
		.filter(({ apiName, status }) => apiName !== OWN_TYPE && status !== 'draft')
		.map(({ apiName, name }) => ({ name, value: apiName }))
		.sort((one, other) => one.name.localeCompare(other.name));
	return [{ name: 'Webinar Interaction', value: OWN_TYPE }, ...types];
}
