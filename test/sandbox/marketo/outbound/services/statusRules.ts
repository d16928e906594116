import type { JsonRecord } from '../json';

const LISTS = ['info', 'warnings', 'errors'];
const TEXTS = ['deprecationMessage', 'deprecationDate'];

/** What is wrong with an answer of `/status`; its own errors are none of that, they are logged. */
export function statusProblems(status: JsonRecord): string[] {
	const isTextList = (value: unknown): boolean =>
		Array.isArray(value) && value.every((one) => typeof one === 'string');
	return [
		...LISTS.filter((name) => status[name] !== undefined && !isTextList(status[name])).map(
			(name) => `${name} must be a list of texts`,
		),
		...TEXTS.filter((name) => status[name] !== undefined && typeof status[name] !== 'string').map(
			(name) => `${name} must be a text`,
		),
	];
}
