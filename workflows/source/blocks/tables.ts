import type { Flow } from '../flow';
import { DATA_TABLE, raw, sticky } from '../nodes';
import { LOG, OPEN, SETTINGS } from './columns';
import { createTable, getRows, insertRows, unlessRow } from './dataTable';

/** Starts of workflows may come together, and the first of them makes the tables. */
const patiently = { executeOnce: true, retryOnFail: true, maxTries: 3, waitBetweenTries: 2000 };

/**
 * Makes the three tables when they are missing, puts the first row into the settings, and reads
 * them. Once per run, whatever came in.
 * @returns the first node, which every start leads to, and the last one
 */
export function tables(flow: Flow, [x, y]: [number, number]): { first: string; last: string } {
	const first = flow.add(
		'Create log table',
		DATA_TABLE,
		[x, y],
		createTable(LOG.name, LOG.columns),
		patiently,
	);
	const open = flow.add(
		'Create open table',
		DATA_TABLE,
		[x + 240, y],
		createTable(OPEN.name, OPEN.columns),
		patiently,
	);
	const settings = flow.add(
		'Create settings table',
		DATA_TABLE,
		[x + 480, y],
		createTable(SETTINGS.name, SETTINGS.columns),
		patiently,
	);
	const last = flow.add('Read settings', DATA_TABLE, [x + 720, y], getRows(SETTINGS.name), {
		...patiently,
		alwaysOutputData: true,
	});
	flow.chain(first, open, settings, last);
	const missing = flow.add(
		'No settings yet',
		DATA_TABLE,
		[x + 720, y + 200],
		unlessRow(SETTINGS.name, [{ column: 'scope', value: 'default' }]),
		patiently,
	);
	const row = flow.add(
		'Everything on',
		['n8n-nodes-base.set', 3.4],
		[x + 960, y + 200],
		raw(
			"{ scope: 'default', hostOrWebinar: '*', sync: true, recordings: true, excludedDomains: '', note: 'For every webinar without a row of its own' }",
		),
	);
	const write = flow.add(
		'Write first settings',
		DATA_TABLE,
		[x + 1200, y + 200],
		insertRows(SETTINGS.name, SETTINGS.columns),
		patiently,
	);
	flow.wire(settings, missing).chain(missing, row, write);
	sticky(
		flow,
		'Tables and settings',
		[x - 80, -480],
		[1440, 1340],
		`### 2. Tables and settings
Creates three Data Tables when they are missing, and uses them from then on. All templates share them; the column \`flow\` says which template a row belongs to, here \`${flow.rows}\`.
- \`n8nWebinarLog\`: everybody, every run. Rows are kept for ${KEEP_DAYS} days.
- \`n8nWebinarOpen\`: who is not done yet.
- \`n8nWebinarSettings\`: **yours**. \`scope\` is \`default\`, \`host\` or \`webinar\`, \`hostOrWebinar\` the host's email or the webinar ID. \`sync\` and \`recordings\` switch a webinar on or off; leave a cell empty to use the next wider row. \`excludedDomains\` counts in the row \`default\`: domains separated by commas.

Give no other table a name that contains one of these.`,
		7,
	);
	return { first, last };
}

/** How long the log remembers. */
export const KEEP_DAYS = 90;
