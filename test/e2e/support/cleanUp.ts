import { setTimeout as sleep } from 'node:timers/promises';

import { HttpError } from '../../host/server/http';
import type { N8nClient } from '../../host/server/n8nClient';

/**
 * Remembers what a test file made in the shared n8n and takes it away again, so that no file sees
 * another's workflows. Use one per file and call `all` in afterAll.
 */
export class CleanUp {
	private readonly paths: string[] = [];

	constructor(private readonly n8n: N8nClient) {}

	workflow(id: string): void {
		this.paths.push(`/workflows/${id}`);
	}

	credential(id: string): void {
		this.paths.push(`/credentials/${id}`);
	}

	/** Newest first: a workflow goes before the credentials it uses. */
	async all(): Promise<void> {
		for (const path of this.paths.splice(0).reverse()) await remove(this.n8n, path);
	}
}

/**
 * Deletes what may already be gone. n8n refuses with 409 as long as a workflow is published or
 * still being taken off.
 */
export async function remove(n8n: N8nClient, path: string): Promise<void> {
	for (let tries = 1; ; tries += 1) {
		try {
			await n8n.api('DELETE', path);
			return;
		} catch (error) {
			if (!(error instanceof HttpError)) throw error;
			if (error.status === 404) return;
			if (error.status !== 409 || tries >= 60) throw error;
			await sleep(500);
		}
	}
}
