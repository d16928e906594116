import type { AdobeClient } from '../request';
import { rowsOf } from '../rows';
import { childOf, childrenOf, type XmlElement } from '../../xml/element';

/** One object. https://helpx.adobe.com/adobe-connect/webservices/sco-info.html */
export async function getSco(
	client: AdobeClient,
	scoId: string,
	what: string,
): Promise<XmlElement> {
	const parameters = [['sco-id', scoId]] as const;
	return childOf(await client.call({ action: 'sco-info', parameters, what }), 'sco');
}

/**
 * The object behind a link.
 * @param urlPath between slashes, e.g. `/r3wrt7zkrpg/`
 * https://helpx.adobe.com/adobe-connect/webservices/sco-by-url.html
 */
export async function getScoByUrl(
	client: AdobeClient,
	urlPath: string,
	what: string,
): Promise<XmlElement> {
	const parameters = [['url-path', urlPath]] as const;
	return childOf(await client.call({ action: 'sco-by-url', parameters, what }), 'sco');
}

/** `<results>` of event-info: the event, and its time zone in `<preferences>`. */
export async function getEvent(
	client: AdobeClient,
	scoId: string,
	what: string,
): Promise<XmlElement> {
	return await client.call({ action: 'event-info', parameters: [['sco-id', scoId]], what });
}

/**
 * What lies in a folder or a room, not deeper.
 * https://helpx.adobe.com/adobe-connect/webservices/sco-contents.html
 * @param filters e.g. `[['filter-type', 'event']]`
 */
export function contentsOf(
	client: AdobeClient,
	scoId: string,
	filters: ReadonlyArray<readonly [string, string]>,
	what: string,
): AsyncGenerator<XmlElement, void, undefined> {
	return rowsOf(client, {
		action: 'sco-contents',
		parameters: [['sco-id', scoId], ...filters],
		path: ['scos', 'sco'],
		sortBy: 'sco-id',
		what,
	});
}

/**
 * The folders that the user of the credential has, by type: `events`, `seminars`, `meetings`,
 * `my-meetings`, `shared-meeting-templates`, … Those of groups that the user is not in are missing.
 * https://helpx.adobe.com/adobe-connect/webservices/sco-shortcuts.html
 */
export async function getShortcuts(client: AdobeClient): Promise<XmlElement[]> {
	const what = 'the list of its folders';
	return childrenOf(await client.call({ action: 'sco-shortcuts', what }), 'shortcuts', 'sco');
}
