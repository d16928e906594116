import fc from 'fast-check';

import { asJson } from '../../../../nodes/AdobeConnect/mapping/asJson';
import type { XmlElement } from '../../../../nodes/AdobeConnect/xml/element';
import { read } from '../xml/reading';

test('attributes and elements by their names, a list where a name comes more than once', () => {
	const element = read(
		'<sco sco-id="1" type="x"><name>A &amp; B</name><date lang="en">2030</date><row/><row id="2"/></sco>',
	);
	expect(asJson(element)).toEqual({
		'sco-id': '1',
		type: 'x',
		name: 'A & B',
		date: { lang: 'en', value: '2030' },
		row: ['', { id: '2' }],
	});
});

test('what lets people in is left out, wherever it stands', () => {
	const element = read(
		'<sco meeting-passcode="s3cret"><meeting-passcode>s3cret</meeting-passcode><cookie>s3cret</cookie><a><password>s3cret</password></a><password-bypass>true</password-bypass></sco>',
	);
	expect(asJson(element)).toEqual({ a: {}, 'password-bypass': 'true' });
});

const { element } = fc.letrec<{ element: XmlElement }>((tie) => ({
	element: fc.record({
		name: fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toString', 'row'), fc.string()),
		attributes: fc.dictionary(fc.string(), fc.string()),
		children: fc.oneof(
			{ maxDepth: 3 },
			fc.constant([]),
			fc.array(tie('element'), { maxLength: 3 }),
		),
		text: fc.string(),
	}),
}));

test('every element is plain data that JSON keeps, whatever its names', () => {
	fc.assert(
		fc.property(element, (one) => {
			const json = asJson(one);
			expect(Object.getPrototypeOf(json)).toBe(Object.prototype);
			expect(Object.keys(JSON.parse(JSON.stringify(json)) as object)).toEqual(Object.keys(json));
		}),
	);
	expect(Object.keys({})).toEqual([]);
});
