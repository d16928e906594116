import type { INodeProperties } from 'n8n-workflow';

import { credentials, nodes, walk } from './package';

/** Every field of every node and credential. */
export function allFields(): INodeProperties[] {
	return [...nodes(), ...credentials()].flatMap(([, { properties }]) =>
		walk(properties).map(([, property]) => property),
	);
}

/** What a field is called in a sentence: "Person Field Names or IDs" is "Person Field". */
export const spoken = ({ displayName }: INodeProperties) =>
	displayName.replace(/ Names? or IDs?$/, '');

/** Whether a text begins with a name as a whole: "Transcript" is not what "Transcript As" names. */
export const beginsWith = (text: string, name: string) =>
	text.startsWith(name) && !/^(?:[\w-]| [A-Z])/.test(text.slice(name.length));

/** What follows each place that a pattern finds. */
export const after = (text: string, before: RegExp) =>
	[...text.matchAll(before)].map(({ index, 0: found }) => text.slice(index + found.length));
