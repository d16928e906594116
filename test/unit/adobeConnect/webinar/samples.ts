import { readFileSync } from 'node:fs';

import { childOf, type XmlElement } from '../../../../nodes/AdobeConnect/xml/element';
import { specFile } from '../../../sandbox/specs';
import { escaped, read } from '../xml/reading';

export const ACCOUNT = {
	accountId: '7',
	webAddress: 'https://example.adobeconnect.com',
	timeZoneId: '4',
	timeZone: 'America/Los_Angeles',
};

/** `<results>` of a sample, e.g. `recorded/net_sco-info`; undefined when the samples are absent. */
export function sample(name: string): XmlElement | undefined {
	const file = specFile(`adobe-connect/${name}.xml`);
	return file === undefined ? undefined : read(readFileSync(file, 'utf8'));
}

/** The element at the end of a path in a sample. */
export function inSample(name: string, ...path: string[]): XmlElement | undefined {
	const root = sample(name);
	return root === undefined ? undefined : childOf(root, ...path);
}

/** `<sco>` with these attributes, and these elements in it. */
export function sco(
	attributes: Record<string, string>,
	elements: Record<string, string> = {},
): XmlElement {
	const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`);
	const inner = Object.entries(elements).map(
		([name, value]) => `<${name}>${escaped(value)}</${name}>`,
	);
	return read(`<sco ${written.join(' ')}>${inner.join('')}</sco>`);
}

/** A session of a seminar; without times it has no dates yet. */
export function session(id: string, times?: [start: string, end: string], name = 'Launch') {
	return sco(
		{ 'sco-id': id, 'folder-id': '1', type: 'seminarsession', icon: 'session' },
		{ name, ...(times && { 'date-begin': times[0], 'date-end': times[1] }) },
	);
}
