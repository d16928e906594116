import { isRecord, type JsonRecord } from '../http/input';

/** English is required, the others may be there. */
export const LANGUAGES = ['en', 'fr', 'de', 'ja', 'es', 'pt-br', 'nl'];

const TEXTS = ['actionName', 'actionDescription', 'actionCardContent'];
const MAPS = ['inputFieldLabels', 'inputFieldDescriptions', 'outputFieldLabels', 'executionRules'];
const KNOWN = [...TEXTS, ...MAPS, 'appDisplayName', 'inputFieldOptionLabels'];

interface Names {
	inputs: string[];
	outputs: string[];
	rules: string[];
}

/** What is missing or leads nowhere among the words of one language. */
export function labelProblems(language: string, labels: JsonRecord, names: Names): string[] {
	const { inputs, outputs, rules } = names;
	const problems = [
		...Object.keys(labels)
			.filter((key) => !KNOWN.includes(key))
			.map((key) => `unknown key ${key}`),
		...TEXTS.filter((key) => typeof labels[key] !== 'string' || !labels[key]).map(
			(key) => `${key} is required`,
		),
		...mapProblems(labels, 'inputFieldLabels', inputs, inputs),
		// The command line asks for this map even when it is empty.
		...mapProblems(labels, 'inputFieldDescriptions', [], inputs),
		...(outputs.length > 0 ? mapProblems(labels, 'outputFieldLabels', outputs, outputs) : []),
		...(rules.length > 0 ? mapProblems(labels, 'executionRules', rules, rules) : []),
		...placeholderProblems(String(labels.actionCardContent), inputs),
		...Object.values(isRecord(labels.executionRules) ? labels.executionRules : {}).flatMap((text) =>
			placeholderProblems(String(text), [...inputs, ...outputs]),
		),
	];
	return problems.map((problem) => `labels.${language}: ${problem}`);
}

function mapProblems(
	labels: JsonRecord,
	key: string,
	required: string[],
	known: string[],
): string[] {
	const map = labels[key];
	if (!isRecord(map)) return [`${key} is required`];
	return [
		...required
			.filter((name) => typeof map[name] !== 'string')
			.map((name) => `${key}.${name} is required`),
		...Object.keys(map)
			.filter((name) => !known.includes(name))
			.map((name) => `${key}.${name} belongs to nothing`),
	];
}

function placeholderProblems(text: string, names: string[]): string[] {
	return [...text.matchAll(/\{\{\s*(.*?)\s*\}\}/g)]
		.map(([, name = '']) => name)
		.filter((name) => !names.includes(name))
		.map((name) => `{{${name}}} is no field`);
}
