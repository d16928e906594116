import { type Page, page } from '../../templates/markdown';

/** A numbered step of a page, as somebody reads it. */
export interface Step {
	/** `2.3`: of section 2 the third. */
	number: string;
	/** Without Markdown. */
	text: string;
	/** What n8n shows, printed in italics; each once. */
	shown: string[];
	/** What is to be typed, printed as code. */
	typed: string[];
}

const unique = (words: string[]) => [...new Set(words)];

const found = (text: string, pattern: RegExp) =>
	unique([...text.matchAll(pattern)].map(([, words]) => words!));

/** Reads the numbered steps below the numbered headings (`## 2. Zoom`) of a page. */
export function stepsOf({ text }: Page): Step[] {
	return text.split(/^## (?=\d+\. )/m).flatMap((section, at) => {
		if (at === 0) return [];
		const [, ...items] = section.split(/^(?=\d+\. )/m);
		return items.map((item) => stepOf(section, item));
	});
}

function stepOf(section: string, item: string): Step {
	const [own = ''] = item.split(/\n(?! {3})/);
	const line = own.replace(/\s+/g, ' ').trim();
	const words = line.replace(/^\d+\. /, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
	return {
		number: `${parseInt(section, 10)}.${parseInt(item, 10)}`,
		text: words.replace(/[_*`]/g, ''),
		shown: found(words, /(?<!\w)_([^_]+)_(?!\w)/g),
		typed: found(words, /`([^`]+)`/g),
	};
}

/**
 * A page that is walked step by step: whatever a step does in n8n it has to name as the page does, and nothing that
 * the page prints in italics may be left out.
 */
export class Guide {
	readonly steps: Step[];
	private left: Step[];
	private current?: Step;
	private readonly named = new Set<string>();

	constructor(file: string) {
		this.steps = stepsOf(page(file));
		this.left = [...this.steps];
	}

	/** Goes on to the next step. @throws Error when the page has another one there */
	begin(number: string): void {
		this.current = this.left.shift();
		this.named.clear();
		if (this.current?.number !== number) {
			throw new Error(`The page has ${this.current?.number ?? 'no further step'}, not ${number}`);
		}
	}

	/** A word that n8n shows. @throws Error when the step does not say it */
	word(word: string): string {
		const { number, shown = [], typed = [] } = this.current ?? {};
		if (![...shown, ...typed].includes(word)) {
			throw new Error(
				`Step ${number} does not say "${word}" but ${[...shown, ...typed].join(', ')}`,
			);
		}
		this.named.add(word);
		return word;
	}

	/** What the step prints in italics and was not used. */
	unused(): string[] {
		return this.current?.shown.filter((word) => !this.named.has(word)) ?? [];
	}

	/** Steps that were not begun. */
	rest(): string[] {
		return this.left.map(({ number, text }) => `${number} ${text}`);
	}
}
