import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createLog } from '../../../host/log';
import { packageName } from '../../../host/paths';
import { fingerprint, prepareHome, preparedIn } from '../../../host/server/preparedHome';
import { OWN_FOLDER_VARIABLE, PREPARED_VARIABLE } from './home';

/**
 * Before all stories: a prepared home of n8n, which each story copies. A folder that the variable names is
 * kept, and used again as long as the sources of the package are the same.
 */
export default async function prepare(): Promise<void> {
	const kept = process.env[PREPARED_VARIABLE];
	if (kept && preparedIn(kept)?.fingerprint === fingerprint()) return;
	const folder = kept ?? fs.mkdtempSync(path.join(os.tmpdir(), `${packageName}-prepared-`));
	await prepareHome(folder, createLog());
	process.env[PREPARED_VARIABLE] = folder;
	if (!kept) process.env[OWN_FOLDER_VARIABLE] = folder;
}
