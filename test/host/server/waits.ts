import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { N8nHost } from '../install/hostPaths';

/** Node.js 24, on which n8n runs, has SQLite built in; ours need not. */
const END_WAITS = `
	const { DatabaseSync } = require('node:sqlite');
	const database = new DatabaseSync(process.argv[1]);
	const sql = "UPDATE execution_entity SET waitTill = ? WHERE status = 'waiting' AND waitTill < '2999'";
	const { changes } = database.prepare(sql).run(process.argv[2]);
	database.close();
	console.log(changes);
`;

/**
 * Lets the time of everything that waits in a stopped n8n be over: the moment of its start is past, so n8n
 * goes on as soon as it starts again. What waits for a call goes on waiting.
 * @returns how many executions
 */
export async function endWaits(host: N8nHost, userFolder: string): Promise<number> {
	const database = path.join(userFolder, '.n8n', 'database.sqlite');
	const past = new Date(Date.now() - 1000).toISOString().replace('T', ' ').replace('Z', '');
	const args = ['--no-warnings', '-e', END_WAITS, database, past];
	const { stdout } = await promisify(execFile)(host.nodeBin, args);
	return Number(stdout);
}
