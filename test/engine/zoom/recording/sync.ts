import { createRequire } from 'node:module';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { WorkflowExecute, type BinaryDataService } from 'n8n-core';
import {
	createRunExecutionData,
	Workflow,
	type IBinaryData,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type NodeExecutionHint,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import type { RecordingItem } from '../../../../nodes/shared/recordings/item';
import { MemoryCredentials } from '../../support/credentials';
import { PACKAGE, SOURCE_TYPE } from '../../support/nodeTypes';
import { additionalDataWith, packageTypes } from '../../support/runNode';
import type { Stage } from '../../support/world';
import { byId } from '../support/zoom';

/** *Sync recordings* of the story's main webinar, everything, links only. */
export function syncOf(here: Stage, changes: INodeParameters = {}): INodeParameters {
	return {
		resource: 'recording',
		operation: 'sync',
		recordingsOf: 'webinar',
		webinar: byId(here.story.main.webinarId),
		sessionId: '',
		host: byId(here.story.main.hostEmail),
		newSince: 'everything',
		since: '',
		files: ['audio', 'captions', 'chat', 'timeline', 'transcript', 'video'],
		return: 'links',
		options: {},
		...changes,
	};
}

export function itemsOf(items: INodeExecutionData[] | undefined): RecordingItem[] {
	return (items ?? []).map(({ json }) => json as unknown as RecordingItem);
}

/** What came of each item, short: the file or the reason. */
export function told(items: INodeExecutionData[] | undefined): string[] {
	return itemsOf(items).map(({ recording, outcome }) =>
		outcome.result === 'synced'
			? recording!.recordingId || recording!.type
			: `${outcome.result} ${outcome.reason}`,
	);
}

export interface FlowRun {
	items: INodeExecutionData[];
	hints: NodeExecutionHint[];
	error: string | null;
}

/** A saved workflow: its static data live from one production run to the next, as n8n keeps them. */
export class Flow {
	/** As n8n's database holds them. */
	staticData: IDataObject = {};

	constructor(
		private readonly here: Pick<Stage, 'zoom'>,
		readonly parameters: INodeParameters,
	) {}

	async run(
		mode: WorkflowExecuteMode = 'trigger',
		inputs: IDataObject[] = [{}],
		changes: Pick<INode, 'onError' | 'rewireOutputLogTo'> = {},
	): Promise<FlowRun> {
		const nodeTypes = await packageTypes();
		const credentials = Object.fromEntries(
			Object.keys(this.here.zoom).map((type) => [type, { id: `${type}-id`, name: type }]),
		);
		const common = { typeVersion: 1, position: [0, 0] as [number, number] };
		const workflow = new Workflow({
			id: 'flow',
			active: true,
			nodeTypes,
			staticData: structuredClone(this.staticData),
			settings: { executionOrder: 'v1' },
			nodes: [
				{ id: 'source', name: 'Source', type: SOURCE_TYPE, parameters: {}, ...common },
				{
					id: 'node',
					name: 'Node',
					type: `${PACKAGE}.zoomWebinar`,
					parameters: this.parameters,
					credentials,
					...changes,
					...common,
				},
			],
			connections: { Source: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
		});
		const main = [inputs.map((json) => ({ json }))];
		const additionalData = additionalDataWith(
			new MemoryCredentials(nodeTypes, this.here.zoom),
			workflow,
			mode,
		);
		const execution = new WorkflowExecute(
			additionalData,
			mode,
			createRunExecutionData({
				executionData: {
					nodeExecutionStack: [
						{
							node: workflow.getNode('Node')!,
							data: { main },
							source: { main: [{ previousNode: 'Source' }] },
						},
					],
				},
			}),
		);
		const { data } = await execution.processRunExecutionData(workflow);
		if (mode !== 'manual') {
			this.staticData = JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject;
		}
		const result = data.resultData.runData.Node?.[0];
		return {
			items: result?.data?.main?.[0] ?? [],
			hints: result?.hints ?? [],
			error: (data.resultData.error ?? result?.error)?.message ?? null,
		};
	}
}

interface Container {
	get(type: unknown): BinaryDataService;
}

/** n8n-core's own container: another copy of it would hold another binary store. */
async function binaryService(): Promise<BinaryDataService> {
	const core = await import('n8n-core');
	const { Container } = createRequire(require.resolve('n8n-core'))('@n8n/di') as {
		Container: Container;
	};
	return Container.get(core.BinaryDataService);
}

/** n8n's filesystem mode in a folder of its own. */
export async function filesystemMode(): Promise<{
	path(binary: IBinaryData): string;
	/** Everything below the folder, temporary files too. */
	files(): string[];
	remove(): void;
}> {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'n8n-recordings-'));
	const service = await binaryService();
	Reflect.set(Reflect.get(service, 'config') as object, 'localStoragePath', folder);
	await service.init();
	return {
		path: (binary) => service.getPath(binary.id!),
		files: () =>
			fs
				.readdirSync(folder, { recursive: true, withFileTypes: true })
				.filter((entry) => entry.isFile())
				.map((entry) => path.join(entry.parentPath, entry.name)),
		remove: () => fs.rmSync(folder, { recursive: true, force: true }),
	};
}

/** n8n's binary store answers as this one does; `undefined` = n8n's default mode, in memory. */
export async function storeThat(store: (() => Promise<never>) | undefined): Promise<void> {
	const service = await binaryService();
	Reflect.set(service, 'managers', store === undefined ? {} : { 'filesystem-v2': { store } });
}
