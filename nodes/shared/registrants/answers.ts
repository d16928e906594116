import { asObject, asObjects, asText, isObject } from '../transport/json';
import { explain } from '../model/reasons';

/** Platforms take answers as text only; several answers to one question are joined. */
export function answerText(value: unknown): string {
	if (Array.isArray(value)) {
		return value
			.map(answerText)
			.filter((text) => text !== '')
			.join(', ');
	}
	if (typeof value === 'boolean') return String(value);
	return isObject(value) ? JSON.stringify(value) : asText(value).trim();
}

/** What the option *Custom Questions* holds: title → answer, in its order; empty ones left out. */
export function readCustomQuestions(option: unknown): Record<string, string> {
	return Object.fromEntries(
		asObjects(asObject(option).question).flatMap(({ title, value }): Array<[string, string]> => {
			const name = asText(title).trim();
			const answer = answerText(value);
			return name === '' || answer === '' ? [] : [[name, answer]];
		}),
	);
}

/** A message that names the questions. */
export function missingMessage(names: readonly string[]): string {
	return `${explain('requiredQuestionMissing').message}: ${names.join(', ')}`;
}

/** A title as it is compared: whoever typed it by hand may have used other blanks. */
export function comparableTitle(title: string): string {
	return title.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
