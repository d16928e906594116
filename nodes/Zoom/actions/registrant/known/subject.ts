import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { isValidEmail, normaliseEmail } from '../../../../shared/model/email';
import { explain } from '../../../../shared/model/reasons';
import { causeOf } from '../../../../shared/node/errors';
import { asText } from '../../../../shared/transport/json';
import { readWebinarId } from '../../../descriptions/webinarLocator';
import type { RegistrantKey } from '../changeStatus';
import type { Directory } from '../directory';
import { BAD_EMAIL, Person } from '../person';
import { repairOf } from '../repair';

/** Somebody who is registered already, as the item names them. */
export class Subject extends Person {
	webinarId = '';
	occurrenceId = '';
	/** Empty where the item names the email. */
	id = '';
	/** Trimmed and lower case; empty where the item names the ID. */
	email = '';

	/** Everything that is known of the person, for Zoom. */
	get key(): RegistrantKey {
		const id = this.registrant?.registrantId || this.id;
		const email = this.registrant?.email || this.email;
		return { ...(id !== '' && { id }), ...(email !== '' && { email }) };
	}

	/** Takes over what the lists say; false where they do not know the person. */
	isIn(directory: Directory): boolean {
		const found = directory.find(this.id || this.email);
		if (found !== undefined) this.registrant = { ...found };
		return found !== undefined;
	}
}

/** One subject per item; what cannot be read of an item is that person's problem alone. */
export function readSubjects(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	stepName: string,
): Subject[] {
	return items.map((_, index) => {
		const subject = new Subject(stepName);
		try {
			readInto(subject, context, index);
		} catch (error) {
			subject.fail('vendorRejected', { message: causeOf(error).message, repair: repairOf(error) });
		}
		return subject;
	});
}

function readInto(subject: Subject, context: IExecuteFunctions, index: number): void {
	const occurrence = context.getNodeParameter('occurrence', index, '', { extractValue: true });
	const typed = asText(context.getNodeParameter('registrantId', index, '')).trim();
	subject.webinarId = readWebinarId(context, index);
	subject.occurrenceId = asText(occurrence).trim();
	if (typed.includes('@')) subject.email = normaliseEmail(typed);
	else subject.id = typed;
	if (typed === '') {
		const { repair } = explain('registrantNotFound');
		subject.fail('registrantNotFound', { message: 'Registrant Email or ID is empty', repair });
	} else if (subject.email !== '' && !isValidEmail(subject.email)) {
		subject.skip('invalidEmail', BAD_EMAIL);
	}
}
