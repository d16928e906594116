import type { ILocalLoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { WEBINAR_FIELDS } from '../mapping/webinarFields';

/** The fields of *Map Each Field* of webinars; all are text, as those of people are. */
export async function getWebinarFields(
	this: ILocalLoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	return {
		fields: WEBINAR_FIELDS.map(({ id, displayName, required }) => ({
			id,
			displayName,
			required: required === true,
			defaultMatch: false,
			display: true,
			canBeUsedToMatch: false,
			type: 'string',
		})),
	};
}
