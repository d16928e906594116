import { createRequire } from 'node:module';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import type { BinaryDataService } from 'n8n-core';
import type { IBinaryData } from 'n8n-workflow';

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
