import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { repoRoot } from '../../host/paths';

export interface FileServer {
	/** The address at which a template can be fetched, as GitHub has its raw files. */
	address(name: string): string;
	close(): void;
}

/** Serves the templates on the loopback address. */
export async function serveTemplates(): Promise<FileServer> {
	const server = http.createServer((request, response) => {
		const file = path.basename(request.url ?? '');
		response.setHeader('content-type', 'text/plain; charset=utf-8');
		response.end(fs.readFileSync(path.join(repoRoot, 'workflows', file)));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		address: (name) => `http://127.0.0.1:${port}/workflows/${name}.json`,
		close: () => void server.close(),
	};
}
