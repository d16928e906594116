/**
 * HTML that is safe to put into a page. Only `html` makes it, and that escapes whatever is not HTML
 * itself: text from outside cannot become markup, wherever it is put in.
 */
export class Html {
	private constructor(private readonly markup: string) {}

	/** The one way in: markup that stands in our own sources, with everything else escaped. */
	static of(parts: TemplateStringsArray, values: readonly Part[]): Html {
		let markup = parts[0] ?? '';
		values.forEach((value, index) => {
			markup += markupOf(value) + (parts[index + 1] ?? '');
		});
		return new Html(markup);
	}

	toString(): string {
		return this.markup;
	}
}

/** What may stand in a template; null, undefined and false are nothing. */
export type Part = Html | string | number | null | undefined | false | readonly Part[];

/** A piece of the page: html`<p>${anything}</p>`. Attributes have to stand in double quotes. */
export function html(parts: TemplateStringsArray, ...values: Part[]): Html {
	return Html.of(parts, values);
}

/** Style of our own: nothing can be put into it. */
export function css(parts: TemplateStringsArray): Html {
	return Html.of(parts, []);
}

function markupOf(value: Part): string {
	if (value === null || value === undefined || value === false) return '';
	if (value instanceof Html) return value.toString();
	if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
	return value.map(markupOf).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
	'`': '&#96;',
};

function escaped(text: string): string {
	return (
		text
			// HTML has no way to write control characters, and halves of characters are none.
			.replace(/[^\P{Cc}\t\n]|\p{Cs}|[\uFFFE\uFFFF]/gu, '\uFFFD')
			.replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? '')
	);
}

/** Text that people wrote, in its own reading direction, which does not reach what is around it. */
export function theirs(text: string): Html {
	return html`<bdi>${text}</bdi>`;
}
