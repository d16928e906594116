import path from 'node:path';

import { PackageDirectoryLoader } from 'n8n-core';
import {
	NodeHelpers,
	type ICredentialType,
	type INodeType,
	type INodeTypes,
	type IVersionedNodeType,
} from 'n8n-workflow';

export const PACKAGE = 'n8n-nodes-webinars';
const ROOT = path.join(__dirname, '../../..');

/** The built package, loaded the way n8n loads it. */
export class PackageTypes implements INodeTypes {
	private readonly others = new Map<string, IVersionedNodeType>();

	private constructor(private readonly loader: PackageDirectoryLoader) {}

	static async load(): Promise<PackageTypes> {
		const loader = new PackageDirectoryLoader(ROOT);
		await loader.loadAll();
		return new PackageTypes(loader);
	}

	/** A node of somebody else's, to be run under the same name as ours are. */
	add(name: string, type: IVersionedNodeType): void {
		this.others.set(`${PACKAGE}.${name}`, type);
	}

	getByName(type: string): INodeType | IVersionedNodeType {
		if (type === SOURCE_TYPE) return sourceNode;
		const other = this.others.get(type);
		if (other !== undefined) return other;
		return this.loader.getNode(type.replace(`${PACKAGE}.`, '')).type;
	}

	getByNameAndVersion(type: string, version?: number): INodeType {
		return NodeHelpers.getVersionedNodeType(this.getByName(type), version);
	}

	getKnownTypes(): Record<string, never> {
		return {};
	}

	credential(type: string): ICredentialType | undefined {
		return type === 'oAuth2Api' ? undefined : this.loader.getCredential(type).type;
	}
}

export const SOURCE_TYPE = 'test.source';

/** Stands where a user's previous node would: its items come from pinned data. */
const sourceNode: INodeType = {
	description: {
		displayName: 'Source',
		name: 'source',
		group: ['transform'],
		version: 1,
		description: 'Pinned items',
		defaults: { name: 'Source' },
		inputs: [],
		outputs: ['main'],
		properties: [],
	},
	async execute() {
		return [this.getInputData()];
	},
};
