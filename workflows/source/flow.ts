import crypto from 'node:crypto';

export type Parameters = Record<string, unknown>;

/** What n8n keeps of a node beside its parameters. */
export interface NodeSettings {
	onError?: 'continueRegularOutput' | 'continueErrorOutput';
	executeOnce?: boolean;
	alwaysOutputData?: boolean;
	retryOnFail?: boolean;
	maxTries?: number;
	waitBetweenTries?: number;
}

export interface FlowNode extends NodeSettings {
	parameters: Parameters;
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [x: number, y: number];
	webhookId?: string;
}

interface Connection {
	node: string;
	type: 'main';
	/** Input of the node. */
	index: number;
}

interface Wire {
	to: string;
	input: number;
}

/** A workflow as n8n imports it. */
export interface WorkflowJson {
	name: string;
	nodes: FlowNode[];
	connections: Record<string, { main: Connection[][] }>;
	settings: { executionOrder: 'v1' };
	pinData: Record<string, never>;
	meta: { templateCredsSetupCompleted: false };
	active: false;
}

/** What one of our own types of node is called in a workflow. */
export const ours = (name: string) => `n8n-nodes-webinars.${name}`;

/** What one of n8n's own types of node is called in a workflow. */
export const native = (name: string) => `n8n-nodes-base.${name}`;

/** A template on its way to a file. Ids follow from names, so that a template changes only where its source did. */
export class Flow {
	private readonly nodes: FlowNode[] = [];
	private readonly wires = new Map<string, Wire[][]>();

	/**
	 * @param key file name of the template
	 * @param title as the list of workflows shows it
	 */
	constructor(
		readonly key: string,
		readonly title: string,
		/** The value of the column `flow` in its tables; templates that share it take over from one another. */
		readonly rows = key,
	) {}

	/** Puts a node on the canvas and returns its name. Throws for a name that is taken. */
	add(
		name: string,
		[type, typeVersion]: readonly [type: string, version: number],
		position: [x: number, y: number],
		parameters: Parameters,
		settings: NodeSettings & { webhook?: boolean } = {},
	): string {
		if (this.nodes.some((node) => node.name === name)) throw new Error(`Two nodes "${name}"`);
		const { webhook, ...kept } = settings;
		this.nodes.push({
			parameters,
			id: this.id(`node ${name}`),
			name,
			type,
			typeVersion,
			position,
			...kept,
			...(webhook && { webhookId: this.id(`webhook ${name}`) }),
		});
		return name;
	}

	/** Leads an output of a node to other nodes; n8n runs the highest on the canvas first. */
	wire(from: string, to: string | readonly string[], output = 0, input = 0): this {
		const outputs = this.wires.get(from) ?? [];
		while (outputs.length <= output) outputs.push([]);
		outputs[output]!.push(...[to].flat().map((name) => ({ to: name, input })));
		this.wires.set(from, outputs);
		return this;
	}

	/** Leads nodes one behind the other. */
	chain(...names: string[]): this {
		names.slice(1).forEach((name, at) => this.wire(names[at]!, name));
		return this;
	}

	/** A UUID that this name always has in this template. */
	id(name: string): string {
		const hash = crypto.createHash('sha1').update(`${this.key} ${name}`).digest();
		hash[6] = (hash[6]! & 0x0f) | 0x50;
		hash[8] = (hash[8]! & 0x3f) | 0x80;
		const hex = hash.toString('hex');
		return [
			hex.slice(0, 8),
			hex.slice(8, 12),
			hex.slice(12, 16),
			hex.slice(16, 20),
			hex.slice(20, 32),
		].join('-');
	}

	/** The finished workflow. Throws where a wire leads to a node that is not there. */
	json(): WorkflowJson {
		const names = new Set(this.nodes.map(({ name }) => name));
		const ends = [...this.wires.values()].flat(2).map(({ to }) => to);
		for (const name of [...this.wires.keys(), ...ends]) {
			if (!names.has(name)) throw new Error(`${this.key}: a wire leads to "${name}"`);
		}
		const connections = [...this.wires].map(([from, outputs]) => [
			from,
			{
				main: outputs.map((wires) =>
					wires.map(({ to, input }) => ({ node: to, type: 'main', index: input })),
				),
			},
		]);
		return {
			name: this.title,
			nodes: this.nodes,
			connections: Object.fromEntries(connections) as WorkflowJson['connections'],
			settings: { executionOrder: 'v1' },
			pinData: {},
			meta: { templateCredsSetupCompleted: false },
			active: false,
		};
	}
}
