import type { AdobePrincipal } from '../world';
import {
	API_USER,
	HOST,
	LATE,
	LEARNER,
	NO_SHOW,
	ON_DEMAND,
	PAT,
	REFUSED,
	SPEAKER,
	STRANGER,
	WAITING,
} from './ids';

export function guest(id: string, firstName: string, lastName: string): AdobePrincipal {
	const email = `${firstName}.${lastName}@example.com`.toLowerCase();
	return { id, type: 'guest', login: email, email, firstName, lastName };
}

function user(
	{ id, login, password }: { id: string; login: string; password?: string },
	[firstName, lastName]: [string, string],
	groups: AdobePrincipal['groups'] = [],
): AdobePrincipal {
	const shown = { id, type: 'user' as const, login, email: login, firstName, lastName, groups };
	return password === undefined ? shown : { ...shown, password };
}

export const PEOPLE: readonly AdobePrincipal[] = [
	user(API_USER, ['Api', 'User'], ['admins', 'live-admins', 'seminar-admins', 'event-admins']),
	user(HOST, ['Hanna', 'Host'], ['live-admins', 'seminar-admins', 'event-admins']),
	user(SPEAKER, ['Sam', 'Speaker']),
	user(LEARNER, ['Lee', 'Learner'], ['learners']),
	guest(PAT, 'Pat', 'Example'),
	guest(NO_SHOW, 'Nora', 'Noshow'),
	guest(ON_DEMAND, 'Olga', 'Ondemand'),
	guest(LATE, 'Leo', 'Late'),
	guest(REFUSED, 'Rex', 'Refused'),
	guest(WAITING, 'Wanda', 'Waiting'),
	guest(STRANGER, 'Stan', 'Stranger'),
];
