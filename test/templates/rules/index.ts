import type { INode, INodeTypeDescription } from 'n8n-workflow';
import type { Rule, SetRule } from '../template';
import { canvas } from './canvas';
import { expressions } from './expressions';
import { graph } from './graph';
import { mainNote } from './mainNote';
import { names } from './names';
import { needs } from './needs';
import { nodes } from './nodes';
import { pages } from './pages';
import { parameters } from './parameters';
import { secrets } from './secrets';
import { sharedBlocks } from './sharedBlocks';
import { structure } from './structure';
import { sameTables, tables } from './tables';

/** What every template must hold, under the words by which a test reports it. */
export function rules(
	descriptionOf: (node: INode) => INodeTypeDescription | 'none' | 'elsewhere',
): Array<[string, Rule]> {
	return [
		['is a file that n8n imports, with nothing else in it', structure],
		['has nodes that stand alone', nodes],
		['uses nodes as they are described: versions, parameters, choices', parameters(descriptionOf)],
		['leads from a start to every node', graph],
		['has expressions that parse and read nodes that run before', expressions],
		['carries nothing of anybody: secrets, addresses, things picked in an account', secrets],
		['makes its Data Tables itself and uses the columns that they have', tables],
		['calls what the templates share by its one name', sharedBlocks],
		['lies tidily on the canvas, every node in a note', canvas],
		['says on its main note what it is, whom it is for, what it needs', mainNote],
		['says which n8n it needs', needs],
		['has a page, and a place in the overview', pages],
	];
}

/** What the templates must hold together. */
export const setRules: Array<[string, SetRule]> = [
	['make each Data Table with the same columns', sameTables],
	['call the same thing by the same name', names],
];
