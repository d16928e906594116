import fc from 'fast-check';

import {
	activityHash,
	EMPTY_MARKER,
	foldMarker,
	isMarked,
	markerText,
	parseMarker,
	SHORTEST_MARKER,
	withMarked,
	type ActivityMarker,
	type MarkedSession,
} from '../../../nodes/Marketo/mapping/activityMarker';

const start = fc
	.date({
		min: new Date('2016-01-01T00:00:00Z'),
		max: new Date('2040-01-01T00:00:00Z'),
		noInvalidDate: true,
	})
	.map((date) => date.toISOString());
const hash = fc.string().map((text) => activityHash([text]));
const session: fc.Arbitrary<MarkedSession> = fc.record({
	start,
	hashes: fc.array(hash, { minLength: 1, maxLength: 30 }),
});
const sessions = fc.array(session, { maxLength: 8 });
const capacity = fc.integer({ min: SHORTEST_MARKER, max: 300 });
const marker: fc.Arbitrary<ActivityMarker> = fc
	.tuple(sessions, fc.option(capacity, { nil: undefined }))
	.map(([written, fits]) => {
		const all = withMarked(EMPTY_MARKER, written);
		return fits === undefined ? all : foldMarker(all, fits);
	});

function knowsAll(held: ActivityMarker, written: readonly MarkedSession[]): boolean {
	return written.every((each) => each.hashes.every((one) => isMarked(held, each.start, one)));
}

describe('the marker of written activities', () => {
	it('comes back from its text as it was', () => {
		fc.assert(
			fc.property(marker, (held) => {
				const text = markerText(held);
				expect(text).toMatch(/^(?:w1[\w.-]+)?$/);
				expect(markerText(parseMarker(text) ?? EMPTY_MARKER)).toBe(text);
			}),
		);
	});

	it('knows whatever was written, also after it was folded to fit its field', () => {
		fc.assert(
			fc.property(sessions, capacity, (written, fits) => {
				const folded = foldMarker(withMarked(EMPTY_MARKER, written), fits);
				expect(markerText(folded).length).toBeLessThanOrEqual(fits);
				expect(knowsAll(folded, written)).toBe(true);
			}),
		);
	});

	it('is folded no further by folding it again, and not at all where it fits', () => {
		fc.assert(
			fc.property(marker, capacity, (held, fits) => {
				const folded = foldMarker(held, fits);
				expect(markerText(foldMarker(folded, fits))).toBe(markerText(folded));
				if (markerText(held).length <= fits) expect(markerText(folded)).toBe(markerText(held));
			}),
		);
	});

	it('knows the same in whatever order, and however often, it was told', () => {
		fc.assert(
			fc.property(marker, sessions, sessions, (held, first, second) => {
				const told = (...parts: MarkedSession[][]) => markerText(parts.reduce(withMarked, held));
				expect(told(second, first)).toBe(told(first, second));
				expect(told(first, second, first)).toBe(told(first, second));
				expect(told([...first, ...second])).toBe(told(first, second));
			}),
		);
	});

	it('knows nothing that was never written in a session that is still open', () => {
		const held = withMarked(EMPTY_MARKER, [
			{ start: '2026-01-02T10:00:00Z', hashes: [activityHash(['a'])] },
		]);
		expect(isMarked(held, '2026-01-02T10:00:00Z', activityHash(['a']))).toBe(true);
		expect(isMarked(held, '2026-01-02T10:00:00Z', activityHash(['b']))).toBe(false);
		expect(isMarked(held, '2026-01-03T10:00:00Z', activityHash(['b']))).toBe(false);
	});

	it('still knows an activity when a later report tells another start of the session', () => {
		const held = withMarked(EMPTY_MARKER, [
			{ start: '2026-01-02T10:00:00Z', hashes: [activityHash(['a'])] },
		]);
		expect(isMarked(held, '2026-01-02T10:03:00Z', activityHash(['a']))).toBe(true);
	});

	it('holds some 45 activities in a field of 255 characters', () => {
		const hashes = Array.from({ length: 45 }, (_, index) => activityHash([index]));
		const held = withMarked(EMPTY_MARKER, [{ start: '2026-01-02T10:00:00Z', hashes }]);
		expect(markerText(held).length).toBeLessThanOrEqual(255);
		expect(foldMarker(held, 255)).toEqual(held);
	});

	it.each(['VIP', 'w2AAAA', 'w1', 'w1AAAA.', 'w1AAAA.BBBB', 'w1AAAA.BBBBccc', 'Zürich', '{"a":1}'])(
		'is not told from %s, the text of somebody else',
		(text) => {
			expect(parseMarker(text)).toBeUndefined();
		},
	);

	it('is read from anything without an error', () => {
		fc.assert(fc.property(fc.string(), (text) => void parseMarker(text)));
	});
});
