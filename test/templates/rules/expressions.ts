import { Tournament } from '@n8n/tournament';
import type { INode } from 'n8n-workflow';
import { linksOf, stepsOf, textsIn, type Rule } from '../template';
import { reachedFrom } from './graph';

/** n8n's own parser of expressions. */
const parser = new Tournament();

/** `$('Name')`, and whether only `isExecuted` is asked of it. */
const REFERENCE = /\$\((['"`])((?:(?!\1).)+)\1\)(\s*\??\.\s*isExecuted)?/g;

/** Every expression parses, and reads only nodes that are there and run before. */
export const expressions: Rule = (template) => {
	const steps = stepsOf(template);
	const links = linksOf(template);
	return steps.flatMap((node) =>
		expressionsOf(node).flatMap(({ at, text }) => [
			...parseProblem(text).map((problem) => `${at}: ${problem}`),
			...references(text).flatMap(({ name, onlyAsked }) => {
				if (!steps.some((step) => step.name === name)) return [`${at}: there is no node ${name}`];
				const runsBefore = links.some(
					(link) => link.from === name && reachedFrom([link.to], links).has(node.name),
				);
				return onlyAsked || runsBefore ? [] : [`${at}: ${name} does not run before`];
			}),
		]),
	);
};

/** Texts of a node that n8n evaluates. */
function expressionsOf({ name, parameters }: INode) {
	return textsIn(parameters, name).filter(({ text }) => text.startsWith('='));
}

function parseProblem(expression: string): string[] {
	const text = expression.slice(1);
	// n8n takes an open bracket as running to the end; here it is a slip.
	if (text.lastIndexOf('{{') > text.lastIndexOf('}}')) return ['{{ is not closed'];
	try {
		parser.getExpressionCode(text);
		return [];
	} catch (error) {
		return [error instanceof Error ? error.message : String(error)];
	}
}

function references(text: string): Array<{ name: string; onlyAsked: boolean }> {
	return [...text.matchAll(REFERENCE)].map(([, , name, asked]) => ({
		name,
		onlyAsked: asked !== undefined,
	}));
}
