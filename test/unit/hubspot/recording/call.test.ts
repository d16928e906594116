import * as fc from 'fast-check';

import { plainEntities, webAddress } from '../../../../nodes/HubSpot/mapping/html';
import {
	callBody,
	hasMarker,
	isNoteOf,
	noteBody,
} from '../../../../nodes/HubSpot/mapping/recordingCall';
import type { RecordedFile } from '../../../../nodes/HubSpot/mapping/recordingInput';
import { file, session } from './samples';

const body = (held: string, files: readonly RecordedFile[], transcript = '') =>
	callBody(held, { session: session(), files, withPasscode: false, transcript });

const links = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, url]) => url).sort();

const files = fc.array(
	fc.record({
		url: fc.constantFrom(
			'',
			'https://z.example/a',
			'https://z.example/a&b',
			'https://z.example/ab',
		),
		shareUrl: fc.constantFrom('', 'https://z.example/share?a=1&b=2', "https://z.example/it's"),
	}),
	{ maxLength: 5 },
);

describe('the notes of a call', () => {
	it('hold the same links in whatever order and however often the files come', () => {
		fc.assert(
			fc.property(files, files, (one, other) => {
				const [first, second] = [one.map(file), other.map(file)];
				const together = body('', [...first, ...second]);
				expect(links(body(body('', first), second))).toEqual(links(together));
				expect(links(body(body('', second), first))).toEqual(links(together));
				expect(body(together, second)).toBe(together);
			}),
		);
	});

	it('keep what is in them', () => {
		fc.assert(
			fc.property(fc.string(), files, (held, all) => {
				expect(body(held, all.map(file)).startsWith(held)).toBe(true);
			}),
		);
	});

	it('are known again however HubSpot writes them', () => {
		const made = body('', [file({ url: 'https://z.example/a&b' })], "Ada: it's\n<b>");
		const rewritten = made
			.replace(/&#39;/g, '&#x27;')
			.replace(/<br>/g, '<br />\n')
			.replace(/<p>/g, '<p style="">');
		expect(body(rewritten, [file({ url: 'https://z.example/a&b' })], "Ada: it's\n<b>")).toBe(
			rewritten,
		);
	});
});

describe('the marker', () => {
	it('tells sessions and parts apart', () => {
		const note = noteBody(session(), 'Hello', 1, 2);
		expect(isNoteOf(note, session(), 1, 2)).toBe(true);
		expect(isNoteOf(note, session(), 2, 2)).toBe(false);
		expect(isNoteOf(note, session({ sessionId: 'other' }), 1, 2)).toBe(false);
		expect(hasMarker(note, session({ webinarId: '98765432' }))).toBe(false);
		expect(hasMarker(note, session({ sessionId: '' }))).toBe(false);
	});

	it('survives entities in a session ID', () => {
		const odd = session({ sessionId: `a'b"<c>&amp;` });
		expect(hasMarker(noteBody(odd, 'x', 1, 1), odd)).toBe(true);
	});
});

it.each([
	['https://z.example/a', 'https://z.example/a'],
	[' http://z.example ', 'http://z.example'],
	['javascript:alert(1)', ''],
	['https://', ''],
	['https://z.example/a b', ''],
	['//z.example', ''],
])('the address %p is linked as %p', (value, expected) => {
	expect(webAddress(value)).toBe(expected);
});

it('entities become plain once', () => {
	expect(plainEntities('&amp;lt;&#039;&#39;&quot;')).toBe(`&lt;''"`);
});
