import { denied, invalid } from '../http/errors';
import { actorOf, type Call } from '../http/router';
import { listed } from '../http/rows';
import { element, textElement, type Element } from '../http/xml';
import { fullName, type AdobeState } from '../state/adobeState';
import { mayRead, readable } from '../state/rights';
import { allScos, type Sco } from '../state/scos';
import { contentRow, expandedRow, expiryElement, scoElement } from './elements';

/** https://helpx.adobe.com/adobe-connect/webservices/sco-info.html */
export function scoInfo(state: AdobeState, call: Call): Element[] {
	const sco = readable(state, actorOf(call), call.params.id('sco-id'));
	return [scoElement(state, sco), expiryElement(state, sco)];
}

/** https://helpx.adobe.com/adobe-connect/webservices/sco-by-url.html */
export function scoByUrl(state: AdobeState, call: Call): Element[] {
	const path = call.params.required('url-path');
	const sco = [...allScos(state).values()].find(({ urlPath }) => urlPath === path);
	if (!sco || !mayRead(state, actorOf(call), sco)) throw denied();
	const owner = state.principals.get(ownerOf(sco));
	return [
		scoElement(state, sco),
		element(
			'owner-principal',
			{
				'account-id': state.world.accountId,
				'principal-id': owner?.id ?? '',
				type: owner?.type ?? 'user',
			},
			[textElement('login', owner?.login ?? ''), textElement('name', owner ? fullName(owner) : '')],
		),
	];
}

/** Direct children. https://helpx.adobe.com/adobe-connect/webservices/sco-contents.html */
export function scoContents(state: AdobeState, call: Call): Element[] {
	const folder = readable(state, actorOf(call), call.params.id('sco-id'));
	const rows = childrenOf(state, call, folder).map((sco) => contentRow(state, sco));
	return [element('scos', {}, listed(state, call.params, rows))];
}

/** The whole tree below. https://helpx.adobe.com/adobe-connect/webservices/sco-expanded-contents.html */
export function scoExpandedContents(state: AdobeState, call: Call): Element[] {
	const folder = readable(state, actorOf(call), call.params.id('sco-id'));
	const below = (parent: Sco, depth: number): Element[] =>
		childrenOf(state, call, parent).flatMap((sco) => [
			expandedRow(state, sco, depth),
			...below(sco, depth + 1),
		]);
	const rows = [expandedRow(state, folder, 1), ...below(folder, 2)];
	return [element('expanded-scos', {}, listed(state, call.params, rows))];
}

const SEARCHED = ['name', 'description'] as const;

/** https://helpx.adobe.com/adobe-connect/webservices/sco-search-by-field.html */
export function scoSearchByField(state: AdobeState, call: Call): Element[] {
	const name = call.params.required('field');
	const field = SEARCHED.find((one) => one === name);
	if (!field) throw invalid({ field: 'field', type: 'string', subcode: 'format' });
	const query = call.params.required('query').toLowerCase();
	const actor = actorOf(call);
	const scos = allScos(state);
	const rows = [...scos.values()]
		.filter((sco) => (sco[field] ?? '').toLowerCase().includes(query))
		.filter((sco) => mayRead(state, actor, sco))
		.map((sco) => foundRow(state, sco, scos.get(sco.folderId)));
	return [element('sco-search-by-field-info', {}, listed(state, call.params, rows))];
}

function foundRow(state: AdobeState, sco: Sco, folder: Sco | undefined): Element {
	return element(
		'sco',
		{
			'sco-id': sco.id,
			'account-id': state.world.accountId,
			'folder-id': sco.folderId,
			type: sco.type,
			icon: sco.icon,
			'max-retries': '',
			lang: sco.lang,
			'display-seq': 0,
			'source-sco-id': sco.sourceScoId,
			version: 0,
			'parent-type': -2,
			'tree-type': 6,
			'grand-parent': folder?.folderId ?? state.world.accountId,
		},
		[
			textElement('name', sco.name),
			textElement('description', sco.description),
			textElement('url-path', sco.urlPath),
			textElement('date-begin', state.optionalDate(sco.begin)),
			textElement('date-end', state.optionalDate(sco.end)),
			textElement('date-created', state.date(sco.createdAt)),
			textElement('date-modified', state.date(sco.modifiedAt)),
			textElement('recordcreated', state.date(sco.createdAt)),
			textElement('principal-name', state.nameOf(ownerOf(sco))),
			textElement('folder-name', folder?.name ?? ''),
		],
	);
}

function childrenOf(state: AdobeState, call: Call, { id }: Sco): Sco[] {
	const actor = actorOf(call);
	return [...allScos(state).values()].filter(
		(sco) => sco.folderId === id && mayRead(state, actor, sco),
	);
}

/** Principal id of whom it belongs to, empty for nobody. */
function ownerOf({ body }: Sco): string {
	if (body.kind === 'event') return body.event.ownerId;
	if (body.kind === 'folder') return '';
	const host = Object.entries(body.room.permissions).find(([, role]) => role === 'host');
	return host?.[0] ?? '';
}
