import { element, textElement, type Element } from '../http/xml';
import type { AdobeState } from '../state/adobeState';
import type { Sco } from '../state/scos';

/** `//sco` as sco-info, sco-by-url and sco-update answer it. */
export function scoElement(state: AdobeState, sco: Sco): Element {
	return element(
		'sco',
		{
			'account-id': state.world.accountId,
			disabled: '',
			'display-seq': 0,
			'folder-id': sco.folderId,
			icon: sco.icon,
			lang: sco.lang,
			'max-retries': '',
			'sco-id': sco.id,
			'source-sco-id': sco.sourceScoId,
			type: sco.type,
			version: 0,
		},
		[
			textElement('date-begin', state.optionalDate(sco.begin)),
			textElement('date-created', state.date(sco.createdAt)),
			textElement('date-end', state.optionalDate(sco.end)),
			textElement('date-modified', state.date(sco.modifiedAt)),
			textElement('description', sco.description),
			textElement('name', sco.name),
			textElement('url-path', sco.urlPath),
		],
	);
}

/** Behind `//sco` of sco-info. */
export function expiryElement(state: AdobeState, sco: Sco): Element {
	const isOver = sco.type === 'seminarsession' && Date.parse(sco.end ?? '') < state.kernel.now();
	return element('seminar-session-expiry-info', {}, [
		textElement('seminar-session-expired', String(isOver)),
	]);
}

/** A row of sco-contents. */
export function contentRow(state: AdobeState, sco: Sco): Element {
	return element(
		'sco',
		{
			'sco-id': sco.id,
			'source-sco-id': sco.sourceScoId,
			'folder-id': sco.folderId,
			type: sco.type,
			icon: sco.icon,
			'display-seq': 0,
			duration: sco.body.kind === 'recording' ? secondsOf(sco) : '',
			'is-folder': sco.type === 'folder' ? 1 : 0,
		},
		namesAndDates(state, sco),
	);
}

/** A row of sco-expanded-contents. @param depth of the folder asked for: 1 */
export function expandedRow(state: AdobeState, sco: Sco, depth: number): Element {
	return element(
		'sco',
		{
			depth,
			'sco-id': sco.id,
			'folder-id': sco.folderId,
			type: sco.type,
			icon: sco.icon,
			lang: sco.lang,
			'source-sco-id': sco.sourceScoId,
			'display-seq': 0,
			'source-sco-type': '',
		},
		namesAndDates(state, sco),
	);
}

function namesAndDates(state: AdobeState, sco: Sco): Array<Element | undefined> {
	return [
		textElement('name', sco.name),
		textElement('description', sco.description),
		textElement('url-path', sco.urlPath),
		textElement('date-begin', state.optionalDate(sco.begin)),
		textElement('date-end', state.optionalDate(sco.end)),
		textElement('date-created', state.date(sco.createdAt)),
		textElement('date-modified', state.date(sco.modifiedAt)),
	];
}

function secondsOf({ begin = '', end = '' }: Sco): string {
	return String(Math.round((Date.parse(end) - Date.parse(begin)) / 1000));
}
