import type { INode, INodeTypeDescription } from 'n8n-workflow';
import { findNodeType, loadNodeTypes, type NodeTypeInfo } from '../../host/drive/nodeTypes';
import { parameters } from '../../templates/rules/parameters';
import { allTemplates, stepsOf, template, type Template } from '../../templates/template';
import { sharedN8n } from '../support/sharedServer';

let types: NodeTypeInfo[];

beforeAll(async () => {
	types = await loadNodeTypes(sharedN8n());
});

/** The description by which this n8n runs a node and shows its panel, of n8n's own nodes and of ours. */
function descriptionOf(node: INode): INodeTypeDescription | 'none' {
	const found = findNodeType(types, node);
	return found ? (found as unknown as INodeTypeDescription) : 'none';
}

const problemsOf = (one: Template) => parameters(descriptionOf)(one);

it.each(allTemplates().map((one): [string, Template] => [one.name, one]))(
	'%s uses nodes of this n8n as they are: versions, parameters, choices',
	(_, one) => {
		expect(problemsOf(one)).toEqual([]);
	},
);

describe('a template is refused for', () => {
	const NAME = 'zoom-webinar-ended-to-hubspot';
	const broken: Array<[string, Partial<INode>, string]> = [
		['a version that does not exist', { typeVersion: 99 }, 'version 99'],
		['a type that does not exist', { type: 'n8n-nodes-base.tables' }, 'n8n-nodes-base.tables'],
		['a parameter that does not exist', { parameters: { rows: 1 } }, 'does not show rows'],
		['a choice that does not exist', { parameters: { resource: 'cell' } }, 'does not offer cell'],
		[
			'a required field left out',
			{ parameters: { resource: 'table', operation: 'create' } },
			'is required',
		],
	];

	it.each(broken)('%s', (_, change, problem) => {
		const one = template(NAME);
		const table = stepsOf(one).find(({ type }) => type === 'n8n-nodes-base.dataTable');
		expect(problemsOf(one)).toEqual([]);
		Object.assign(table!, change);
		expect(problemsOf(one)).toEqual(
			expect.arrayContaining([expect.stringContaining(`${table!.name}: `)]),
		);
		expect(problemsOf(one).join('\n')).toContain(problem);
	});
});
