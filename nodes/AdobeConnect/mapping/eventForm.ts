import { comparableTitle } from '../../shared/registrants/answers';
import { attributeOf, childOf, childrenOf, flagOf, valueOf, type XmlElement } from '../xml/element';

/** A question of an event's registration form. */
export interface EventQuestion {
	/** interaction-id */
	id: string;
	title: string;
	/** `choice`, `fill-in` or `true-false` */
	kind: string;
	required: boolean;
}

/** What an event asks of those who register. */
export interface EventForm {
	questions: EventQuestion[];
	/** What is asked of everybody beside questions and has to be there, e.g. `last-name`. */
	requiredFields: Array<{ name: string; title: string }>;
}

/** Rooms ask nothing. */
export const NO_FORM: EventForm = { questions: [], requiredFields: [] };

/** `<results>` of event-registration-details. */
export function toForm(results: XmlElement): EventForm {
	return {
		questions: childrenOf(results, 'event-fields', 'field')
			.map((field) => ({
				id: attributeOf(field, 'interaction-id'),
				title: childOf(field, 'description').text,
				kind: attributeOf(field, 'interaction-type'),
				required: flagOf(field, 'is-required') === true,
			}))
			.filter(({ id }) => id !== ''),
		requiredFields: childrenOf(results, 'user-fields', 'field')
			.filter((field) => flagOf(field, 'is-required') === true)
			.map((field) => {
				const name = valueOf(field, 'name');
				return { name, title: valueOf(field, 'description') || name };
			}),
	};
}

/** Answers of one person: by question id from the mapper, by title from *Custom Questions*. */
export interface GivenAnswers {
	byId: Readonly<Record<string, string>>;
	byTitle: Readonly<Record<string, string>>;
}

/** The answers in the order of the form, and titles that the form does not have. */
export function matchAnswers(
	{ questions }: EventForm,
	{ byId, byTitle }: GivenAnswers,
): { answers: Array<[questionId: string, answer: string]>; unknown: string[] } {
	const typed = new Map(
		Object.entries(byTitle).map(([title, answer]) => [comparableTitle(title), answer]),
	);
	const answers = questions.flatMap(({ id, title }): Array<[string, string]> => {
		const answer = typed.get(comparableTitle(title)) ?? (Object.hasOwn(byId, id) ? byId[id]! : '');
		return answer === '' ? [] : [[id, answer]];
	});
	const titles = new Set(questions.map(({ title }) => comparableTitle(title)));
	const unknown = Object.keys(byTitle).filter((title) => !titles.has(comparableTitle(title)));
	return { answers, unknown };
}

/** Titles of what is required and not there, as people see them. */
export function missingTitles(
	form: EventForm,
	answers: ReadonlyArray<readonly [questionId: string, answer: string]>,
	{ lastName }: { lastName: string },
): string[] {
	const answered = new Set(answers.map(([id]) => id));
	return [
		// Email and first name are asked for anyway; a password is another matter.
		...form.requiredFields
			.filter(({ name }) => name === 'last-name' && lastName === '')
			.map(({ title }) => title),
		...form.questions
			.filter(({ id, required }) => required && !answered.has(id))
			.map(({ title }) => title),
	];
}
