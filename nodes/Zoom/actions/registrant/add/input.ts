import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { answerText, readCustomQuestions } from '../../../../shared/registrants/answers';
import {
	readAddOptions,
	readContact,
	readEach,
	type AddOptions,
} from '../../../../shared/registrants/input';
import { asArray, asObject, asText } from '../../../../shared/transport/json';
import { readWebinarId } from '../../../descriptions/webinarLocator';
import { readFields, type Registration } from '../../../mapping/registration';
import type { LookUp } from '../directory';
import { ZoomCandidate } from './candidate';

export interface ZoomAddOptions extends AddOptions {
	lookUp: LookUp;
}

/** What holds for the whole run, as the first item says it. */
export function readZoomAddOptions(context: IExecuteFunctions): ZoomAddOptions {
	const { lookUpFirst } = asObject(context.getNodeParameter('options', 0, {}));
	return {
		...readAddOptions(context),
		lookUp: lookUpFirst === 'always' || lookUpFirst === 'never' ? lookUpFirst : 'auto',
	};
}

/** One candidate per item. */
export function readCandidates(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): ZoomCandidate[] {
	return readEach(
		items,
		(index) =>
			new ZoomCandidate({
				webinarId: readWebinarId(context, index),
				occurrenceIds: readOccurrences(context, index),
				registration: readRegistration(context, index),
			}),
		() => new ZoomCandidate(null),
	);
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
	return {
		...readContact(context, index),
		fields,
		answers: { ...answers, ...readCustomQuestions(options.customQuestions) },
		language: answerText(options.language),
		sourceId: answerText(options.trackingSourceId),
	};
}
