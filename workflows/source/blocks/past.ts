import type { Flow } from '../flow';
import { by, DATA_TABLE, FILTER, only } from '../nodes';
import { LOG } from './columns';
import { unlessRow } from './dataTable';
import type { Platform } from './platforms';

/** Webinars of the last days, by choice only those that no run has accounted for. Behind *Every day*. */
export function sweep(
	flow: Flow,
	platform: Platform,
	from: { node: string; output: number },
	[x, y]: [number, number],
	{ days, onlyNew }: { days: number; onlyNew: boolean },
): { read: string; last: string } {
	const read = flow.add(
		'Webinars of the last days',
		platform.action,
		[x, y],
		{ resource: 'webinar', operation: 'getAll', which: 'ended', days, returnAll: true },
		{ onError: 'continueErrorOutput' },
	);
	const settled = flow.add(
		'Ended 3 hours ago or more',
		FILTER,
		[x + 240, y],
		only(flow, 'settled', {
			left: '$json.endTime',
			type: 'dateTime',
			operation: 'beforeOrEquals',
			right: '={{ $now.minus({ hours: 3 }) }}',
		}),
	);
	flow.wire(from.node, read, from.output).wire(read, settled);
	if (!onlyNew) return { read, last: settled };
	const last = flow.add(
		'Not in the log yet',
		DATA_TABLE,
		[x + 480, y],
		unlessRow(LOG.name, [
			{ column: 'flow', value: flow.rows },
			{ column: 'sessionId', value: '={{ $json.sessionId }}' },
		]),
	);
	flow.wire(settled, last);
	return { read, last };
}

/** The latest webinar, or the one that somebody picks. Behind *Try it with a past webinar*. */
export function latest(
	flow: Flow,
	platform: Platform,
	from: { node: string; output: number },
	[x, y]: [number, number],
): { read: string[]; last: string } {
	const find = flow.add(
		'Latest webinar',
		platform.action,
		[x, y],
		{
			resource: 'webinar',
			operation: 'getAll',
			which: 'ended',
			days: 180,
			returnAll: false,
			limit: 1,
		},
		{ onError: 'continueErrorOutput' },
	);
	const last = flow.add(
		'Pick a past webinar',
		platform.action,
		[x + 240, y],
		{ resource: 'webinar', operation: 'get', webinar: by('$json.webinarId', 'list') },
		{ onError: 'continueErrorOutput' },
	);
	flow.wire(from.node, find, from.output).chain(find, last);
	return { read: [find, last], last };
}
