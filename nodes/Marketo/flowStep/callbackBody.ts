import type { IDataObject } from 'n8n-workflow';

import { CALLBACK } from '../webhook/definition';
import type { Callback } from '../webhook/invocation';
import { cutBytes, linkWithin, MOST_BYTES } from './bytes';
import type { FlowStepState, StepResult } from './state';

/** What is said of somebody whom the workflow has lost on its way. */
export const LOST: StepResult = {
	success: false,
	registrationStatus: 'failed',
	registrantId: '',
	joinUrl: '',
	errorCode: 'WORKFLOW_FAILED',
	message: 'The workflow in n8n ended without a result for this person: see its executions',
};

/**
 * The results of a chunk: every person of it, once. Its token is in the header and here, as Adobe's
 * own service has it.
 * https://github.com/adobe/Marketo-SSFS-Service-Provider-Interface (README, Callback)
 * @param now ISO 8601 UTC
 */
export function callbackBody(
	{ people, results }: Pick<FlowStepState, 'people' | 'results'>,
	callback: Callback,
	now: string,
): IDataObject {
	return {
		...headOf(callback, now),
		objectData: people.map(({ leadId }) => entryOf(leadId, results[leadId] ?? LOST)),
	};
}

/** Says of the whole chunk that it failed, where Marketo takes no results. No code of a person's. */
export function chunkErrorBody(callback: Callback, errorMessage: string, now: string): IDataObject {
	return {
		...headOf(callback, now),
		errorCode: 'RESULTS_REFUSED',
		errorMessage: cutBytes(errorMessage, MOST_BYTES.string),
	};
}

function headOf({ munchkinId, token }: Callback, now: string): IDataObject {
	return { munchkinId, token, time: now.replace(/\.\d+Z$/, 'Z') };
}

function entryOf(leadId: number, result: StepResult): IDataObject {
	const { success, registrationStatus, errorCode, message } = result;
	const joinUrl = linkWithin(result.joinUrl, MOST_BYTES.text);
	const registrantId = cutBytes(result.registrantId, MOST_BYTES.string);
	return {
		leadData: { id: leadId, ...(joinUrl !== '' && { [CALLBACK.joinUrlField]: joinUrl }) },
		activityData: {
			success,
			[CALLBACK.status]: registrationStatus,
			...(registrantId !== '' && { [CALLBACK.registrantId]: registrantId }),
			...(joinUrl !== '' && { [CALLBACK.joinUrl]: joinUrl }),
			...(!success && {
				errorCode: cutBytes(errorCode || 'FAILED', MOST_BYTES.string),
				reason: cutBytes(message || 'No reason was given', MOST_BYTES.string),
			}),
		},
	};
}
