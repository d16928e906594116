import { keyed, unkeyed, type Write } from '../../shared/transport/writes';

/** Every write of these nodes, by what it does; most actions of Adobe Connect write several things. */
export const WRITES = {
	registerForEvent: keyed('event and login: a second one is refused with already-registered'),
	/** The person gets one more session, and uses the last one. */
	enterEvent: keyed('event and login: whichever entry is used, it is the same person'),
	setPermission: keyed('acl, principal: the permission is set'),
	createPrincipal: keyed('login: a second one is refused with duplicate'),
	updatePrincipal: keyed('principal: whole values are set'),
	changePrincipalType: keyed('principal: the type is set'),
	/** A second one is refused with duplicate, because its name is in use in the folder. */
	createRoom: keyed('folder and name: a second one is refused with duplicate'),
	updateSco: keyed('sco: whole values are set'),
	createSeminarSession: unkeyed(),
	scheduleSeminarSession: keyed('sco: the schedule is set'),
	setField: keyed('acl and field: the value is set'),
	deleteSco: keyed('sco: a second one finds nothing'),
} as const satisfies Record<string, Write>;

export type WriteName = keyof typeof WRITES;
