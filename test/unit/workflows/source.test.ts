import fs from 'node:fs';
import path from 'node:path';

import { allFlows } from '../../../workflows/source/all';

const folder = path.join(__dirname, '../../../workflows');

describe('workflows/*.json', () => {
	it.each(allFlows().map((flow) => [flow.key, flow] as const))(
		'%s is what its source says; else run `npm run templates`',
		(key, flow) => {
			const text = fs.readFileSync(path.join(folder, `${key}.json`), 'utf8');
			expect(JSON.parse(text)).toEqual(flow.json());
		},
	);
});
