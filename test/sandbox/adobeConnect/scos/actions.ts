import type { ActionTable } from '../http/router';
import type { AdobeState } from '../state/adobeState';
import { aclFieldInfo, aclFieldUpdate } from './fields';
import { scoByUrl, scoContents, scoExpandedContents, scoInfo, scoSearchByField } from './read';
import { scoSeminarLicensesList, seminarSessionScoUpdate } from './seminars';
import { scoShortcuts } from './shortcuts';
import { scoDelete, scoUpdate } from './update';

/** Folders, rooms, seminars and their fields. */
export function scoActions(state: AdobeState): ActionTable {
	return {
		'sco-shortcuts': { handle: (call) => scoShortcuts(state, call) },
		'sco-info': { handle: (call) => scoInfo(state, call) },
		'sco-by-url': { handle: (call) => scoByUrl(state, call) },
		'sco-contents': { handle: (call) => scoContents(state, call) },
		'sco-expanded-contents': { handle: (call) => scoExpandedContents(state, call) },
		'sco-search-by-field': { handle: (call) => scoSearchByField(state, call) },
		'sco-update': { handle: (call) => scoUpdate(state, call) },
		'sco-delete': { handle: (call) => scoDelete(state, call) },
		'seminar-session-sco-update': { handle: (call) => seminarSessionScoUpdate(state, call) },
		'sco-seminar-licenses-list': { handle: (call) => scoSeminarLicensesList(state, call) },
		'acl-field-update': { handle: (call) => aclFieldUpdate(state, call) },
		'acl-field-info': { handle: (call) => aclFieldInfo(state, call) },
	};
}
