import type { ActionTable } from '../http/router';
import type { AdobeState } from '../state/adobeState';
import { customFieldUpdate } from './customFields';
import { permissionsReset, permissionsUpdate } from './give';
import { groupMembershipUpdate } from './groups';
import { permissionsInfo } from './permissions';
import { principalInfo, principalList, reportBulkUsers } from './read';
import {
	principalsDelete,
	principalUpdate,
	updatePrincipalType,
	userUpdatePassword,
} from './write';

/** Users, guests, groups, and what they may. */
export function peopleActions(state: AdobeState): ActionTable {
	return {
		'principal-list': { handle: (call) => principalList(state, call) },
		'principal-info': { handle: (call) => principalInfo(state, call) },
		'report-bulk-users': { handle: (call) => reportBulkUsers(state, call) },
		'principal-update': { handle: (call) => principalUpdate(state, call) },
		'principals-delete': { handle: (call) => principalsDelete(state, call) },
		'update-principal-type': { handle: (call) => updatePrincipalType(state, call) },
		'user-update-pwd': { handle: (call) => userUpdatePassword(state, call) },
		'group-membership-update': { handle: (call) => groupMembershipUpdate(state, call) },
		'permissions-update': { handle: (call) => permissionsUpdate(state, call) },
		'permissions-info': { handle: (call) => permissionsInfo(state, call) },
		'permissions-reset': { handle: (call) => permissionsReset(state, call) },
		'custom-field-update': { handle: (call) => customFieldUpdate(state, call) },
	};
}
