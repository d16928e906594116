import { asIsoTime, asNumber } from '../../shared/transport/json';

/** One element of an answer. Every value is text, as it came; ids must never become numbers. */
export interface XmlElement {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: readonly XmlElement[];
	/** Trimmed; of this element alone, not of its children. */
	readonly text: string;
}

/** Stands for an element that is not there: reading goes on, everything in it is empty. */
export const NOTHING: XmlElement = { name: '', attributes: {}, children: [], text: '' };

/** The first element below, by the names of a path, or an empty one. */
export function childOf(element: XmlElement, ...path: string[]): XmlElement {
	return path.reduce(
		(parent, name) => parent.children.find((child) => child.name === name) ?? NOTHING,
		element,
	);
}

/**
 * All elements at the end of a path. Adobe Connect leaves a collection out, sends it empty, or sends
 * one element or many: always a list here.
 */
export function childrenOf(element: XmlElement, ...path: string[]): XmlElement[] {
	const last = path[path.length - 1];
	return childOf(element, ...path.slice(0, -1)).children.filter(({ name }) => name === last);
}

/** An attribute's text, trimmed; empty when it is not there. */
export function attributeOf(element: XmlElement, name: string): string {
	return Object.hasOwn(element.attributes, name) ? element.attributes[name]!.trim() : '';
}

/**
 * A value that is an attribute in one action and a child element in another (sco-info and
 * sco-seminar-licenses-list), as text; empty when it is in neither.
 */
export function valueOf(element: XmlElement, name: string): string {
	return attributeOf(element, name) || childOf(element, name).text;
}

/** A value as ISO 8601 UTC; Adobe Connect writes it with an offset. null = absent or unreadable. */
export function timeOf(element: XmlElement, name: string): string | null {
	const text = valueOf(element, name);
	// Without an offset it would be read in the time zone of this machine.
	return /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) ? asIsoTime(text) : null;
}

/** A number; undefined = absent or none. */
export function numberOf(element: XmlElement, name: string): number | undefined {
	return asNumber(valueOf(element, name));
}

/** `true` and `1` are yes, `false` and `0` are no; undefined = absent or something else. */
export function flagOf(element: XmlElement, name: string): boolean | undefined {
	const text = valueOf(element, name).toLowerCase();
	if (text === 'true' || text === '1') return true;
	return text === 'false' || text === '0' ? false : undefined;
}
