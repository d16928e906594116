import fc from 'fast-check';

import { html, theirs } from '../../../../nodes/shared/report/page/html';
import { hostile } from './samples';

/** What a browser reads out of text without markup. */
function decoded(markup: string): string {
	return markup
		.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
		.replace(/&quot;/g, '"')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&amp;/g, '&');
}

const shown = (text: string): string =>
	text.replace(/[^\P{Cc}\t\n]|\p{Cs}|[\uFFFE\uFFFF]/gu, '\uFFFD');

test('whatever is put in comes out as text, and as nothing else', () => {
	fc.assert(
		fc.property(hostile, (text) => {
			const markup = String(html`${text}`);
			expect(markup).not.toMatch(/[<>"'`]/);
			expect(markup).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;|#96;)/);
			expect(markup).not.toMatch(/\p{Cs}/u);
			expect(decoded(markup)).toBe(shown(text));
		}),
	);
});

test('every character that could end a text or an attribute is written by its number or name', () => {
	expect(String(html`${'<>&"\'`\0\uD800\n'}`)).toBe('&lt;&gt;&amp;&quot;&#39;&#96;\uFFFD\uFFFD\n');
});

test('what is HTML already is not escaped again, wherever it stands', () => {
	const list = ['<1>', '<2>'].map((text) => html`<b>${text}</b>`);
	expect(String(html`<i title="${'"'}">${list}</i>`)).toBe(
		'<i title="&quot;"><b>&lt;1&gt;</b><b>&lt;2&gt;</b></i>',
	);
});

test('null, undefined and false are nothing; 0 is 0', () => {
	expect(String(html`${null}${undefined}${false}${0}${[]}`)).toBe('0');
});

test('an object that looks like HTML is no HTML', () => {
	const forged: unknown = { markup: '<b>', toString: () => '<b>' };
	expect(() => String(html`${forged as string}`)).toThrow();
});

test('people write in their own direction, which ends where their text ends', () => {
	expect(String(theirs('\u202Eabc'))).toBe('<bdi>\u202Eabc</bdi>');
});
