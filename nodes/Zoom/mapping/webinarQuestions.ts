import { ParameterError } from '../../shared/node/errors';
import { comparableTitle } from '../../shared/registrants/answers';
import { asArray, asObjects, asText, type JsonObject } from '../../shared/transport/json';
import { fieldName, REGISTRATION_FIELDS } from './registrationFields';

/** The registration form in Zoom's words; first name and email are always asked and not in it. */
export type WireForm = {
	questions: Array<{ field_name: string; required: boolean }>;
	custom_questions: CustomQuestion[];
};

type CustomQuestion = {
	title: string;
	type: string;
	required: boolean;
	/** Not of short answers. */
	answers?: string[];
};

/** A question as the node shows it. */
export type ShownQuestion = {
	kind: 'standard' | 'custom';
	/** Zoom's name of a standard question, empty for custom ones. */
	fieldName: string;
	title: string;
	/** short, single_radio, single_dropdown or multiple. */
	type: string;
	required: boolean;
	answers: string[];
};

const CUSTOM_TYPES = ['short', 'single_radio', 'single_dropdown', 'multiple'];
/** What a form may ask: Zoom's registration fields and the last name. */
export const STANDARD_FIELDS = ['last_name', ...REGISTRATION_FIELDS.map(({ id }) => id)];

/** `GET /webinars/{id}/registrants/questions`, checked. */
export function toWireForm(body: JsonObject): WireForm {
	return {
		questions: asObjects(body.questions).map(({ field_name, required }) => ({
			field_name: asText(field_name),
			required: required === true,
		})),
		custom_questions: asObjects(body.custom_questions).map(
			({ title, type, required, answers }) => ({
				title: asText(title).trim(),
				type: asText(type),
				required: required === true,
				...(asArray(answers).length > 0 && { answers: asArray(answers).map(asText) }),
			}),
		),
	};
}

/** The questions of a form, standard ones first. */
export function toShownQuestions({ questions, custom_questions }: WireForm): ShownQuestion[] {
	return [
		...questions.map(({ field_name, required }): ShownQuestion => {
			const known = REGISTRATION_FIELDS.find(({ id }) => id === field_name);
			return {
				kind: 'standard',
				fieldName: field_name,
				title: fieldName(field_name),
				type: known?.answers === undefined ? 'short' : 'single_dropdown',
				required,
				answers: [...(known?.answers ?? [])],
			};
		}),
		...custom_questions.map(({ title, type, required, answers }): ShownQuestion => {
			return { kind: 'custom', fieldName: '', title, type, required, answers: answers ?? [] };
		}),
	];
}

/** @throws ParameterError for a form that Zoom would refuse or misread */
export function checkedForm(form: WireForm): WireForm {
	const names = form.questions.map(({ field_name }) => field_name);
	const unknown = names.find((name) => !STANDARD_FIELDS.includes(name));
	if (unknown !== undefined) {
		refuse(`"${unknown}" is not one of Zoom's standard questions`, 'Choose one from the list');
	}
	const titles = form.custom_questions.map(({ title }) => comparableTitle(title));
	const twice = [...names, ...titles].find((name, index, all) => all.indexOf(name) !== index);
	if (twice !== undefined) {
		refuse(`The question "${twice}" is there twice`, 'Remove one of them');
	}
	for (const { title, type, answers } of form.custom_questions) {
		if (title === '') refuse('A custom question has no title', 'Enter the title of the question');
		if (!CUSTOM_TYPES.includes(type)) {
			refuse(`The type of "${title}" is not one of Zoom's`, `Use ${CUSTOM_TYPES.join(', ')}`);
		}
		if (type === 'short' && answers !== undefined) {
			refuse(`"${title}" takes a short answer and lists answers`, 'Choose another type');
		}
		if (type !== 'short' && answers === undefined) {
			refuse(`"${title}" has no answers to choose from`, 'Enter the answers, one per line');
		}
	}
	return form;
}

/** The form with these questions; what it asked already keeps its place. */
export function withQuestions(form: WireForm, more: WireForm): WireForm {
	return {
		questions: merged(form.questions, more.questions, ({ field_name }) => field_name),
		custom_questions: merged(form.custom_questions, more.custom_questions, ({ title }) =>
			comparableTitle(title),
		),
	};
}

/** Whether both ask the same, in whatever order. */
export function isSameForm(one: WireForm, other: WireForm): boolean {
	return canonical(one) === canonical(other);
}

function merged<T>(before: readonly T[], more: readonly T[], key: (entry: T) => string): T[] {
	const byKey = new Map(before.map((entry) => [key(entry), entry]));
	for (const entry of more) byKey.set(key(entry), entry);
	return [...byKey.values()];
}

function canonical({ questions, custom_questions }: WireForm): string {
	const standard = questions.map(({ field_name, required }) => [field_name, required]);
	const custom = custom_questions.map(({ title, type, required, answers }) => [
		title,
		type,
		required,
		answers ?? [],
	]);
	const sorted = (entries: unknown[]): string[] => entries.map((one) => JSON.stringify(one)).sort();
	return JSON.stringify([sorted(standard), sorted(custom)]);
}

function refuse(message: string, repair: string): never {
	throw new ParameterError(message, repair);
}
