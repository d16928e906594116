import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { N8nHost } from '../install/hostPaths';

/** Runs inside n8n and has it look for waits that are over once a second. */
export const QUICK_WAITS = path.join(__dirname, 'quickWaits.js');

/** Runs inside n8n: no schedule and no poll begins by itself. */
export const STILL_CLOCK = path.join(__dirname, 'stillClock.js');

/** Node.js 24, on which n8n runs, has SQLite built in; ours need not. What waits for a call has the year 3000. */
const END_WAITS = `
	const { DatabaseSync } = require('node:sqlite');
	const database = new DatabaseSync(process.argv[1], { timeout: 60_000 });
	const sql =
		"UPDATE execution_entity SET waitTill = ? WHERE status = 'waiting' AND waitTill < '2999-01-01'";
	const { changes } = database.prepare(sql).run(process.argv[2]);
	database.close();
	console.log(changes);
`;

/**
 * Lets the time of everything that waits in an n8n be over, in its database. What waits for a call goes on
 * waiting, and so does what waits for less than 65 seconds: that is in n8n's memory.
 * @returns how many executions
 */
export async function endWaits(host: N8nHost, userFolder: string): Promise<number> {
	const database = path.join(userFolder, '.n8n', 'database.sqlite');
	const now = new Date().toISOString().replace('T', ' ').replace('Z', '');
	const args = ['--no-warnings', '-e', END_WAITS, database, now];
	const { stdout } = await promisify(execFile)(host.nodeBin, args);
	return Number(stdout);
}
