import type { IDataObject } from 'n8n-workflow';

import { addToGroup } from '../../shared/model/groups';
import type { XmlElement } from '../xml/element';

/** What lets people in is nobody's business who reads an item. */
const SECRET = /passcode|moderator-code|participant-code|password$|cookie|token/i;

/**
 * An element as people know it from other APIs: attributes and elements by their names, lists where a
 * name comes more than once. Passcodes, passwords and sessions are left out.
 */
export function asJson({ attributes, children, text }: XmlElement): IDataObject {
	const members = new Map<string, unknown[]>();
	const add = (name: string, value: unknown): void => {
		if (!SECRET.test(name)) addToGroup(members, name, value);
	};
	for (const [name, value] of Object.entries(attributes)) add(name, value);
	for (const child of children) add(child.name, valueOf(child));
	if (text !== '') add('value', text);
	return Object.fromEntries(
		[...members].map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
	) as IDataObject;
}

/** Text where there is nothing else. */
function valueOf(element: XmlElement): IDataObject | string {
	const { attributes, children, text } = element;
	const isText = children.length === 0 && Object.keys(attributes).length === 0;
	return isText ? text : asJson(element);
}
