import fc from 'fast-check';

import {
	attendanceStart,
	countedStay,
	EMPTY_HISTORY,
	includesHistory,
	isRecorded,
	isRegistered,
	mergeHistories,
	recordReport,
	type History,
	type HistoryEntry,
	type HistoryReport,
} from '../../../nodes/HubSpot/mapping/history';
import { eventKey } from '../../../nodes/HubSpot/mapping/event';
import { fitHistory } from '../../../nodes/HubSpot/mapping/historyFold';
import { firstKey } from '../../../nodes/HubSpot/mapping/historyFirst';
import { historyKey, webinarIdOf } from '../../../nodes/HubSpot/mapping/historyKey';
import type { RegistrationReport } from '../../../nodes/HubSpot/mapping/historyParts';
import { parseHistory, writeHistory } from '../../../nodes/HubSpot/mapping/historyText';
import { readPerson } from '../../../nodes/shared/items/person';
import { reportOf } from '../../../nodes/HubSpot/mapping/report';
import {
	entry,
	entryOf,
	histories,
	HUBSPOT_MAXIMUM,
	keys,
	report,
	reports,
	sessionCalled,
	type Told,
} from './samples';

const START = '2026-01-01T10:00:00Z';
const STANDS = { cancelled: false, at: '2025-12-20T08:00:00Z' };

const stayed = (parts: Partial<Told>) => entry({ attended: true, ...parts });

const stayIn = (history: History) => {
	const held = history.entries.get('zoom:1:a');
	return held === undefined ? undefined : countedStay(held);
};

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
		const old = stayed({ seconds: 10, learnedAt: '2026-01-01T00:00:00Z' });
		const young = stayed({ seconds: 20, learnedAt: '2026-01-02T00:00:00Z' });
		const union = mergeHistories(one('zoom:1:a', young), one('zoom:1:a', old));
		expect(stayIn(union)?.seconds).toBe(20);
	});
});

describe('a report', () => {
	it('that says nothing new leaves the text as it is, also later', () => {
		fc.assert(
			fc.property(histories, keys, reports, (history, key, told) => {
				const first = recordReport(history, key, told);
				const again = { ...told, learnedAt: '2031-01-01T00:00:00Z' };
				expect(isRecorded(first, key, again)).toBe(true);
				expect(writeHistory(recordReport(first, key, again))).toBe(writeHistory(first));
			}),
		);
	});

	it('wins over what was known, even when the clock went back', () => {
		const held = one('zoom:1:a', stayed({ seconds: 10, learnedAt: '2030-01-01T00:00:00Z' }));
		const told = report({ attended: true, seconds: 20, learnedAt: '2026-01-01T00:00:00Z' });
		const next = recordReport(held, 'zoom:1:a', told);
		expect(stayIn(next)?.seconds).toBe(20);
		expect(same(mergeHistories(next, held), next)).toBe(true);
	});

	it('is held by every union, whoever writes at the same time', () => {
		fc.assert(
			fc.property(histories, keys, reports, (history, key, told) => {
				const next = recordReport(history, key, told);
				expect(same(mergeHistories(next, history), next)).toBe(true);
			}),
		);
	});

	it('keeps the start under which the attendance was written', () => {
		const held = one('zoom:1:a', stayed({ start: '2026-01-01T10:00:00Z' }));
		const moved = report({ attended: true, start: '2026-01-01T10:05:00Z', seconds: 5 });
		const next = recordReport(held, 'zoom:1:a', moved);
		expect(stayIn(next)?.start).toBe('2026-01-01T10:00:00Z');
	});

	it('of the attendance never erases the registration, and the other way round', () => {
		const registered = { topic: 'T', start: START, learnedAt: START, registration: STANDS };
		const came = report({ attended: true, seconds: 99 });
		for (const order of [
			[registered, came],
			[came, registered],
		]) {
			const made = entryOf(order);
			expect(made.registration?.at).toBe(STANDS.at);
			expect(countedStay(made)?.seconds).toBe(99);
		}
	});
});

describe('a registration', () => {
	const told = (registration: RegistrationReport): HistoryReport => ({
		topic: 'T',
		start: START,
		learnedAt: '2026-02-01T00:00:00Z',
		registration,
	});
	const cancelled = told({ cancelled: true, at: STANDS.at });
	const at = (...all: HistoryReport[]) => entryOf(all).registration;

	it('keeps the time under which HubSpot knows it', () => {
		const later = told({ cancelled: false, at: '2026-01-05T00:00:00Z' });
		expect(at(told(STANDS), later)?.at).toBe(STANDS.at);
	});

	it('is cancelled a moment after it was made, where nobody tells when', () => {
		expect(at(cancelled)?.cancelledAt).toBe('2025-12-20T08:00:00.001Z');
		expect(isRegistered(entryOf([told(STANDS), cancelled]))).toBe(false);
	});

	it('stands again after its cancellation, and can be cancelled again', () => {
		const again = entryOf([told(STANDS), cancelled, told(STANDS)]);
		expect(isRegistered(again)).toBe(true);
		expect(again.registration?.at).toBe('2025-12-20T08:00:00.002Z');
		const gone = entryOf([told(STANDS), cancelled, told(STANDS), cancelled]);
		expect(gone.registration?.cancelledAt).toBe('2025-12-20T08:00:00.003Z');
	});

	it('is not brought back by old news, nor cancelled by them', () => {
		const created = told({ cancelled: false, toldAt: '2026-01-02T00:00:00Z' });
		const gone = told({ cancelled: true, toldAt: '2026-01-03T00:00:00Z' });
		const back = told({ cancelled: false, at: STANDS.at, toldAt: '2026-01-04T00:00:00Z' });
		expect(isRegistered(entryOf([created, gone, created]))).toBe(false);
		expect(isRegistered(entryOf([created, gone, back, gone, created]))).toBe(true);
		expect(at(created, gone, back)?.at).toBe('2026-01-04T00:00:00Z');
	});

	it('keeps its join link until it is cancelled', () => {
		const linked = told({ ...STANDS, joinUrl: 'https://zoom.example/w/1' });
		expect(at(linked, told(STANDS))?.joinUrl).toBe('https://zoom.example/w/1');
		expect(at(linked, cancelled)?.joinUrl).toBeUndefined();
		expect(at(linked, cancelled, told(STANDS))?.joinUrl).toBeUndefined();
	});

	it('without any time gets that of the run, and keeps it', () => {
		const timeless = told({ cancelled: false });
		const first = at(timeless)?.at;
		expect(first).toBe('2026-02-01T00:00:00Z');
		const later = { ...timeless, learnedAt: '2026-03-01T00:00:00Z' };
		expect(at(timeless, later)?.at).toBe(first);
	});
});

describe('several sessions of one webinar', () => {
	const first = report({ session: 'one', attended: true, seconds: 50, start: START });
	const second = report({
		session: 'two',
		attended: true,
		seconds: 20,
		start: '2026-01-08T10:00:00Z',
		learnedAt: '2026-02-01T00:00:00Z',
	});

	it('count as one, with the longer stay', () => {
		expect(countedStay(entryOf([first, second]))?.seconds).toBe(50);
		expect(countedStay(entryOf([second, first]))?.seconds).toBe(50);
	});

	it('are corrected each by itself', () => {
		const corrected = report({ session: 'one', attended: true, seconds: 10, start: START });
		expect(countedStay(entryOf([first, second, corrected]))?.seconds).toBe(20);
	});

	it('have one start under which HubSpot knows the attendance', () => {
		expect(attendanceStart(entryOf([second, first]))).toBe(START);
	});
});

describe('a history of the first version', () => {
	const text = JSON.stringify({
		v: 1,
		sessions: {
			'zoom:85212345678:abc==': {
				topic: 'Product update',
				start: START,
				registeredAt: STANDS.at,
				attended: true,
				seconds: 2400,
				percent: 66.7,
				reportedAt: '2026-01-02T00:00:00Z',
			},
		},
		folded: 'AAAAAAAA3go',
	});

	it('is read whole and written in the present form', () => {
		const { history, state } = parseHistory(text);
		expect(state).toBe('readable');
		const [made] = [...history.entries.values()];
		expect(made?.registration?.at).toBe(STANDS.at);
		expect(made === undefined ? null : countedStay(made)).toMatchObject({ seconds: 2400 });
		expect(history.folded.size).toBe(1);
		expect(same(parseHistory(writeHistory(history)).history, history)).toBe(true);
	});

	it('counts a session once when it is synced again under its present key', () => {
		const { history } = parseHistory(text);
		const session = sessionCalled({ sessionId: 'abc==' });
		const told = reportOf(readPerson({}), session, '2026-03-01T00:00:00Z');
		const next = recordReport(history, 'acc:85212345678', told);
		expect([...next.entries.keys()]).toEqual(['acc:85212345678']);
		expect(next.entries.get('acc:85212345678')?.registration?.at).toBe(STANDS.at);
		expect(isRecorded(next, 'acc:85212345678', told)).toBe(true);
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
		['{"v":2,"webinars":{"a:1":{"topic":5}}}', 'unreadable'],
		['{"v":2,"webinars":{},"merged":[{}]}', 'unreadable'],
		['{"v":3,"anything":"else"}', 'newer'],
	])('%j is %s', (text, state) => {
		expect(parseHistory(text).state).toBe(state);
	});

	it('keeps the readable sessions of a damaged one', () => {
		const whole = writeHistory(one('zoom:1:a', entry({})));
		const damaged = whole.replace('"webinars":{', '"webinars":{"zoom:2:b":{"topic":1},');
		const { history, state } = parseHistory(damaged);
		expect(state).toBe('unreadable');
		expect([...history.entries.keys()]).toEqual(['zoom:1:a']);
	});

	it('cannot be led astray by names of prototypes', () => {
		const text = writeHistory(one('__proto__', entry({})));
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
		const told = report({ seconds: 1, learnedAt: '2031-01-01T00:00:00Z' });
		const oldest = 'zoom:100000:s';
		expect(fitted.entries.has(oldest)).toBe(false);
		expect(isRecorded(fitted, oldest, told)).toBe(true);
		expect(recordReport(fitted, oldest, told)).toBe(fitted);
		expect(same(mergeHistories(fitted, one(oldest, entryOf([told]))), fitted)).toBe(true);
	});
});

describe('the key of a session', () => {
	it('gives the webinar back, also one with colons in a key of an earlier version', () => {
		const parts = { webinarId: '85212345678', occurrenceId: '1700000000000' };
		for (const accountId of ['acc', 'a:b', '100%']) {
			const key = eventKey(sessionCalled({ ...parts, accountId }), 'webinar');
			expect(webinarIdOf(historyKey(key))).toBe('85212345678');
		}
		for (const webinarId of ['85212345678', 'a:b', '100%:x', '%3A']) {
			expect(webinarIdOf(firstKey('zoom', webinarId, 'x:y'))).toBe(webinarId);
		}
	});

	it('tells sessions apart whose parts could be confused', () => {
		const first = historyKey({ externalAccountId: 'a:b', externalEventId: 'c' });
		const second = historyKey({ externalAccountId: 'a', externalEventId: 'b:c' });
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
