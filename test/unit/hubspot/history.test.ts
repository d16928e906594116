import fc from 'fast-check';

import {
	EMPTY_HISTORY,
	includesHistory,
	isRecorded,
	mergeHistories,
	recordReport,
	type History,
	type HistoryEntry,
} from '../../../nodes/HubSpot/mapping/history';
import { fitHistory } from '../../../nodes/HubSpot/mapping/historyFold';
import { historyKey, webinarIdOf } from '../../../nodes/HubSpot/mapping/historyKey';
import { parseHistory, writeHistory } from '../../../nodes/HubSpot/mapping/historyText';
import { entry, histories, HUBSPOT_MAXIMUM, keys, reports, sessionCalled } from './samples';

const same = (one: History, other: History) => writeHistory(one) === writeHistory(other);

describe('union of histories', () => {
	it('does not depend on the order', () => {
		fc.assert(
			fc.property(histories, histories, (one, other) => {
				expect(same(mergeHistories(one, other), mergeHistories(other, one))).toBe(true);
			}),
		);
	});

	it('does not depend on how the writers are grouped', () => {
		fc.assert(
			fc.property(histories, histories, histories, (one, two, three) => {
				const left = mergeHistories(mergeHistories(one, two), three);
				const right = mergeHistories(one, mergeHistories(two, three));
				expect(same(left, right)).toBe(true);
			}),
		);
	});

	it('changes nothing when done twice, and holds both sides', () => {
		fc.assert(
			fc.property(histories, histories, (one, other) => {
				const union = mergeHistories(one, other);
				expect(same(mergeHistories(union, other), union)).toBe(true);
				expect(same(mergeHistories(one, one), one)).toBe(true);
				expect(includesHistory(union, one) && includesHistory(union, other)).toBe(true);
			}),
		);
	});

	it('prefers the newer report on a session', () => {
		const old = entry({ seconds: 10, reportedAt: '2026-01-01T00:00:00Z' });
		const young = entry({ seconds: 20, reportedAt: '2026-01-02T00:00:00Z' });
		const union = mergeHistories(one('zoom:1:a', young), one('zoom:1:a', old));
		expect(union.entries.get('zoom:1:a')?.seconds).toBe(20);
	});
});

describe('a report', () => {
	it('that says nothing new leaves the text as it is, also later', () => {
		fc.assert(
			fc.property(histories, keys, reports, (history, key, report) => {
				const first = recordReport(history, key, report);
				const again = { ...report, reportedAt: '2031-01-01T00:00:00Z' };
				expect(isRecorded(first, key, again)).toBe(true);
				expect(writeHistory(recordReport(first, key, again))).toBe(writeHistory(first));
			}),
		);
	});

	it('wins over what was known, even when the clock went back', () => {
		const held = one('zoom:1:a', entry({ seconds: 10, reportedAt: '2030-01-01T00:00:00Z' }));
		const report = entry({ seconds: 20, reportedAt: '2026-01-01T00:00:00Z' });
		const next = recordReport(held, 'zoom:1:a', report);
		expect(next.entries.get('zoom:1:a')?.seconds).toBe(20);
		expect(same(mergeHistories(next, held), next)).toBe(true);
	});

	it('without a registration does not take a known one away', () => {
		const held = one('zoom:1:a', entry({ registeredAt: '2026-01-01T00:00:00Z' }));
		const next = recordReport(held, 'zoom:1:a', entry({ seconds: 99 }));
		expect(next.entries.get('zoom:1:a')?.registeredAt).toBe('2026-01-01T00:00:00Z');
	});

	it('keeps the start under which the attendance was written', () => {
		const held = one('zoom:1:a', entry({ attended: true, start: '2026-01-01T10:00:00Z' }));
		const moved = entry({ attended: true, start: '2026-01-01T10:05:00Z', seconds: 5 });
		const next = recordReport(held, 'zoom:1:a', moved);
		expect(next.entries.get('zoom:1:a')?.start).toBe('2026-01-01T10:00:00Z');
	});
});

describe('the text of a history', () => {
	it('reads back as it was written', () => {
		fc.assert(
			fc.property(histories, (history) => {
				const parsed = parseHistory(writeHistory(history));
				expect(parsed.state).toBe('readable');
				expect(same(parsed.history, history)).toBe(true);
			}),
		);
	});

	it('never throws, whatever somebody typed into the property', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
				const { history } = parseHistory(text);
				expect(parseHistory(writeHistory(history)).state).toBe('readable');
			}),
		);
	});

	it.each([
		['', 'empty'],
		['   ', 'empty'],
		['met at the fair', 'unreadable'],
		['[]', 'unreadable'],
		['{"v":1,"sessions":{"zoom:1:a":{"topic":5}}}', 'unreadable'],
		['{"v":1,"sessions":{},"folded":"???"}', 'unreadable'],
		['{"v":2,"anything":"else"}', 'newer'],
	])('%j is %s', (text, state) => {
		expect(parseHistory(text).state).toBe(state);
	});

	it('keeps the readable sessions of a damaged one', () => {
		const whole = writeHistory(one('zoom:1:a', entry({})));
		const damaged = whole.replace('"sessions":{', '"sessions":{"zoom:2:b":{"topic":1},');
		const { history, state } = parseHistory(damaged);
		expect(state).toBe('unreadable');
		expect([...history.entries.keys()]).toEqual(['zoom:1:a']);
	});

	it('cannot be led astray by names of prototypes', () => {
		const text = `{"v":1,"sessions":{"__proto__":${JSON.stringify(entry({}))}}}`;
		const { history } = parseHistory(text);
		expect(parseHistory(writeHistory(history)).history.entries.has('__proto__')).toBe(true);
		expect(Object.keys({})).toEqual([]);
	});
});

describe('folding', () => {
	it('leaves a history that fits as it is', () => {
		fc.assert(
			fc.property(histories, (history) => {
				expect(fitHistory(history)).toBe(history);
			}),
		);
	});

	it.each([300, 1000, 5000])('makes %i sessions with long topics fit', (count) => {
		const fitted = fitHistory(many(count));
		expect(writeHistory(fitted ?? many(count)).length).toBeLessThan(HUBSPOT_MAXIMUM);
		expect((fitted?.entries.size ?? 0) + (fitted?.folded.size ?? 0)).toBe(count);
	});

	it('says when there is no room at all', () => {
		expect(fitHistory(many(6500))).toBeNull();
	});

	it('is done once: what fits stays as it is', () => {
		const fitted = fitHistory(many(1000));
		expect(fitted).not.toBeNull();
		if (fitted !== null) expect(fitHistory(fitted)).toBe(fitted);
	});

	it('never counts a folded session again, whatever is reported of it later', () => {
		const fitted = fitHistory(many(1000));
		if (fitted === null) throw new Error('must fit');
		const report = entry({ seconds: 1, reportedAt: '2031-01-01T00:00:00Z' });
		const oldest = 'zoom:100000:s';
		expect(fitted.entries.has(oldest)).toBe(false);
		expect(isRecorded(fitted, oldest, report)).toBe(true);
		expect(recordReport(fitted, oldest, report)).toBe(fitted);
		expect(same(mergeHistories(fitted, one(oldest, report)), fitted)).toBe(true);
	});
});

describe('the key of a session', () => {
	it('gives the webinar back, also one with colons', () => {
		for (const webinarId of ['85212345678', 'a:b', '100%:x', '%3A']) {
			expect(webinarIdOf(historyKey(sessionCalled({ webinarId })))).toBe(webinarId);
		}
	});

	it('tells sessions apart whose parts could be confused', () => {
		const first = historyKey(sessionCalled({ webinarId: 'a:b', sessionId: 'c' }));
		const second = historyKey(sessionCalled({ webinarId: 'a', sessionId: 'b:c' }));
		expect(first).not.toBe(second);
	});
});

function one(key: string, value: HistoryEntry): History {
	return { ...EMPTY_HISTORY, entries: new Map([[key, value]]) };
}

/** Sessions of a contact who never misses one, an hour apart. */
function many(count: number): History {
	const start = Date.parse('2020-01-01T00:00:00Z');
	const entries = Array.from({ length: count }, (_, index): [string, HistoryEntry] => {
		const time = new Date(start + index * 3_600_000).toISOString();
		const topic = `${index} ${'"quoted" '.repeat(20)}`;
		return [
			`zoom:${100_000 + index}:s`,
			entry({ topic, start: time, registeredAt: time, attended: index % 3 > 0, percent: 50.5 }),
		];
	});
	return { ...EMPTY_HISTORY, entries: new Map(entries) };
}
