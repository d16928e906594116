import type { Flow } from '../flow';
import { DATA_TABLE, raw, SET } from '../nodes';
import { LOG, OPEN } from './columns';
import { deleteRows, getRows } from './dataTable';
import { KEEP_DAYS } from './tables';

/** After so many tries a row stays for people to look at. */
export const MOST_TRIES = 8;

/** Takes up who is open and whose time has come, and forgets what is old. Behind *Every hour*. */
export function tryAgain(
	flow: Flow,
	from: { node: string; output: number },
	[x, y]: [number, number],
): string {
	const mine = { column: 'flow', value: flow.rows };
	const past = `={{ $now.minus({ days: ${KEEP_DAYS} }).toISO() }}`;
	const due = flow.add(
		'Who is to be tried again',
		DATA_TABLE,
		[x, y],
		getRows(OPEN.name, [
			mine,
			{ column: 'retryAt', condition: 'lte', value: '={{ $now.toISO() }}' },
			{ column: 'attempts', condition: 'lt', value: `={{ ${MOST_TRIES} }}` },
		]),
	);
	const back = bringBack(flow, [x + 240, y]);
	const log = flow.add(
		'Forget old log rows',
		DATA_TABLE,
		[x, y + 200],
		deleteRows(LOG.name, [mine, { column: 'loggedAt', condition: 'lt', value: past }]),
	);
	const open = flow.add(
		'Forget old open rows',
		DATA_TABLE,
		[x + 240, y + 200],
		deleteRows(OPEN.name, [mine, { column: 'retryAt', condition: 'lt', value: past }]),
	);
	flow.wire(from.node, [due, log], from.output).wire(due, back).wire(from.node, open, from.output);
	return back;
}

/** Makes items of rows of the open table, as they were, with what the account needs to know them again. */
export function bringBack(flow: Flow, position: [number, number]): string {
	return flow.add(
		'Bring back each',
		SET,
		position,
		raw(
			'{ ...JSON.parse($json.item), kind: $json.kind, attempts: $json.attempts, openKey: $json.openKey }',
		),
	);
}
