import { attributeOf, childOf, childrenOf } from '../../../../nodes/AdobeConnect/xml/element';
import { MOST_PARTS } from '../../../../nodes/AdobeConnect/xml/parse';
import { read, troubleOf } from './reading';

describe('an answer', () => {
	test('is read as a tree, in its order, with every value as text', () => {
		const root = read('<results><row id="007">1.50</row><other/><row id="1e3"/></results>');
		const rows = childrenOf(root, 'row');
		expect(rows.map((row) => [attributeOf(row, 'id'), row.text])).toEqual([
			['007', '1.50'],
			['1e3', ''],
		]);
		expect(root.children.map(({ name }) => name)).toEqual(['row', 'other', 'row']);
	});

	test('may begin with a byte order mark, blanks and a declaration', () => {
		expect(read('\uFEFF \n<?xml version="1.0" encoding="utf-8"?>\n<results/>').name).toBe(
			'results',
		);
	});

	test('loses what XML does not allow, written as it is or as a number', () => {
		const root = read('<r a="x\u0000y&#1;z">a\u000Bb&#x1F;c\uFFFFd\uD83De</r>');
		expect(root).toMatchObject({ attributes: { a: 'xyz' }, text: 'abcde' });
		expect(read('<?xml version="1.1"?><r>a&#1;b</r>').text).toBe('ab');
	});

	test('keeps tabs, line breaks, letters of any alphabet and emoji', () => {
		expect(read('<r a="ä&#10;ö">Zoë\t&#x1F600; 李\n&amp;lt;</r>')).toMatchObject({
			attributes: { a: 'ä\nö' },
			text: 'Zoë\t😀 李\n&lt;',
		});
	});

	test('may hold as many entities as there are people', () => {
		const text = '&amp;&#228;&lt;'.repeat(50_000);
		expect(read(`<r>${text}</r>`).text).toBe('&ä<'.repeat(50_000));
	});

	test('leaves entities alone that nobody knows', () => {
		expect(read('<r a="&nobody;">&xxe; &amp;</r>')).toMatchObject({
			attributes: { a: '&nobody;' },
			text: '&xxe; &',
		});
	});

	test('joins text around elements, comments and character data', () => {
		const root = read('<r>a<b>no</b>c<!-- no --><![CDATA[<d>&amp;]]>e</r>');
		expect(root.text).toBe('ac<d>&amp;e');
		expect(childOf(root, 'b').text).toBe('no');
	});
});

describe('is nothing', () => {
	test.each(['', ' \n', '\uFEFF', '<?xml version="1.0" encoding="utf-8"?>\n', '\u0000\u0001'])(
		'%j',
		(text) => {
			expect(troubleOf(text)).toBe('empty');
		},
	);
});

describe('is no answer of an API', () => {
	test.each([
		'<!DOCTYPE html><html><body>Log in</body></html>',
		'<!doctype HTML PUBLIC "-//W3C//DTD XHTML 1.0"><html/>',
		'<html lang="en"></html>',
		'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"/>',
		'<!-- gateway --><html><body/></html>',
		'Service Unavailable',
		'{"error":"not found"}',
	])('%j', (text) => {
		expect(troubleOf(text)).toBe('page');
	});
});

describe('is broken', () => {
	test.each([
		'<results><status code="ok"/>',
		'<results><status code="ok"/><sc',
		'<results><status code="o',
		'<results><a></b></results>',
		'<results/><results/>',
		'<results a=1/>',
		'<results a/>',
		'<results a="1" a="2"/>',
		'<',
		'<!-- only a comment -->',
	])('%j', (text) => {
		expect(troubleOf(text)).toBe('malformed');
	});
});

describe('a document type is refused', () => {
	const body = '<results><status code="ok"/><a>&e;</a></results>';
	test.each([
		['one by name', `<!DOCTYPE results>${body}`],
		['entities inside', `<!DOCTYPE r [<!ENTITY e "x">]>${body}`],
		['an entity outside', `<!DOCTYPE r [<!ENTITY e SYSTEM "http://127.0.0.1/e">]>${body}`],
		['a file', `<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]>${body}`],
		['a parameter', `<!DOCTYPE r [<!ENTITY % e SYSTEM "http://127.0.0.1/e"> %e;]>${body}`],
		['one after a declaration', `<?xml version="1.0"?>\n<!DOCTYPE r>${body}`],
		['one in small letters', `<!doctype r [<!ENTITY e "x">]>${body}`],
		['one after a comment', `<!-- a --><!DOCTYPE r [<!ENTITY e "x">]>${body}`],
		['one inside of an element', '<results><!DOCTYPE r [<!ENTITY e "x">]></results>'],
		['an entity alone', '<results><!ENTITY e "x"></results>'],
		['one of ten laughs', laughs(10)],
		['one of a thousand', laughs(1000)],
	])('%s', (_, text) => {
		expect(troubleOf(text)).toMatch(/^(?:doctype|malformed)$/);
	});

	test('and not mistaken in a comment or in character data', () => {
		const text = '<r><!-- <!DOCTYPE a> --><![CDATA[<!DOCTYPE b [<!ENTITY c "d">]>]]></r>';
		expect(read(text).text).toBe('<!DOCTYPE b [<!ENTITY c "d">]>');
	});
});

describe('a document type that hides has no effect', () => {
	const type = '<!DOCTYPE r [<!ENTITY e "BOOM">]>';
	test.each([
		['behind half a comment', `<!-->${type}<!-- --><r>&e;</r>`],
		['behind an instruction that looks like a comment', `<?x <!-- ?>${type}<r>&e;<!-- --></r>`],
		['behind a value that looks like a comment', `<r a="<!--">${type}&e;<!-- --></r>`],
		['behind a value that looks like data', `<r a="<![CDATA[">${type}&e;<![CDATA[ ]]></r>`],
	])('%s', (_, text) => {
		expect(read(text).text).toBe('&e;');
	});
});

describe('what would fill the memory is refused', () => {
	test('elements inside of elements', () => {
		expect(troubleOf('<a>'.repeat(30) + '</a>'.repeat(30))).toBe('none');
		expect(troubleOf('<a>'.repeat(40) + '</a>'.repeat(40))).toBe('malformed');
		expect(troubleOf('<a>'.repeat(500_000))).toBe('malformed');
	});

	test('tiny elements and attributes without number', () => {
		expect(troubleOf(`<r>${'<a/>'.repeat(MOST_PARTS)}</r>`)).toBe('tooLarge');
		expect(troubleOf(`<r${' a=""'.repeat(MOST_PARTS)}/>`)).toBe('tooLarge');
	});
});

test('names that JavaScript uses itself do no harm', () => {
	const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
	for (const name of names) {
		troubleOf(`<r ${name}="evil"><${name} polluted="yes">evil</${name}></r>`);
		troubleOf(`<${name}><polluted>yes</polluted></${name}>`);
	}
	expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	const root = read('<r><valueOf isAdmin="1"/></r>');
	expect(attributeOf(root, 'toString')).toBe('');
	expect(attributeOf(root, '__proto__')).toBe('');
	expect(childOf(root, 'constructor').name).toBe('');
});

function laughs(times: number): string {
	const entities = Array.from({ length: times }, (_, index) => {
		const before = `&l${index};`.repeat(10);
		return `<!ENTITY l${index + 1} "${index === 0 ? 'ha' : before}">`;
	});
	return `<?xml version="1.0"?><!DOCTYPE l [${entities.join('')}]><results>&l${times};</results>`;
}
