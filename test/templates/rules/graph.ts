import { NodeHelpers } from 'n8n-workflow';
import { linksOf, stepsOf, type Link, type Rule } from '../template';

/** Every line ends at nodes that are there, and every node is reached from a start. */
export const graph: Rule = (template) => {
	const steps = stepsOf(template);
	const names = new Set(steps.map(({ name }) => name));
	const links = linksOf(template);
	const ends = new Set(links.flatMap(({ from, to }) => [from, to]));
	const starts = steps.filter(({ type }) => NodeHelpers.isTriggerNodeType(type));
	const reached = reachedFrom(
		starts.map(({ name }) => name),
		links,
	);
	return [
		...[...ends]
			.filter((name) => !names.has(name))
			.map((name) => `a line ends at no node: ${name}`),
		...(starts.length > 0 ? [] : ['nothing starts it']),
		...steps
			.filter(({ name }) => !reached.has(name))
			.map(({ name }) => `${name} is reached from no start`),
		...starts
			.filter(({ name }) => !links.some(({ from }) => from === name))
			.map(({ name }) => `${name} starts nothing`),
	];
};

/** These nodes and all that run after them. */
export function reachedFrom(names: string[], links: Link[]): Set<string> {
	const reached = new Set(names);
	// A set that grows is iterated to its new end.
	for (const name of reached) {
		for (const { from, to } of links) if (from === name) reached.add(to);
	}
	return reached;
}
