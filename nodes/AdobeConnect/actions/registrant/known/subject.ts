import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { readEach, readWho } from '../../../../shared/registrants/input';
import { Subject } from '../../../../shared/registrants/subject';
import type { WebinarChoice } from '../../people/webinarOf';

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

/**
 * One subject per item.
 * @param readChoice which webinar the item names
 */
export function readSubjects(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	stepName: string,
	readChoice: (itemIndex: number) => WebinarChoice,
): AdobeSubject[] {
	return readEach(
		items,
		(index) => {
			const subject = new AdobeSubject(stepName, readChoice(index));
			readWho(subject, context, index);
			return subject;
		},
		() => new AdobeSubject(stepName, null),
	);
}
