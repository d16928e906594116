import fc from 'fast-check';

import {
	EMPTY_HISTORY,
	recordReport,
	type FoldedEntry,
	type History,
	type HistoryEntry,
	type HistoryReport,
} from '../../../nodes/HubSpot/mapping/history';
import { historyHash } from '../../../nodes/HubSpot/mapping/historyKey';
import type { EngagementPart } from '../../../nodes/shared/items/person';
import type { SessionInput } from '../../../nodes/shared/items/session';

/** https://developers.hubspot.com/docs/api-reference/crm-properties-v3/guide */
export const HUBSPOT_MAXIMUM = 65_536;

export interface Told {
	topic: string;
	start: string;
	registeredAt?: string;
	attended: boolean;
	seconds: number;
	percent: number;
	session: string;
	engagement?: EngagementPart;
	learnedAt: string;
}

/** What *Sync Attendance* tells of one webinar. */
export function report(parts: Partial<Told> = {}): HistoryReport {
	const {
		topic = 'Product update',
		start = '2026-01-01T10:00:00Z',
		registeredAt,
		attended = false,
		seconds = 0,
		percent = 0,
		session = '',
		engagement,
		learnedAt = '2026-01-02T00:00:00Z',
	} = parts;
	return {
		topic,
		start,
		learnedAt,
		...(registeredAt !== undefined && { registration: { cancelled: false, at: registeredAt } }),
		attendance: { session, attended, seconds, percent, start, ...(engagement && { engagement }) },
	};
}

export function entry(parts: Partial<Told> = {}): HistoryEntry {
	return entryOf([report(parts)]);
}

/** What several runs make of one webinar. */
export function entryOf(told: readonly HistoryReport[]): HistoryEntry {
	const history = told.reduce((held, each) => recordReport(held, 'key', each), EMPTY_HISTORY);
	const made = history.entries.get('key');
	if (made === undefined) throw new Error('A report makes an entry');
	return made;
}

export function sessionCalled(parts: Partial<SessionInput>): SessionInput {
	return {
		provider: 'zoom',
		accountId: 'acc',
		webinarId: '85212345678',
		occurrenceId: '',
		sessionId: 'abc==',
		topic: 'Product update',
		description: '',
		times: 'actual',
		start: '2026-01-01T10:00:00Z',
		end: '2026-01-01T11:00:00Z',
		hostEmail: 'host@example.com',
		url: '',
		urlRegisters: false,
		...parts,
	};
}

/** Few sessions, so that histories overlap. */
export const keys = fc.integer({ min: 1, max: 6 }).map((number) => `zoom:${number}:session`);

const times = fc
	.integer({ min: 0, max: 2000 })
	.map((hours) => new Date(Date.parse('2026-01-01T00:00:00Z') + hours * 3_600_000).toISOString());

const registrations = fc.record(
	{ cancelled: fc.boolean(), at: times, toldAt: times, joinUrl: fc.webUrl() },
	{ requiredKeys: ['cancelled'] },
);

const stays = fc.record(
	{
		session: fc.constantFrom('', 'one', 'two'),
		attended: fc.boolean(),
		seconds: fc.nat(10_000),
		percent: fc.nat(1000).map((tenths) => tenths / 10),
		start: times,
		engagement: fc.record({
			level: fc.constantFrom('high', 'low'),
			polls: fc.nat(5),
			questions: fc.nat(5),
		}),
	},
	{ requiredKeys: ['session', 'attended', 'seconds', 'percent', 'start'] },
);

/** Of attendance, of a registration, of both or of neither. */
export const reports: fc.Arbitrary<HistoryReport> = fc
	.record(
		{
			topic: fc.string(),
			start: times,
			learnedAt: times,
			registration: registrations.map((each) => ({ ...each })),
			attendance: stays.map((each) => ({ ...each })),
			note: fc.constantFrom('1', '2'),
		},
		{ requiredKeys: ['topic', 'start', 'learnedAt'] },
	)
	.map((each) => ({ ...each }));

/** As several runs make them. */
export const entries: fc.Arbitrary<HistoryEntry> = fc
	.array(reports, { minLength: 1, maxLength: 4 })
	.map(entryOf);

const foldedEntries: fc.Arbitrary<FoldedEntry> = fc.record({
	registered: fc.boolean(),
	attended: fc.boolean(),
	tenths: fc.nat(1000),
});

/** As they come out of the product: what is folded is not whole as well. */
export const histories: fc.Arbitrary<History> = fc
	.record({
		whole: fc.array(fc.tuple(keys, entries), { maxLength: 6 }),
		folded: fc.array(fc.tuple(keys, foldedEntries), { maxLength: 3 }),
		merged: fc.uniqueArray(fc.constantFrom('11', '12', '13')),
	})
	.map(({ whole, folded, merged }) => {
		const closed = new Map(folded.map(([key, each]) => [historyHash(key), each]));
		const open = new Map(whole.filter(([key]) => !closed.has(historyHash(key))));
		return { entries: open, folded: closed, merged: new Set(merged) };
	});
