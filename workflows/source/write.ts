/** `npm run templates`: writes workflows/*.json. */
import fs from 'node:fs';
import path from 'node:path';

import prettier from 'prettier';

import { allFlows } from './all';

async function write(): Promise<void> {
	for (const flow of allFlows()) {
		const file = `${flow.key}.json`;
		const filepath = path.join(__dirname, '..', file);
		const options = await prettier.resolveConfig(filepath);
		const text = JSON.stringify(flow.json());
		fs.writeFileSync(filepath, await prettier.format(text, { ...options, filepath }));
		console.log(`workflows/${file}`);
	}
}

void write();
