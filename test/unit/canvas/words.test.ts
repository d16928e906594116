import { after, allFields, beginsWith, spoken } from './labels';
import { operations } from './package';
import { sourceTexts } from './sourceTexts';

const texts = sourceTexts();

const breaking = (rule: (text: string) => boolean) => texts.filter(([, text]) => !rule(text));

describe('the texts that people read', () => {
	test('are found at all', () => {
		expect(texts.length).toBeGreaterThan(1500);
	});

	test('hold no words that only programmers know', () => {
		const jargon =
			/\b(idempoten|upsert|epoch|boolean|regex|serializ|UUIDs?\b|ASCII|ISO 8601|IANA|null\b|429\b)/i;
		const explained = /Zoom calls it UUID/;
		expect(breaking((text) => !jargon.test(text) || explained.test(text))).toEqual([]);
	});

	test('use plain words instead of rare ones', () => {
		expect(breaking((text) => !/\b(mend(s|ed)?|blanks?|anew)\b/i.test(text))).toEqual([]);
	});

	test('spell each thing in one way', () => {
		const other =
			/\b(e-mails?|confirmation mails?|timezones?|time-zones?|drop ?downs?|web hooks?|web sites?)\b/i;
		expect(breaking((text) => !other.test(text))).toEqual([]);
	});

	test("explain Adobe Connect's inner names where they show", () => {
		const inner = /\b(sco|asset|acl|principal)-id\b/;
		expect(breaking((text) => !inner.test(text) || /in Adobe Connect Central/i.test(text))).toEqual(
			[],
		);
	});
});

const fields = allFields();
const operationNames = [...new Set(operations().map(({ name }) => name))];

describe('what people are told to do', () => {
	const labels = [...new Set(fields.map(spoken))];

	test('names fields and options that exist', () => {
		const before =
			/(?:\b[Tt]urn(?:ed)? (?:on|off) (?:the option )?|\b(?:[Tt]he|same) option )(?=[A-Z])/g;
		const lost = texts.flatMap(([where, text]) =>
			after(text, before)
				.filter((rest) => !labels.some((label) => beginsWith(rest, label)))
				.map((rest) => [where, rest]),
		);
		expect(lost).toEqual([]);
	});

	test('sets fields that exist to something that they offer', () => {
		const lost = texts.flatMap(([where, text]) =>
			after(text, /\b[Ss]et (?:the option )?(?=[A-Z](?!\d))/g)
				.filter((rest) => !isChoice(rest))
				.map((rest) => [where, rest]),
		);
		expect(lost).toEqual([]);
	});

	test('names operations that exist', () => {
		const lost = texts.flatMap(([where, text]) =>
			after(text, /\b[Rr]un (?:the operation )?(?=[A-Z])/g)
				.filter((rest) => !operationNames.some((name) => beginsWith(rest, name)))
				.map((rest) => [where, rest]),
		);
		expect(lost).toEqual([]);
	});
});

/** "Map Data to Map Each Field": the field exists, and the value is one of its choices or free. */
function isChoice(rest: string): boolean {
	// "Set Up Properties" is an operation.
	if (operationNames.some((name) => beginsWith(`Set ${rest}`, name))) return true;
	const named = fields.filter((field) => beginsWith(rest, spoken(field)));
	return named.some((field) => {
		const value = rest.slice(spoken(field).length);
		if (!/^ to [A-Z]/.test(value)) return true;
		const choices = (field.options ?? []).flatMap((option) =>
			'value' in option ? [option.name] : [],
		);
		return choices.length === 0 || choices.some((choice) => beginsWith(value.slice(4), choice));
	});
}
