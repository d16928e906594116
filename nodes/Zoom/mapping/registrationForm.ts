import { comparableTitle } from '../../shared/registrants/answers';
import { asArray, asObjects, asText, type JsonObject } from '../../shared/transport/json';
import type { Registration } from './registration';
import { fieldName } from './registrationFields';

/** The registration form of a webinar: what it asks beside email and first name. */
export interface RegistrationForm {
	/** Zoom's own fields that it shows. */
	asked: string[];
	required: string[];
	custom: Array<{ title: string; required: boolean; answers: string[] }>;
}

/** `GET /webinars/{id}/registrants/questions` */
export function toForm(body: JsonObject): RegistrationForm {
	const questions = asObjects(body.questions);
	const names = (rows: readonly JsonObject[]) => rows.map(({ field_name }) => asText(field_name));
	return {
		asked: names(questions),
		required: names(questions.filter(({ required }) => required === true)),
		custom: asObjects(body.custom_questions).map(({ title, required, answers }) => ({
			title: asText(title),
			required: required === true,
			answers: asArray(answers).map(asText),
		})),
	};
}

/** Names of the required questions without an answer, as people see them. */
export function missingAnswers(registration: Registration, form: RegistrationForm): string[] {
	const titles = new Set(Object.keys(registration.answers).map(comparableTitle));
	return [
		...form.required
			.filter((id) => id !== 'first_name' && id !== 'email')
			.filter((id) =>
				id === 'last_name' ? registration.lastName === '' : !(id in registration.fields),
			)
			.map(fieldName),
		...form.custom
			.filter(({ required, title }) => required && !titles.has(comparableTitle(title)))
			.map(({ title }) => title),
	];
}

/** Whether the form asks for something that a batch cannot carry. */
export function asksForMoreThanNames({ required, custom }: RegistrationForm): boolean {
	const carried = ['email', 'first_name', 'last_name'];
	return (
		required.some((id) => !carried.includes(id)) || custom.some((question) => question.required)
	);
}
