import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { isValidEmail, normaliseEmail } from '../model/email';
import { explain } from '../model/reasons';
import { causeOf } from '../node/errors';
import { asObject, asText } from '../transport/json';
import { answerText } from './answers';
import type { Contact } from './contact';
import { BAD_EMAIL, type Person } from './person';
import { repairOf } from './repair';
import type { Subject } from './subject';

/** What holds for a whole run of *Add contact to webinar*. */
export interface AddOptions {
	/** Nothing is written. */
	preview: boolean;
	/** People who were denied or cancelled before are approved again. */
	approveAgain: boolean;
}

/** As the first item says it. */
export function readAddOptions(context: IExecuteFunctions): AddOptions {
	const options = asObject(context.getNodeParameter('options', 0, {}));
	return {
		preview: options.preview === true,
		approveAgain: options.whenAlreadyDenied === 'approve',
	};
}

/**
 * One person per item; what n8n cannot read of an item is that person's problem alone.
 * @param unreadable somebody of whom nothing is known
 */
export function readEach<P extends Person>(
	items: readonly INodeExecutionData[],
	read: (itemIndex: number) => P,
	unreadable: () => P,
): P[] {
	return items.map((_, index) => {
		try {
			return read(index);
		} catch (error) {
			const person = unreadable();
			person.fail('vendorRejected', { message: causeOf(error).message, repair: repairOf(error) });
			return person;
		}
	});
}

/** Email, First Name and Last Name of an item. */
export function readContact(context: IExecuteFunctions, itemIndex: number): Contact {
	const text = (name: string) => answerText(context.getNodeParameter(name, itemIndex, ''));
	return {
		email: normaliseEmail(context.getNodeParameter('email', itemIndex, '')),
		firstName: text('firstName'),
		lastName: text('lastName'),
	};
}

/** Registrant Email or ID of an item, into the subject; nobody or nonsense is told of it. */
export function readWho(subject: Subject, context: IExecuteFunctions, itemIndex: number): void {
	const typed = asText(context.getNodeParameter('registrantId', itemIndex, '')).trim();
	if (typed.includes('@')) subject.email = normaliseEmail(typed);
	else subject.id = typed;
	if (typed === '') {
		const { repair } = explain('registrantNotFound');
		subject.fail('registrantNotFound', { message: 'Registrant Email or ID is empty', repair });
	} else if (subject.email !== '' && !isValidEmail(subject.email)) {
		subject.skip('invalidEmail', BAD_EMAIL);
	}
}
