import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { type Leak, leaksIn, leaksOf, searchedFor } from '../../secrets/book';
import type { Occurrence } from '../../secrets/occurrences';

const SCRIPT = path.join(__dirname, 'searchDatabase.js');

interface DatabaseSearch {
	/** How many texts the database holds. */
	texts: number;
	found: Array<Occurrence & { where: string }>;
}

/**
 * Secrets in what an n8n leaves behind: its log, and its database with all executions, Data Tables and
 * what is kept with workflows. Its credentials are in there too, encrypted.
 * @throws Error when there is nothing to search
 */
export async function leaksOfHome(nodeBin: string, userFolder: string): Promise<Leak[]> {
	const log = fs.readFileSync(path.join(userFolder, 'n8n.log'), 'utf8');
	const database = path.join(userFolder, '.n8n', 'database.sqlite');
	const { texts, found } = await searchDatabase(nodeBin, database);
	if (texts === 0 || log === '') throw new Error(`${userFolder} holds neither log nor database`);
	return [...leaksIn('n8n.log', log), ...found.flatMap((one) => leaksOf(one.where, [one]))];
}

async function searchDatabase(nodeBin: string, file: string): Promise<DatabaseSearch> {
	const child = spawn(nodeBin, ['--no-warnings', SCRIPT, file]);
	child.stdin.end(JSON.stringify(searchedFor()));
	const [answer, trouble] = await Promise.all([text(child.stdout), text(child.stderr)]);
	if (answer === '') throw new Error(`The database could not be searched: ${trouble}`);
	return JSON.parse(answer) as DatabaseSearch;
}
