import { timeOf } from '../http/dates';
import { MarketoError } from '../http/errors';
import { integer, requiredQuery, type Call } from '../http/input';
import { decodeToken, encodeToken } from '../http/paging';
import type { MarketoActivity } from '../contract';
import type { MarketoState } from '../state/marketoState';

const SCAN = 1000;
const MAX_ROWS = 300;

/** Where reading goes on: after so many activities of this moment. */
interface Position {
	/** Epoch milliseconds of activityDate. */
	time: number;
	seen: number;
}

/** `sinceDatetime` → token; tokens of activities are of use for these calls only. */
export function tokenSince(call: Call): string {
	const time = timeOf(requiredQuery(call, 'sinceDatetime'));
	if (Number.isNaN(time)) {
		throw new MarketoError('1003', `Invalid date '${call.query.sinceDatetime}'`);
	}
	return encodeToken({ time, seen: 0 });
}

export interface Scan {
	rows: MarketoActivity[];
	nextPageToken: string;
	moreResult: boolean;
}

/**
 * One page of the activity log. Every call looks at a stretch of the log and gives what fits of it, so a page
 * can hold fewer rows than asked for, even none, and still be followed by more. The token is always given.
 * What shows up late, with a time before the token, is not told any more.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/activities
 */
export function scan(
	state: MarketoState,
	call: Call,
	fits: (activity: MarketoActivity) => boolean,
): Scan {
	const from = positionOf(requiredQuery(call, 'nextPageToken'));
	const size = Math.min(integer(call.query.batchSize ?? MAX_ROWS, 'batchSize'), MAX_ROWS);
	const now = state.kernel.now();
	const visible = state.activities.rows
		.filter(({ visibleAt }) => visibleAt <= now)
		.map((row) => ({ row, time: Date.parse(row.activityDate) }))
		.filter(({ time }) => time >= from.time)
		.sort((a, b) => a.time - b.time || a.row.id - b.row.id);
	const atStart = visible.filter(({ time }) => time === from.time).length;
	const ahead = visible.slice(Math.min(from.seen, atStart));
	const rows: MarketoActivity[] = [];
	let looked = 0;
	for (const { row } of ahead.slice(0, state.world.activityScan ?? SCAN)) {
		if (rows.length === size) break;
		looked += 1;
		if (fits(row)) rows.push(row);
	}
	const last = ahead[looked - 1];
	const next =
		last === undefined
			? from
			: {
					time: last.time,
					seen:
						ahead.slice(0, looked).filter(({ time }) => time === last.time).length +
						(last.time === from.time ? from.seen : 0),
				};
	return {
		rows,
		nextPageToken: encodeToken({ ...next }),
		moreResult: looked < ahead.length,
	};
}

function positionOf(token: string): Position {
	const { time, seen } = decodeToken(token);
	if (typeof time === 'number' && typeof seen === 'number') return { time, seen };
	throw new MarketoError('1003', `Invalid value '${token}' for 'nextPageToken'`);
}
