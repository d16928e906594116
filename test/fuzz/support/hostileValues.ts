/** Values as a vendor, an item or a user could send them, made of the words that a reader looks for. */
import fc from 'fast-check';

import type { XmlElement } from '../../../nodes/AdobeConnect/xml/element';
import { HOSTILE_NAMES } from './oddJson';

const texts = fc.oneof(
	fc.string({ maxLength: 12 }),
	fc.constantFrom(
		'',
		' ',
		'0',
		'-1',
		'1e400',
		'NaN',
		'2026-03-04T15:00:00Z',
		'2026-03-04T15:00:00',
		'+275760-09-13T00:00:00.001Z',
		'-271821-04-19T23:59:59.999Z',
		'9999-99-99T99:99:99Z',
		'https://example.com/a?b=c',
		'https://[',
		'ada@example.com',
		'Europe/Nowhere',
		'\uD800',
		'\u0000',
		'%',
		'{"a":',
		'x'.repeat(5_000),
	),
);
const numbers = fc.constantFrom(
	0,
	-0,
	-1,
	0.5,
	5,
	9,
	1e15,
	1e21,
	8.64e15,
	8.64e15 + 1,
	-1e308,
	1e308,
);
const plain = fc.oneof(texts, numbers, fc.boolean(), fc.constant(null));

const namesOf = (words: readonly string[]) =>
	fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...words) }, fc.constantFrom(...HOSTILE_NAMES));

function values(words: readonly string[]): fc.Arbitrary<unknown> {
	const names = namesOf(words);
	const told = fc.oneof(plain, fc.constantFrom(...words));
	return fc.letrec((tie) => ({
		value: fc.oneof(
			{ maxDepth: 3, depthIdentifier: 'value' },
			told,
			fc.array(tie('value'), { maxLength: 3 }),
			fc.dictionary(names, tie('value'), { maxKeys: 12 }),
		),
	})).value;
}

function elements(words: readonly string[]): fc.Arbitrary<XmlElement> {
	const told = fc.oneof(texts, fc.constantFrom(...words));
	const parts = fc.letrec<{ element: XmlElement }>((tie) => ({
		element: fc.record({
			name: fc.constantFrom(...words),
			attributes: fc.dictionary(namesOf(words), told, { maxKeys: 6 }),
			children: fc.oneof(
				{ maxDepth: 2, depthIdentifier: 'element' },
				fc.constant([]),
				fc.array(tie('element'), { maxLength: 4 }),
			),
			text: told,
		}),
	}));
	return parts.element;
}

/** What a parameter of a type may be; undefined where that is no matter of the outside. */
export function hostile(type: string, words: readonly string[]): fc.Arbitrary<unknown> | undefined {
	const object = fc.dictionary(namesOf(words), values(words), { maxKeys: 20 });
	switch (type) {
		case 'unknown':
			return fc.oneof(values(words), fc.anything());
		case 'JsonObject':
			return object;
		case 'JsonObject | undefined':
			return fc.option(object, { nil: undefined });
		case 'readonly JsonObject[]':
		case 'JsonObject[]':
			return fc.array(object, { maxLength: 4 });
		case 'XmlElement':
			return elements(words);
		case 'readonly XmlElement[]':
			return fc.array(elements(words), { maxLength: 4 });
		case 'string':
			return fc.oneof(texts, fc.constantFrom(...words));
		case 'string | null':
			return fc.option(texts);
		case 'number':
			return fc.constantFrom(0, 1, 1000);
		case 'boolean':
			return fc.boolean();
		default:
			return undefined;
	}
}
