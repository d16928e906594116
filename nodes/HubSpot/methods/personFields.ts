import type { ILocalLoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { PERSON_FIELDS } from '../mapping/personFields';

/**
 * The fields of *Map Each Field*. All are text, because a list from elsewhere may hold anything;
 * what cannot be read is told of the one person it concerns.
 */
export async function getPersonFields(
	this: ILocalLoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	return {
		fields: PERSON_FIELDS.map(({ id, displayName, required, options }) => ({
			id,
			displayName,
			required: required === true,
			defaultMatch: false,
			display: true,
			canBeUsedToMatch: false,
			type: options === undefined ? 'string' : 'options',
			...(options !== undefined && { options }),
		})),
	};
}
