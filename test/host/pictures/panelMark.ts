import { createHash } from 'node:crypto';
import path from 'node:path';
import {
	type ICredentialType,
	type INodeProperties,
	type INodeType,
	type INodeTypeDescription,
	NodeHelpers,
} from 'n8n-workflow';

import { repoRoot } from '../paths';
import type { PanelPicture } from './panelList';

/** What a file of nodes/ or credentials/ describes. */
export async function describedIn({ source }: PanelPicture) {
	const module = (await import(path.join(repoRoot, `${source}.ts`))) as Record<
		string,
		new () => INodeType | ICredentialType
	>;
	const made = new module[path.basename(source).split('.')[0]!]!();
	return 'description' in made ? made.description : made;
}

/** A mark of every text on a panel; the same as long as its picture need not be taken anew. */
export async function panelMark(panel: PanelPicture): Promise<string> {
	const described = await describedIn(panel);
	const fields =
		'group' in described
			? shownBy(described, panel)
			: described.properties.filter(({ type }) => type !== 'hidden');
	const seen = { title: described.displayName, ...panel, fields: fields.map(textsOf) };
	return createHash('sha256').update(JSON.stringify(seen)).digest('hex');
}

/** The fields that a node's panel shows for what is chosen. */
function shownBy(description: INodeTypeDescription, { parameters = {} }: PanelPicture) {
	const node = { typeVersion: [description.version].flat().at(-1)! };
	const { properties } = description;
	const values = NodeHelpers.getNodeParameters(
		properties,
		parameters,
		true,
		true,
		node,
		description,
	);
	return properties.filter((property) =>
		NodeHelpers.displayParameter(values ?? parameters, property, node, description),
	);
}

/** Tooltips are not seen, and of a list, or of the ways to name something, the chosen one alone. */
function textsOf({ displayName, placeholder, hint, default: preset, ...rest }: INodeProperties) {
	const option = rest.options?.find((one) => 'value' in one && one.value === preset);
	const mode = rest.modes?.find(({ name }) => name === (preset as { mode?: string })?.mode);
	const chosen = option?.name ?? mode?.displayName;
	return { displayName, placeholder, hint, preset, chosen };
}
