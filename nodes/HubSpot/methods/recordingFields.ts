import type { ILocalLoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { RECORDING_FIELDS } from '../mapping/recordingFields';

/** The fields of *Map Each Field* of recordings; all are text, as those of people are. */
export async function getRecordingFields(
	this: ILocalLoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	return {
		fields: RECORDING_FIELDS.map(({ id, displayName, required, options }) => ({
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
