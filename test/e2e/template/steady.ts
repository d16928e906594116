import type { N8nClient } from '../../host/n8nClient';

const triesForReads = 8;

/**
 * The same client, patient with an n8n that is busy with a large run: it closes idle connections
 * late, and a read that meets one of them has to be sent again. Writes are sent once.
 */
export function steady<T extends N8nClient>(n8n: T): T {
	return {
		...n8n,
		async api<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
			for (let tries = 1; ; tries += 1) {
				try {
					return await n8n.api<Answer>(method, path, body);
				} catch (error) {
					// fetch throws a TypeError when there was no answer at all.
					const again = method === 'GET' && error instanceof Error && error.name === 'TypeError';
					if (!again || tries >= triesForReads) throw error;
				}
			}
		},
	};
}
