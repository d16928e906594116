import fs from 'node:fs';
import { connect, type N8nClient, type Owner } from '../../host/server/n8nClient';

/** What the process that runs the shared n8n hands over (test/host/serve.ts). */
export interface SharedServer {
	url: string;
	cookie: string;
	apiKey: string;
	owner: Owner;
	logFile: string;
	pid: number;
	/** The unpacked package that n8n has loaded. */
	packageDir: string;
	/** The Node.js that runs it. */
	nodeBin: string;
}

/** Names the handle file; set by test/host/test.js. */
export const HANDLE_VARIABLE = 'N8N_WEBINARS_E2E';

/** The one real n8n that all end-to-end tests share. Throws when there is none. */
export function sharedServer(): SharedServer {
	const file = process.env[HANDLE_VARIABLE];
	if (!file) {
		throw new Error(
			'These tests need the shared n8n. Run them with `npm test -- --only=e2e`, or start one with ' +
				`\`npx tsx test/host/serve.ts /tmp/n8n.json\` and set ${HANDLE_VARIABLE}=/tmp/n8n.json.`,
		);
	}
	return JSON.parse(fs.readFileSync(file, 'utf8')) as SharedServer;
}

/** The shared n8n, spoken to as its owner. */
export function sharedN8n(): N8nClient & SharedServer {
	const server = sharedServer();
	return { ...server, ...connect(server.url, server.cookie, server.apiKey) };
}
