import { ZoomError } from '../errors';

const DAY_MS = 24 * 60 * 60 * 1000;
/** "The maximum range can be a month." */
const LONGEST_RANGE_DAYS = 31;

export interface DateRange {
	/** `yyyy-mm-dd`, UTC. */
	from: string;
	to: string;
	/** Whether an ISO UTC moment lies within, both days included. */
	covers(moment: string): boolean;
}

/**
 * The `from` and `to` of recording lists; without them today and tomorrow.
 * @throws ZoomError 400/300 for no date, the wrong order or more than a month
 */
export function dateRange(query: { from?: string; to?: string }, now: number): DateRange {
	const from = day(query.from, 'from') ?? dayOf(now);
	const to = day(query.to, 'to') ?? dayOf(now + DAY_MS);
	const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
	if (days < 0) throw invalid('to');
	if (days > LONGEST_RANGE_DAYS) {
		throw new ZoomError(400, 300, 'The date range cannot be more than a month.');
	}
	return {
		from,
		to,
		covers(moment) {
			const date = dayOf(Date.parse(moment));
			return date >= from && date <= to;
		},
	};
}

function day(text: string | undefined, name: string): string | undefined {
	if (text === undefined || text === '') return undefined;
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) throw invalid(name);
	return text;
}

const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

const invalid = (name: string): ZoomError => new ZoomError(400, 300, `Invalid parameter: ${name}.`);
