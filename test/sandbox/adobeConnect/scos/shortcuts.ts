import type { Call } from '../http/router';
import { actorOf } from '../http/router';
import { element, textElement, type Element } from '../http/xml';
import type { AdobeState } from '../state/adobeState';
import { OWN_FOLDERS, ownFolderId, SHORTCUTS, type OwnShortcut } from '../state/folders';

/**
 * The account's folders, and those of the user who asks, where his groups give him some.
 * https://helpx.adobe.com/adobe-connect/webservices/sco-shortcuts.html
 */
export function scoShortcuts(state: AdobeState, call: Call): Element[] {
	const { id, groups = [] } = actorOf(call);
	const own = Object.entries(OWN_FOLDERS)
		.filter(([, { group }]) => groups.includes(group))
		.map(([type, { parent }]): [string, string, string] => [
			type,
			ownFolderId(type as OwnShortcut, id),
			SHORTCUTS[parent],
		]);
	const shared = Object.entries(SHORTCUTS).map(([type, folderId]): [string, string, string] => [
		type,
		folderId,
		folderId,
	]);
	return [
		element(
			'shortcuts',
			{},
			[...shared, ...own].map(([type, scoId, treeId]) =>
				element('sco', { 'tree-id': treeId, 'sco-id': scoId, type }, [
					textElement('domain-name', state.host()),
				]),
			),
		),
	];
}
