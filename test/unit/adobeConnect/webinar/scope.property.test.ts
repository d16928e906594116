import fc from 'fast-check';

import { toWebinar } from '../../../../nodes/AdobeConnect/mapping/webinar';
import {
	byNewest,
	bySoonest,
	isWithin,
	toFilters,
	type Scope,
} from '../../../../nodes/AdobeConnect/mapping/webinarScope';
import { ACCOUNT, sco } from './samples';

const moment = fc.integer({ min: 0, max: 40 }).map((hour) => Date.UTC(2030, 0, 1, hour));
const maybe = fc.option(moment, { nil: undefined });
const scope: fc.Arbitrary<Scope> = fc.record(
	{ endedBefore: moment, endsAfter: moment, startsFrom: moment, startsTo: moment },
	{ requiredKeys: [] },
);

function row(begin: number | undefined, end: number | undefined) {
	return sco(
		{ 'sco-id': '1', type: 'meeting' },
		{
			...(begin !== undefined && { 'date-begin': new Date(begin).toISOString() }),
			...(end !== undefined && { 'date-end': new Date(end).toISOString() }),
		},
	);
}

/** As a server keeps rows: by every filter, and only rows that have the date. */
function keeps(filters: ReadonlyArray<readonly [string, string]>, begin?: number, end?: number) {
	return filters.every(([name, text]) => {
		const date = name.endsWith('date-begin') ? begin : end;
		const limit = Date.parse(text);
		if (date === undefined) return false;
		if (name.startsWith('filter-gte')) return date >= limit;
		return name.startsWith('filter-lte') ? date <= limit : date < limit;
	});
}

test('the server never leaves out what is wanted', () => {
	fc.assert(
		fc.property(scope, maybe, maybe, (wanted, begin, end) => {
			const webinar = toWebinar({ kind: 'meeting', sco: row(begin, end) }, ACCOUNT);
			if (!isWithin(webinar, wanted)) return;
			expect(keeps(toFilters(wanted, true), begin, end)).toBe(true);
			// What every row has an end of may be filtered by it.
			if (end !== undefined) expect(keeps(toFilters(wanted, false), begin, end)).toBe(true);
		}),
	);
});

test('nothing is both over and not over', () => {
	fc.assert(
		fc.property(moment, maybe, maybe, (now, begin, end) => {
			const webinar = toWebinar({ kind: 'meeting', sco: row(begin, end) }, ACCOUNT);
			const isOver = isWithin(webinar, { endedBefore: now });
			expect(isWithin(webinar, { endsAfter: now })).toBe(!isOver);
		}),
	);
});

test('both orders are whole: the same rows in any order come out the same, undated ones last', () => {
	const webinars = fc
		.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 99 }), maybe), { selector: ([id]) => id })
		.map((rows) =>
			rows.map(([id, begin]) => ({
				...toWebinar({ kind: 'meeting', sco: row(begin, undefined) }, ACCOUNT),
				webinarId: String(id),
			})),
		);
	fc.assert(
		fc.property(webinars, (list) => {
			for (const order of [bySoonest, byNewest]) {
				const sorted = [...list].sort(order);
				expect([...list].reverse().sort(order)).toEqual(sorted);
				const undated = sorted.findIndex(({ scheduledStartTime }) => scheduledStartTime === null);
				if (undated < 0) continue;
				expect(sorted.slice(undated).every((one) => one.scheduledStartTime === null)).toBe(true);
			}
		}),
	);
});
