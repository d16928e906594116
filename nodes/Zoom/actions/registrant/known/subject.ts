import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { readEach, readWho } from '../../../../shared/registrants/input';
import { Subject } from '../../../../shared/registrants/subject';
import { asText } from '../../../../shared/transport/json';
import { readWebinarId } from '../../../descriptions/webinarLocator';

/** Somebody who is registered already for a webinar of Zoom's. */
export class ZoomSubject extends Subject {
	constructor(
		stepName: string,
		readonly webinarId = '',
		readonly occurrenceId = '',
	) {
		super(stepName, 'zoom');
	}
}

/** One subject per item. */
export function readSubjects(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	stepName: string,
): ZoomSubject[] {
	return readEach(
		items,
		(index) => {
			const occurrence = context.getNodeParameter('occurrence', index, '', { extractValue: true });
			const webinarId = readWebinarId(context, index);
			const subject = new ZoomSubject(stepName, webinarId, asText(occurrence).trim());
			readWho(subject, context, index);
			return subject;
		},
		() => new ZoomSubject(stepName),
	);
}
