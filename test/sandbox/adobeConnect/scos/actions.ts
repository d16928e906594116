import type { ActionTable } from '../http/router';
import type { AdobeState } from '../state/adobeState';
import { scoShortcuts } from './shortcuts';

export function scoActions(state: AdobeState): ActionTable {
	return {
		'sco-shortcuts': { handle: (call) => scoShortcuts(state, call) },
	};
}
