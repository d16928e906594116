import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { readEach, readWho } from '../../../../shared/registrants/input';
import { Subject } from '../../../../shared/registrants/subject';
import type { AdobeClient } from '../../../transport/request';
import { readWebinarChoice, type WebinarChoice } from '../../people/webinarOf';

/** Somebody who is registered already in Adobe Connect. */
export class AdobeSubject extends Subject {
	/** @param choice null where the item could not be read */
	constructor(
		stepName: string,
		readonly choice: WebinarChoice | null,
	) {
		super(stepName, 'adobeConnect');
	}
}

/** One subject per item. */
export function readSubjects(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	stepName: string,
	client: AdobeClient,
): AdobeSubject[] {
	return readEach(
		items,
		(index) => {
			const subject = new AdobeSubject(stepName, readWebinarChoice(context, index, client));
			readWho(subject, context, index);
			return subject;
		},
		() => new AdobeSubject(stepName, null),
	);
}
