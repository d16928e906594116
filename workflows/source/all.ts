import fs from 'node:fs';
import path from 'node:path';

import type { Flow } from './flow';

/** Every template of this folder, in the order of their names. */
export function allFlows(): Flow[] {
	const helpers = ['all.ts', 'flow.ts', 'nodes.ts', 'write.ts'];
	return fs
		.readdirSync(__dirname)
		.filter((name) => name.endsWith('.ts') && !helpers.includes(name))
		.sort()
		.map((name) => {
			// eslint-disable-next-line @typescript-eslint/no-require-imports -- one file, one template
			const { flow } = require(path.join(__dirname, name)) as { flow: Flow };
			if (`${flow.key}.ts` !== name) throw new Error(`${name} holds the template ${flow.key}`);
			return flow;
		});
}
