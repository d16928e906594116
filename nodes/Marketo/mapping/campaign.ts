import { asNumber, asText, type JsonObject } from '../../shared/transport/json';

/** A smart campaign as the lead database's list shows it. */
export interface Campaign {
	id: number;
	name: string;
	/** Of the program it is in; empty = in none. */
	programName: string;
	active: boolean;
	/** trigger or batch */
	type: string;
}

export function campaignOf(row: JsonObject): Campaign | undefined {
	const id = asNumber(row.id);
	if (id === undefined || !Number.isSafeInteger(id) || id <= 0) return undefined;
	return {
		id,
		name: asText(row.name),
		programName: asText(row.programName),
		active: row.active === true,
		type: asText(row.type).toLowerCase(),
	};
}

const FRAGMENT = /#(?:[^#\s]*\/)?SC(\d+)(?:[A-Z]|$)/i;

/** The campaign's ID of what somebody typed: the number, or the address of its page; undefined = neither. */
export function campaignIdOf(typed: unknown): number | undefined {
	const text = asText(typed).trim();
	const id = Number(FRAGMENT.exec(text)?.[1] ?? (/^\d+$/.test(text) ? text : NaN));
	return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}
