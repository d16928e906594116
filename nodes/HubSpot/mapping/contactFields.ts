import { asText, ownText } from '../../shared/transport/json';
import { cleanLines } from '../../shared/items/text';
import { readTime } from '../../shared/items/time';

/** A contact property as the account holds it, as far as values for it go. */
export interface ContactProperty {
	name: string;
	label: string;
	/** string, number, bool, date, datetime, enumeration … */
	type: string;
	fieldType: string;
	/** Its values cannot be set by API. */
	readOnly: boolean;
	/** Not shown to the users of HubSpot. */
	hidden: boolean;
	/** Of enumerations, in their order. */
	options: ReadonlyArray<{ label: string; value: string }>;
}

/** A value for a contact property, and when it is written. */
export interface FieldWish {
	name: string;
	value: string;
	/** Type of the property; tells when two texts are the same value. */
	type: string;
	/**
	 * `empty`: where HubSpot holds nothing. `always`: whatever it holds. `new`: to new contacts.
	 * `forward`: where it holds an earlier one of `order`, or nothing.
	 */
	when: 'empty' | 'always' | 'new' | 'forward';
	order?: readonly string[];
}

/**
 * The values to be written to a contact.
 * @param held as HubSpot holds the contact; null = it is new
 * @param wishes of two for the same property the first counts
 */
export function wantedFields(
	held: Record<string, string> | null,
	wishes: readonly FieldWish[],
): Record<string, string> {
	const chosen = new Map<string, FieldWish>();
	for (const wish of wishes) if (!chosen.has(wish.name)) chosen.set(wish.name, wish);
	return Object.fromEntries(
		[...chosen.values()]
			.filter((wish) => wish.value !== '' && (held === null || isWanted(held[wish.name], wish)))
			.map(({ name, value }) => [name, value]),
	);
}

function isWanted(held = '', { value, type, when, order = [] }: FieldWish): boolean {
	switch (when) {
		case 'new':
			return false;
		case 'empty':
			return held === '';
		case 'forward':
			return held === '' || order.indexOf(value) > order.indexOf(held);
		case 'always':
			return !isSameValue(type, held, value);
	}
}

/** A value of a mapped field as HubSpot takes it: text; empty = nothing to write. */
export function fieldText(value: unknown, type: string): string {
	if (typeof value === 'boolean') return String(value);
	if (Array.isArray(value)) return value.map(asText).filter(Boolean).join(';');
	if (type === 'date' || type === 'datetime') {
		const time = readTime(value);
		// What is not a valid time HubSpot refuses in its own words.
		if (!time) return time === undefined ? cleanLines(ownText(value)) : '';
		return type === 'date' ? time.slice(0, 10) : time;
	}
	return cleanLines(value);
}

/** HubSpot may write a number, a time or a list of choices in another way. */
function isSameValue(type: string, held: string, wanted: string): boolean {
	if (held === wanted) return true;
	if (held === '') return false;
	if (type === 'number') return Number(held) === Number(wanted);
	if (type === 'datetime') return Date.parse(held) === Date.parse(wanted);
	const choices = (text: string) => text.split(';').filter(Boolean).sort().join(';');
	return type === 'enumeration' && choices(held) === choices(wanted);
}

/** Whether a workflow may fill the property: the address names the contact, and ours are counted. */
export function isMappable({
	name,
	readOnly,
}: Pick<ContactProperty, 'name' | 'readOnly'>): boolean {
	return !readOnly && name !== 'email' && !name.startsWith('n8n_webinar');
}
