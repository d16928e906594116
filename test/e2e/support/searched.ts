import path from 'node:path';

import { leaksOfHome } from '../../host/server/searchHome';
import { HANDLE_VARIABLE, sharedServer } from './sharedServer';

// For every test file that shares an n8n: afterwards no secret that the file knows is in what it left there.
afterAll(async () => {
	if (!process.env[HANDLE_VARIABLE]) return;
	const { nodeBin, logFile } = sharedServer();
	expect(await leaksOfHome(nodeBin, path.dirname(logFile))).toEqual([]);
});
