import type { INodeProperties } from 'n8n-workflow';

import { credentials, nodes, walk } from './package';

type Text = [where: string, text: string];

function textsOf([where, property]: [string, INodeProperties]): Text[] {
	const { displayName, description, hint, placeholder, type, options = [], modes = [] } = property;
	const texts: Array<[string, string | undefined]> = [
		[type === 'notice' ? 'notice' : 'label', displayName],
		['description', description],
		['hint', hint],
		['placeholder', placeholder],
		...options.flatMap((option): Array<[string, string | undefined]> =>
			'value' in option
				? [
						['option', option.name],
						['description', option.description],
						['action', option.action],
					]
				: [],
		),
		...modes.flatMap((mode): Array<[string, string | undefined]> => [
			['option', mode.displayName],
			['placeholder', mode.placeholder],
			['hint', mode.hint],
		]),
	];
	return texts.flatMap(([kind, text]) => (text ? [[`${kind} ${where}`, text] as Text] : []));
}

/** The times of polling are n8n's own field. */
const isOurs = ({ type, name }: INodeProperties) => type !== 'hidden' && name !== 'pollTimes';

const everything: Array<[string, Text[]]> = [...nodes(), ...credentials()].map(
	([name, described]) => [name, walk(described.properties.filter(isOurs)).flatMap(textsOf)],
);

/** What the texts hold; a list of those that do not is easier to mend than the first of them. */
function breaking(texts: Text[], rule: (text: string, where: string) => boolean): Text[] {
	return texts.filter(([where, text]) => !rule(text, where));
}

describe.each(everything)('the texts of %s', (_, texts) => {
	test('hold nothing that a program has left in them', () => {
		expect(breaking(texts, (text) => !/undefined|\[object|\bNaN\b|TODO|\$\{/.test(text))).toEqual(
			[],
		);
	});

	test('are typed alike: straight quotes but in quotations, no dashes for commas, single blanks', () => {
		expect(breaking(texts, (text) => !/[’‘—–]| {2}|^\s|\s$/.test(text))).toEqual([]);
	});

	test('are in British English, as all texts of this package', () => {
		const american =
			/\b(licens(e|es|ed)|canceled|canceling|color|behavior|authoriz|organiz(e|er|ed))\b/i;
		expect(breaking(texts, (text) => !american.test(text))).toEqual([]);
	});

	test('end with a full stop exactly where there are several sentences', () => {
		const isProse = (where: string) => /^(description|hint) /.test(where);
		const rule = (text: string, where: string) => {
			if (!isProse(where)) return true;
			const plain = text.replace(/<[^>]*>/g, '').replace(/e\.g\. /g, '');
			return /[.!?] [A-Z]/.test(plain) === /[.?]$/.test(plain);
		};
		expect(breaking(texts, rule)).toEqual([]);
	});

	test('name fields by words, never by what they are called inside', () => {
		const isName = (where: string) => /^(label|option|action) /.test(where);
		const inside = /[a-z][A-Z]{1}[a-z]|_|\w\.\w/;
		// Names that vendors write like this.
		const known = /HubSpot|LinkedIn|OAuth|n8n|YouTube|iCal/g;
		const rule = (text: string, where: string) =>
			!isName(where) || !inside.test(text.replace(known, ''));
		expect(breaking(texts, rule)).toEqual([]);
	});

	test('fit their places: names and explanations short, no empty example', () => {
		const rule = (text: string, where: string) => {
			if (/^(label|option) /.test(where)) return text.length <= 40;
			if (where.startsWith('description ')) return text.replace(/<[^>]*>/g, '').length <= 220;
			if (where.startsWith('hint ')) return text.length <= 110;
			if (where.startsWith('placeholder ')) {
				return /^(e\.g\. \S|(Add|Select|Set)\b)/.test(text);
			}
			return true;
		};
		expect(breaking(texts, rule)).toEqual([]);
	});
});
