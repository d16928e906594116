import type { ILocalLoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { REGISTRATION_FIELDS } from '../mapping/registrationFields';

/** The fields of *Map Each Field* of registrations; all are text, as those of people are. */
export async function getRegistrationFields(
	this: ILocalLoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	return {
		fields: REGISTRATION_FIELDS.map(({ id, displayName, required, options }) => ({
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
