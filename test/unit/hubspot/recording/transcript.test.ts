import * as fc from 'fast-check';

import { linesToHtml } from '../../../../nodes/HubSpot/mapping/html';
import { noteBody } from '../../../../nodes/HubSpot/mapping/recordingCall';
import {
	MAX_BODY,
	splitText,
	transcriptParts,
	utterancesOf,
} from '../../../../nodes/HubSpot/mapping/recordingTranscript';
import { file, session } from './samples';

const size = (text: string) => linesToHtml(text).length;
const texts = fc.string({
	unit: fc.oneof(fc.constantFrom('\n', ' ', '<', '&', 'a', '😀'), fc.string({ unit: 'binary' })),
	maxLength: 400,
});

describe('a text that is split', () => {
	it('is the text again when joined, and no part is too long or empty', () => {
		fc.assert(
			fc.property(texts, fc.integer({ min: 8, max: 60 }), (text, max) => {
				const parts = splitText(text, max, size);
				expect(parts.join('')).toBe(text);
				for (const part of parts) {
					expect(part).not.toBe('');
					expect(size(part)).toBeLessThanOrEqual(max);
				}
			}),
		);
	});

	it('never has a character cut in two', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
				for (const part of splitText(text, 8, size)) expect(part).not.toMatch(/\p{Cs}/u);
			}),
		);
	});

	it('is cut between lines where a line fits, else between words', () => {
		expect(splitText('one\ntwo\nthree', 9, size)).toEqual(['one\n', 'two\n', 'three']);
		expect(splitText('one two three', 8, size)).toEqual(['one two ', 'three']);
		expect(splitText('abcdefghij', 8, size)).toEqual(['abcdefgh', 'ij']);
		expect(splitText('', 8, size)).toEqual([]);
	});
});

it('every part of a transcript fits a note, with its heading and marker', () => {
	const topic = '&'.repeat(255);
	const text = `${'<'.repeat(70_000)}\n${'word '.repeat(20_000)}`;
	const parts = transcriptParts(text);
	expect(parts.join('')).toBe(text);
	parts.forEach((part, index) => {
		const body = noteBody(session({ topic }), part, index + 1, parts.length);
		expect(body.length).toBeLessThanOrEqual(MAX_BODY);
	});
});

describe('utterances', () => {
	it('begin where they are told to begin, and never end before that', () => {
		const transcriptSegments = [
			{ start: 1, end: null, speaker: '', text: 'One' },
			{ start: null, end: 3, speaker: 'Ada', text: 'lost' },
			{ start: 5, end: 4, speaker: 'Ada', text: 'Two' },
			{ start: 6, end: 7, speaker: 'Ada', text: '' },
		];
		expect(utterancesOf(file({ transcriptSegments }))).toEqual([
			{
				speaker: { id: '1', name: 'Speaker' },
				text: 'One',
				startTimeMillis: 1000,
				endTimeMillis: 5000,
			},
			{
				speaker: { id: '2', name: 'Ada' },
				text: 'Two',
				startTimeMillis: 5000,
				endTimeMillis: 5000,
			},
		]);
	});
});
