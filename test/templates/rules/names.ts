import type { INode } from 'n8n-workflow';
import { isOurs, stepsOf, type SetRule } from '../template';

/** Nodes of which two with the same settings do the same thing, and so bear the same name. */
const BLOCKS = /\.(dataTable|set|splitOut|splitInBatches|filter|merge|aggregate|limit|code)$/;

/**
 * Who knows one template knows them all: a name means the same everywhere, whatever the platform, and what
 * does the same has the same name.
 */
export const names: SetRule = (templates) => {
	const steps = templates.flatMap((template) =>
		stepsOf(template).map((node) => ({ in: template.name, node })),
	);
	return steps.flatMap((one, index) =>
		steps.slice(index + 1).flatMap((other) => {
			if (one.in === other.in) return [];
			const where = `${one.in} and ${other.in}`;
			const [a, b] = [one.node, other.node];
			if (a.name === b.name) {
				return kindOf(a) === kindOf(b) ? [] : [`${a.name} is not the same in ${where}`];
			}
			const same = BLOCKS.test(a.type) && a.type === b.type && settings(a) === settings(b);
			return same ? [`${a.name} and ${b.name} are the same in ${where}`] : [];
		}),
	);
};

/** What a node is for, whichever platform or CRM it speaks to. */
function kindOf(node: INode): string {
	const { resource, operation } = node.parameters;
	if (!isOurs(node)) return [node.type, node.typeVersion, resource, operation].join(' ');
	if (/trigger$/i.test(node.type)) return 'our trigger';
	// Answers to whoever called, HubSpot's workflow or Marketo's flow step.
	const answers = resource === 'workflowAction' || resource === 'flowStep';
	return [answers ? 'answer' : resource, operation].join(' ');
}

const settings = ({ parameters }: INode): string => JSON.stringify(parameters);
