import { splitName } from '../../shared/attendees/names';
import type { AttendanceRole } from '../../shared/model/attendance';
import type { Registrant } from '../../shared/model/registrant';
import type { EventPerson } from './eventReport';
import { addressOf } from './stays';
import type { AdobeWebinar } from './webinar';
import { attributeOf, childOf, flagOf, type XmlElement } from '../xml/element';

/** Who is registered for a webinar, and who has a part in it. */
export interface WebinarPeople {
	/** Approved ones; without an address where the login is none. */
	registrants: Registrant[];
	/** By principal-id; everybody else is an attendee. */
	roles: Map<string, AttendanceRole>;
	/** Groups that were invited as a whole: nobody tells who is in them. */
	groups: string[];
}

/** Somebody with a permission on an event or a room. */
export interface Permitted {
	principalId: string;
	name: string;
	login: string;
	permission: string;
	isGroup: boolean;
}

/** `<principal>` of permissions-info; undefined for everybody and nobody, e.g. `public-access`. */
export function toPermitted(principal: XmlElement): Permitted | undefined {
	const principalId = attributeOf(principal, 'principal-id');
	if (!/^\d+$/.test(principalId)) return undefined;
	return {
		principalId,
		name: childOf(principal, 'name').text,
		login: childOf(principal, 'login').text,
		permission: attributeOf(principal, 'permission-id').toLowerCase(),
		isGroup: flagOf(principal, 'has-children') === true,
	};
}

const ROLES: Readonly<Record<string, AttendanceRole>> = { host: 'host', 'mini-host': 'panelist' };

/**
 * The people of a webinar.
 * @param event undefined for rooms, and where the event's report could not be read
 * @param permitted on the event and on its room, or on the room
 * @param texts whether to keep the answers to the questions of the registration
 */
export function peopleOf(
	event: readonly EventPerson[] | undefined,
	permitted: readonly Permitted[],
	webinar: AdobeWebinar,
	texts: boolean,
): WebinarPeople {
	const registrants = new Map<string, Registrant>();
	const roles = new Map<string, AttendanceRole>();
	for (const person of [...permitted, ...(event ?? [])]) {
		const role = ROLES[person.permission];
		const isGroup = 'isGroup' in person && person.isGroup;
		if (role !== undefined && !isGroup) roles.set(person.principalId, role);
	}
	const registered = event ?? permitted.filter(({ isGroup }) => !isGroup);
	for (const person of registered) {
		if (person.permission !== 'view' || person.principalId === '') continue;
		registrants.set(person.principalId, toRegistrant(person, webinar, texts));
	}
	const invited = permitted.filter(({ isGroup, permission }) => isGroup && permission === 'view');
	return {
		registrants: [...registrants.values()],
		roles,
		groups: event === undefined ? invited.map(({ name }) => name) : [],
	};
}

/** Of rooms, nobody tells when somebody was invited. The link is the same for all. */
function toRegistrant(
	person: Pick<EventPerson, 'principalId' | 'name' | 'login'> &
		Partial<Pick<EventPerson, 'registeredAt' | 'registrationAnswers'>>,
	{ joinUrl }: AdobeWebinar,
	texts: boolean,
): Registrant {
	const { principalId, name, login, registeredAt = null, registrationAnswers = {} } = person;
	return {
		registrantId: principalId,
		email: addressOf(login),
		...splitName(name),
		status: 'approved',
		registeredAt,
		joinUrl,
		joinUrlIsPersonal: false,
		...(texts && { answers: registrationAnswers }),
	};
}
