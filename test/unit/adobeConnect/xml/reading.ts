import type { XmlElement } from '../../../../nodes/AdobeConnect/xml/element';
import { parseXml } from '../../../../nodes/AdobeConnect/xml/parse';

/** The root element. @throws Error when the text cannot be read */
export function read(text: string): XmlElement {
	const root = parseXml(text);
	if ('trouble' in root) throw new Error(root.trouble);
	return root;
}

/** Why a text cannot be read; `none` when it can. */
export function troubleOf(text: string): string {
	const root = parseXml(text);
	return 'trouble' in root ? root.trouble : 'none';
}

/** As XML writes any text. */
export function escaped(text: string): string {
	return text
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;')
		.replace(/'/g, '&apos;');
}
