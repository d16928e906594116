import type { Registrant } from '../../shared/model/registrant';
import { answerText, comparableTitle } from '../../shared/registrants/answers';
import type { Contact } from '../../shared/registrants/contact';
import { asText, type JsonObject } from '../../shared/transport/json';
import { customTitle, REGISTRATION_FIELDS } from './registrationFields';
import type { RegistrationForm } from './registrationForm';

/** One person's registration as the item asks for it. */
export interface Registration extends Contact {
	/** Zoom's own fields by `field_name`; empty ones are left out. */
	fields: Record<string, string>;
	/** Answers to custom questions by title, in the order of the item. */
	answers: Record<string, string>;
	/** Of the confirmation email; empty = Zoom's default. */
	language: string;
	/** Tracking source; empty = none. */
	sourceId: string;
}

/** The values of the resource mapper, told apart; what is empty stays away. */
export function readFields(values: JsonObject): Pick<Registration, 'fields' | 'answers'> {
	const fields: Record<string, string> = {};
	const answers: Record<string, string> = {};
	for (const [id, value] of Object.entries(values)) {
		const text = answerText(value);
		const title = customTitle(id);
		if (text === '') continue;
		if (title !== undefined) answers[title] = text;
		else if (REGISTRATION_FIELDS.some((field) => field.id === id)) fields[id] = text;
	}
	return { fields, answers };
}

/** Whether a batch, which takes email and names only, would lose something of this person. */
export function hasMoreThanNames({ fields, answers, language, sourceId }: Registration): boolean {
	const more = Object.keys(fields).length + Object.keys(answers).length;
	return more > 0 || language !== '' || sourceId !== '';
}

/** The names, for `batch_registrants` and as the beginning of every registration. */
export function namesBody({ email, firstName, lastName }: Registration): Record<string, string> {
	return { email, first_name: firstName, ...(lastName !== '' && { last_name: lastName }) };
}

/**
 * The body of *Add a webinar registrant*.
 * @param form its custom questions give the titles as Zoom spells them
 */
export function registrationBody(registration: Registration, form: RegistrationForm): JsonObject {
	const { fields, answers, language, sourceId } = registration;
	const titles = new Map(form.custom.map(({ title }) => [comparableTitle(title), title]));
	const custom = Object.entries(answers).map(([title, value]) => ({
		title: titles.get(comparableTitle(title)) ?? title,
		value,
	}));
	return {
		...namesBody(registration),
		...fields,
		...(custom.length > 0 && { custom_questions: custom }),
		...(language !== '' && { language }),
		...(sourceId !== '' && { source_id: sourceId }),
	};
}

/**
 * Somebody whom Zoom has just registered. Its answer tells the ID and the link only; the moment of
 * the registration stays unknown, because Zoom's clock is not ours.
 */
export function newRegistrant(
	registration: Registration,
	answer: JsonObject,
	pending: boolean,
): Registrant {
	const { email, firstName, lastName, fields } = registration;
	// Zoom does not say whether a link comes before the approval; one that did would not admit.
	const joinUrl = pending ? '' : asText(answer.join_url);
	return {
		registrantId: asText(answer.registrant_id),
		email,
		firstName,
		lastName,
		...(fields.phone !== undefined && { phone: fields.phone }),
		...(fields.org !== undefined && { company: fields.org }),
		...(fields.job_title !== undefined && { jobTitle: fields.job_title }),
		status: pending ? 'pending' : 'approved',
		registeredAt: null,
		joinUrl,
		joinUrlIsPersonal: joinUrl !== '',
	};
}
