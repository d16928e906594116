import type { Flow } from '../flow';
import { by, DATA_TABLE, raw, SET, SPLIT_OUT } from '../nodes';
import { LOG, OPEN } from './columns';
import { getRows } from './dataTable';
import type { Platform } from './platforms';
import { startedBy } from './starts';

export interface Coming {
	/** Start by hand that looks at all of them, the open ones too. */
	byHand?: string;
	/** Also those that the log knows as planned and the platform no longer lists: they may be deleted. */
	missing?: boolean;
}

/**
 * The coming webinars of all hosts, each once, but those on the open list, which *Every hour* takes up:
 * `{ webinar }`. From x to x + 960.
 */
export function coming(
	flow: Flow,
	platform: Platform,
	from: Array<{ node: string; output: number }>,
	[x, y]: [number, number],
	{ byHand, missing = false }: Coming = {},
): { read: string; last: string } {
	const mine = { column: 'flow', value: flow.rows };
	const once = { executeOnce: true, alwaysOutputData: true };
	const read = flow.add('Coming webinars', platform.action, [x, y], upcoming(platform), {
		onError: 'continueErrorOutput',
	});
	for (const { node, output } of from) flow.wire(node, read, output);
	const open = flow.add('Open already', DATA_TABLE, [x + 240, y], getRows(OPEN.name, [mine]), once);
	const planned = missing
		? [
				flow.add(
					'Written before',
					DATA_TABLE,
					[x + 480, y],
					getRows(LOG.name, [mine, { column: 'kind', value: 'event' }]),
					once,
				),
			]
		: [];
	const which = flow.add('Which to look at', SET, [x + 720, y], raw(whichOf(byHand, missing)), {
		executeOnce: true,
	});
	const last = flow.add('Each webinar', SPLIT_OUT, [x + 960, y], {
		fieldToSplitOut: 'which',
		options: {},
	});
	flow.chain(read, open, ...planned, which, last);
	return { read, last };
}

const LISTED =
	"$('Coming webinars').all().map(({ json }) => json).filter(({ webinarId }) => webinarId)";
const EACH_ONCE =
	'.filter(({ webinarId }, at, all) => all.findIndex((one) => one.webinarId === webinarId) === at)';
const NOT_OPEN =
	".filter(({ webinarId }) => !$('Open already').all().some(({ json }) => json.webinarId === webinarId))";
/** The log is in the order of time, so the last row of a webinar counts. It does not tell the account. */
const MISSING = `$('Written before').all().map(({ json }) => json).filter(({ webinarId }) => webinarId).reverse()${EACH_ONCE}
		.filter(({ status, action }) => action !== 'cancelled' && status > $now.toUTC().toISO())
		.filter(({ webinarId }) => !${LISTED}.some((one) => one.webinarId === webinarId))
		.map(({ webinarId, topic }) => ({ provider: ${LISTED}[0].provider, accountId: ${LISTED}[0].accountId, webinarId, topic }))`;

function whichOf(byHand: string | undefined, missing: boolean): string {
	const daily = missing
		? `[
		...${LISTED}${EACH_ONCE},
		...${MISSING}
	]${NOT_OPEN}`
		: `${LISTED}${EACH_ONCE}${NOT_OPEN}`;
	const list =
		byHand === undefined ? daily : `${startedBy(byHand)} ? ${LISTED}${EACH_ONCE} : ${daily}`;
	return `{
	which: (${list}).map((webinar) => ({ webinar }))
}`;
}

/** All webinars to come, of everybody in the account. */
const upcoming = ({ everybodys }: Platform) => ({
	resource: 'webinar',
	operation: 'getAll',
	which: 'upcoming',
	...everybodys,
	returnAll: true,
});

/** The webinar that comes next, or the one that somebody picks. Behind a start by hand. */
export function next(
	flow: Flow,
	platform: Platform,
	from: { node: string; output: number },
	[x, y]: [number, number],
): { read: string[]; last: string } {
	const find = flow.add('Webinars to come', platform.action, [x, y], upcoming(platform), {
		onError: 'continueErrorOutput',
	});
	const soonest =
		'$input.all().map(({ json }) => json).sort((one, other) => String(one.scheduledStartTime ?? 9).localeCompare(String(other.scheduledStartTime ?? 9)))[0].webinarId';
	const last = flow.add(
		'Pick a coming webinar',
		platform.action,
		[x + 240, y],
		{ resource: 'webinar', operation: 'get', webinar: by(soonest, 'list') },
		{ onError: 'continueErrorOutput', executeOnce: true },
	);
	flow.wire(from.node, find, from.output).chain(find, last);
	return { read: [find, last], last };
}
