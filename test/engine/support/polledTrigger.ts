import { LoadOptionsContext, PollContext } from 'n8n-core';
import {
	Workflow,
	type IDataObject,
	type INode,
	type INodeParameters,
	type INodePropertyOptions,
} from 'n8n-workflow';

import type { CredentialValues } from './credentials';
import { PACKAGE } from './nodeTypes';
import { additionalDataFor, packageTypes } from './runNode';
import { searchResult, searchValue } from './searched';

const NAME = 'Trigger';

/** A polling trigger of the built package, polled by n8n's own context; n8n's store between polls is `kept`. */
export class PolledTrigger {
	/** The node's static data. */
	kept: IDataObject = {};
	/** Milliseconds that n8n gives a poll. */
	budgetMs = 300_000;

	/** @param type of the node, without the package's name; it has the one credential that is given */
	constructor(
		private readonly type: string,
		private readonly credentials: CredentialValues,
		public parameters: INodeParameters,
	) {}

	/** One poll; like n8n it keeps the state only of polls that do not fail. @returns items, null for none */
	async poll(mode: 'trigger' | 'manual' = 'trigger'): Promise<IDataObject[] | null> {
		const { workflow, node, additionalData, nodeTypes } = await this.build();
		const context = new PollContext(
			workflow,
			node,
			additionalData,
			mode,
			'activate',
			undefined,
			undefined,
			undefined,
			undefined,
			undefined,
			// n8n 1 has no such thing: its polls take what time they need.
			() => this.budgetMs,
		);
		const polling = nodeTypes.getByNameAndVersion(node.type).poll!.call(context);
		const output = await searchResult('poll', polling);
		const staged = workflow.getStaticData('node', node);
		searchValue('static data', staged);
		// What is kept goes through the database.
		this.kept = JSON.parse(JSON.stringify(staged)) as IDataObject;
		return output === null ? null : output.flat().map(({ json }) => json);
	}

	/** What the editor shows as choices of a field. */
	async options(method: string): Promise<INodePropertyOptions[]> {
		const { workflow, node, additionalData, nodeTypes } = await this.build();
		additionalData.currentNodeParameters = this.parameters;
		const context = new LoadOptionsContext(workflow, node, additionalData, 'parameters');
		const { methods } = nodeTypes.getByNameAndVersion(node.type);
		return await searchResult(method, methods!.loadOptions![method]!.call(context));
	}

	private async build() {
		const nodeTypes = await packageTypes();
		const workflow = new Workflow({
			id: 'polled',
			active: true,
			nodeTypes,
			settings: { executionOrder: 'v1' },
			// Where every n8n looks for it, and a copy: what a poll that fails has changed is gone.
			staticData: { [`node:${NAME}`]: structuredClone(this.kept) },
			connections: {},
			nodes: [this.node()],
		});
		const additionalData = additionalDataFor(nodeTypes, this.credentials, workflow);
		return { nodeTypes, workflow, node: workflow.getNode(NAME)!, additionalData };
	}

	private node(): INode {
		return {
			id: 'trigger',
			name: NAME,
			type: `${PACKAGE}.${this.type}`,
			typeVersion: 1,
			position: [0, 0],
			parameters: this.parameters,
			credentials: Object.fromEntries(
				Object.keys(this.credentials).map((type) => [type, { id: '1', name: type }]),
			),
		};
	}
}
