import * as fc from 'fast-check';

import {
	emptyMemory,
	memoryText,
	parseMemory,
	type RecordingMemory,
} from '../../../../nodes/HubSpot/mapping/recordingMemory';

const ids = fc.bigInt({ min: 1n, max: 10n ** 15n }).map(String);
const keys = fc.string({ minLength: 1, maxLength: 30 }).filter((key) => key !== '__proto__');
const memories: fc.Arbitrary<RecordingMemory> = fc
	.array(
		fc.tuple(
			keys,
			fc.record({
				start: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
				callId: fc.oneof(fc.constant(''), ids),
				files: fc.dictionary(keys, ids, { noNullPrototype: true }),
				notes: fc.dictionary(keys, fc.array(fc.oneof(fc.constant(''), ids)), {
					noNullPrototype: true,
				}),
				transcripts: fc.dictionary(keys, fc.oneof(fc.constant('?'), ids), {
					noNullPrototype: true,
				}),
			}),
		),
	)
	.map((entries) => new Map(entries));

describe('what a marketing event remembers', () => {
	it('is read as it was written', () => {
		fc.assert(
			fc.property(memories, (memory) => {
				expect(parseMemory(memoryText(memory))).toEqual(memory);
			}),
		);
	});

	it('always fits the property; the oldest sessions are forgotten first', () => {
		const memory: RecordingMemory = new Map();
		for (let day = 1; day <= 28; day += 1) {
			const start = `2026-11-${String(day).padStart(2, '0')}T10:00:00Z`;
			memory.set(`session ${day}`, { ...emptyMemory(start), callId: '123456789' });
		}
		const text = memoryText(memory, 500);
		expect(text.length).toBeLessThanOrEqual(500);
		const kept = [...(parseMemory(text)?.keys() ?? [])];
		expect(kept.length).toBeGreaterThan(2);
		expect(kept[0]).toBe('session 28');
		expect(kept).not.toContain('session 1');
	});

	it.each(['', 'oops', '[]', 'null', '{"sessions":[1]}', '{"sessions":{"a":7}}'])(
		'%p is nothing',
		(text) => {
			expect(parseMemory(text)).toEqual(new Map());
		},
	);

	it('of a newer version is told apart', () => {
		expect(parseMemory('{"version":2}')).toBeUndefined();
	});
});
