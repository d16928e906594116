import { HttpError } from '../../host/http';
import type { N8nClient } from '../../host/n8nClient';

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
		for (const path of this.paths.splice(0).reverse()) {
			try {
				await this.n8n.api('DELETE', path);
			} catch (error) {
				if (!(error instanceof HttpError && error.status === 404)) throw error;
			}
		}
	}
}
