import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { itemFromRegistrationFields } from '../../../shared/items/registrationFields';
import { cut } from '../../../shared/items/text';
import { unresolvedField } from '../../../shared/node/errors';
import { asObject, asText, type JsonObject } from '../../../shared/transport/json';
import { retryLater } from '../../transport/limits';
import { filled, leadFieldsOf } from '../../mapping/leadFields';
import { REGISTRATION_CODE, WEBINAR_URL, type FieldValues } from '../../mapping/memberFields';
import { readRegistration, type RegistrationItem } from '../../mapping/registration';
import { Person, unreadable } from '../people/person';

/** A person, and what their item says. */
export interface Registering {
	person: Person;
	/** null where the item could not be read. */
	item: RegistrationItem | null;
}

/** One person per item. A field that n8n cannot resolve is that person's problem alone. */
export function readRegistering(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Registering[] {
	const manual = context.getNodeParameter('mapData', 0, 'automatic') === 'manual';
	const reasonField = asText(context.getNodeParameter('options.reasonField', 0, '')).trim();
	return items.map(({ json }, index) => {
		try {
			const values = (name: string) =>
				asObject(context.getNodeParameter(`${name}.value`, index, {}));
			const item = readRegistration(manual ? mappedItem(values('fields')) : json);
			const person = personOf(item, filled(values('leadFields')));
			wish(person, item, filled(values('memberFields')), reasonField);
			return { person, item };
		} catch (error) {
			return { person: unreadable(unresolvedField(error), FIELD_REPAIR), item: null };
		}
	});
}

const FIELD_REPAIR = 'Correct the value of the named field, for this item';

/** The webinar's topic is not needed here, so that nobody has to fill it in. */
function mappedItem(values: JsonObject): JsonObject {
	const item = itemFromRegistrationFields(values);
	const registrant = { ...asObject(item.registrant), registrantId: values.registrantId };
	return { ...item, registrant, leadId: values.leadId };
}

function personOf({ person, leadId }: RegistrationItem, mappedLeadFields: FieldValues): Person {
	return new Person({
		email: person.email,
		leadId,
		leadFields: leadFieldsOf(person),
		mappedLeadFields,
	});
}

const REASON_LENGTH = 255;

function wish(
	person: Person,
	{ person: input, news }: RegistrationItem,
	memberFields: FieldValues,
	reasonField: string,
): void {
	person.rank = input.toldAt === null ? -1 : Date.parse(input.toldAt);
	if (news.kind === 'none') {
		leaveAlone(person, news);
		return;
	}
	const { kind, reason, message, repair } = news;
	if (reason !== null) {
		person.tell({
			result: kind === 'registrationError' ? 'failed' : null,
			reason,
			message,
			repair,
		});
	}
	const isError = kind === 'registrationError';
	const link = { [WEBINAR_URL]: input.joinUrl, [REGISTRATION_CODE]: input.registrantId };
	const told = isError && reasonField !== '' ? { [reasonField]: cut(message, REASON_LENGTH) } : {};
	person.wish = {
		status: { kind },
		fields: { ...filled(link), ...memberFields, ...told },
		// Somebody who was repaired has no reason any more.
		fieldsWithStatus: kind === 'registered' && reasonField !== '' ? { [reasonField]: null } : {},
	};
}

/** Whose registration is not decided, or failed by what does not concern them. */
function leaveAlone(
	person: Person,
	news: Extract<RegistrationItem['news'], { kind: 'none' }>,
): void {
	const { result, reason, message, repair, retryAt } = news;
	if (result === 'skipped') person.skip(reason, { message, repair });
	else if (result === 'deferred') person.defer(reason, message, retryAt || retryLater());
	else person.fail(message, repair, undefined, reason);
}

/** The webinar of an item, for the summary. */
export function webinarOf({ item }: Registering): IDataObject | null {
	const session = item?.person.session;
	if (session === null || session === undefined) return null;
	const { provider, webinarId, occurrenceId, topic, start, end } = session;
	return {
		provider,
		webinarId,
		occurrenceId,
		topic,
		startTime: start || null,
		endTime: end || null,
	};
}
