import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { normaliseEmail } from '../../../../shared/model/email';
import { causeOf } from '../../../../shared/node/errors';
import { asArray, asObject, asObjects, asText } from '../../../../shared/transport/json';
import { readWebinarId } from '../../../descriptions/webinarLocator';
import { answerText, readFields, type Registration } from '../../../mapping/registration';
import type { LookUp } from '../directory';
import { repairOf } from '../repair';
import { Candidate } from './candidate';

export interface AddOptions {
	lookUp: LookUp;
	/** Nothing is written. */
	preview: boolean;
	/** People who were denied or cancelled before are approved again. */
	approveAgain: boolean;
}

/** What holds for the whole run, as the first item says it. */
export function readAddOptions(context: IExecuteFunctions): AddOptions {
	const options = asObject(context.getNodeParameter('options', 0, {}));
	const { lookUpFirst } = options;
	return {
		lookUp: lookUpFirst === 'always' || lookUpFirst === 'never' ? lookUpFirst : 'auto',
		preview: options.preview === true,
		approveAgain: options.whenAlreadyDenied === 'approve',
	};
}

/** One candidate per item; what n8n cannot read of an item is that person's problem alone. */
export function readCandidates(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Candidate[] {
	return items.map((_, index) => {
		try {
			return new Candidate({
				webinarId: readWebinarId(context, index),
				occurrenceIds: readOccurrences(context, index),
				registration: readRegistration(context, index),
			});
		} catch (error) {
			const candidate = new Candidate(null);
			candidate.fail('vendorRejected', {
				message: causeOf(error).message,
				repair: repairOf(error),
			});
			return candidate;
		}
	});
}

/** Several occurrences come as a list or with commas between them. */
function readOccurrences(context: IExecuteFunctions, index: number): string[] {
	const typed = context.getNodeParameter('occurrence', index, '', { extractValue: true });
	const ids = Array.isArray(typed) ? asArray(typed).map(asText) : asText(typed).split(/[\s,;]+/);
	return [...new Set(ids.map((id) => id.trim()).filter((id) => id !== ''))].sort();
}

function readRegistration(context: IExecuteFunctions, index: number): Registration {
	const options = asObject(context.getNodeParameter('options', index, {}));
	// A value outside a list of answers is for Zoom to judge: it reads back others than it takes.
	const values = context.getNodeParameter('fields.value', index, {}, { skipValidation: true });
	const { fields, answers } = readFields(asObject(values));
	const typed = asObjects(asObject(options.customQuestions).question).flatMap(
		({ title, value }): Array<[string, string]> => {
			const answer = answerText(value);
			return asText(title).trim() === '' || answer === '' ? [] : [[asText(title).trim(), answer]];
		},
	);
	const text = (name: string) => answerText(context.getNodeParameter(name, index, ''));
	return {
		email: normaliseEmail(context.getNodeParameter('email', index, '')),
		firstName: text('firstName'),
		lastName: text('lastName'),
		fields,
		answers: { ...answers, ...Object.fromEntries(typed) },
		language: answerText(options.language),
		sourceId: answerText(options.trackingSourceId),
	};
}
