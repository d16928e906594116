import fc from 'fast-check';

import { attributeOf, childOf, timeOf } from '../../../../nodes/AdobeConnect/xml/element';
import { parseXml } from '../../../../nodes/AdobeConnect/xml/parse';
import { escaped, read } from './reading';

const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Everything that XML can hold; a carriage return becomes a line feed, as XML says. */
const texts = fc
	.string({ unit: 'binary', maxLength: 60 })
	.filter((text) => !FORBIDDEN.test(text) && !text.includes('\r'));

/** Pieces of which answers are made, whole and broken, in any order. */
const pieces = fc.constantFrom(
	'<',
	'>',
	'/>',
	'</',
	'<results>',
	'</results>',
	'<status code="ok"/>',
	'<a b="',
	"'",
	'"',
	'=',
	'&',
	'&amp;',
	'&#',
	'&#x',
	';',
	'<!--',
	'-->',
	'<![CDATA[',
	']]>',
	'<!DOCTYPE a [',
	'<?xml version="1.0"?>',
	'?>',
	'__proto__',
	'\uFEFF',
	'\u0000',
	' ',
);

test('any text comes through, as text and as a value', () => {
	fc.assert(
		fc.property(texts, (text) => {
			const root = read(`<results><a b="${escaped(text)}">${escaped(text)}</a></results>`);
			const element = childOf(root, 'a');
			expect(element.attributes.b).toBe(text);
			expect(attributeOf(element, 'b')).toBe(text.trim());
			expect(element.text).toBe(text.trim());
		}),
		{ numRuns: 500 },
	);
});

test('whatever comes, reading it never throws', () => {
	const anything = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 200 }),
		fc
			.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 40 })
			.map((parts) => parts.join('')),
	);
	fc.assert(
		fc.property(anything, (text) => {
			const root = parseXml(text);
			expect('trouble' in root || root.name !== '').toBe(true);
		}),
		{ numRuns: 3000 },
	);
});

test('an answer that was cut off anywhere is never taken for a whole one', () => {
	const whole = '<?xml version="1.0"?><results><status code="ok"/><a b="c">d&amp;e</a></results>';
	for (let end = 0; end < whole.length; end += 1) {
		expect(parseXml(whole.slice(0, end))).toHaveProperty('trouble');
	}
});

test('a time without an offset is none: it would be read in the time zone of this machine', () => {
	const at = (text: string) => timeOf(read(`<a t="${text}"/>`), 't');
	expect(at('2026-12-01T10:00:00.000-08:00')).toBe('2026-12-01T18:00:00Z');
	expect(at('2026-12-01T10:00:00Z')).toBe('2026-12-01T10:00:00Z');
	expect(at('2026-12-01T10:00')).toBeNull();
	expect(at('soon+01:00')).toBeNull();
	fc.assert(
		fc.property(fc.string(), (text) => {
			expect(at(escaped(text.replace(FORBIDDEN, '')))).toEqual(null);
		}),
	);
});
