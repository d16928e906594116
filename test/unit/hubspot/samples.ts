import fc from 'fast-check';

import type { FoldedEntry, History, HistoryEntry } from '../../../nodes/HubSpot/mapping/history';
import { historyHash } from '../../../nodes/HubSpot/mapping/historyKey';
import type { SessionInput } from '../../../nodes/HubSpot/mapping/session';

/** https://developers.hubspot.com/docs/api-reference/crm-properties-v3/guide */
export const HUBSPOT_MAXIMUM = 65_536;

export function entry(parts: Partial<HistoryEntry>): HistoryEntry {
	return {
		topic: 'Product update',
		start: '2026-01-01T10:00:00Z',
		attended: false,
		seconds: 0,
		percent: 0,
		reportedAt: '2026-01-02T00:00:00Z',
		...parts,
	};
}

export function sessionCalled(parts: Partial<SessionInput>): SessionInput {
	return {
		provider: 'zoom',
		accountId: 'acc',
		webinarId: '85212345678',
		sessionId: 'abc==',
		topic: 'Product update',
		description: '',
		start: '2026-01-01T10:00:00Z',
		end: '2026-01-01T11:00:00Z',
		hostEmail: 'host@example.com',
		url: '',
		...parts,
	};
}

/** Few sessions, so that histories overlap. */
export const keys = fc.integer({ min: 1, max: 6 }).map((number) => `zoom:${number}:session`);

const times = fc
	.integer({ min: 0, max: 2000 })
	.map((hours) => new Date(Date.parse('2026-01-01T00:00:00Z') + hours * 3_600_000).toISOString());

export const reports: fc.Arbitrary<HistoryEntry> = fc
	.record(
		{
			topic: fc.string(),
			start: times,
			registeredAt: times,
			attended: fc.boolean(),
			seconds: fc.nat(10_000),
			percent: fc.nat(1000).map((tenths) => tenths / 10),
			reportedAt: times,
		},
		{ requiredKeys: ['topic', 'start', 'attended', 'seconds', 'percent', 'reportedAt'] },
	)
	.map((each) => ({ ...each }));

const foldedEntries: fc.Arbitrary<FoldedEntry> = fc.record({
	registered: fc.boolean(),
	attended: fc.boolean(),
	tenths: fc.nat(1000),
});

/** As they come out of the product: what is folded is not whole as well. */
export const histories: fc.Arbitrary<History> = fc
	.record({
		whole: fc.array(fc.tuple(keys, reports), { maxLength: 6 }),
		folded: fc.array(fc.tuple(keys, foldedEntries), { maxLength: 3 }),
	})
	.map(({ whole, folded }) => {
		const closed = new Map(folded.map(([key, each]) => [historyHash(key), each]));
		const entries = new Map(whole.filter(([key]) => !closed.has(historyHash(key))));
		return { entries, folded: closed };
	});
