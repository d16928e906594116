import type { INode } from 'n8n-workflow';

import { baseNodes } from './baseNodes';
import { BASE_NODES, needsOf } from '../templates/needs';
import { parameters } from '../templates/rules/parameters';
import { allTemplates, isOurs, type Template } from '../templates/template';

const PREFIX = 'n8n-nodes-base.';

/** n8n's own nodes of one version; ours are described by the package. */
function descriptionsOf(version: string) {
	const types = baseNodes(version);
	return (node: INode) => {
		if (isOurs(node)) return 'elsewhere';
		const found = types.find(
			({ name, version: versions }) =>
				`${PREFIX}${name}` === node.type && [versions].flat().includes(node.typeVersion),
		);
		return found ?? 'none';
	};
}

const problemsWith = (version: string, template: Template) =>
	parameters(descriptionsOf(version))(template);

describe.each(allTemplates().map((one): [string, Template] => [one.name, one]))(
	'%s',
	(name, one) => {
		const needs = needsOf(name);
		const { from, tooOld } = BASE_NODES[needs];

		test(`uses n8n's own nodes as n8n ${needs} has them`, () => {
			expect(problemsWith(from, one)).toEqual([]);
		});

		if (tooOld === undefined) return;
		test(`cannot do with the nodes ${tooOld}`, () => {
			expect(problemsWith(tooOld, one)).not.toEqual([]);
		});
	},
);
