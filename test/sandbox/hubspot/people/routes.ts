import type { HubSpotUser } from '../../world';
import type { Portal } from '../context';
import { notFound } from '../http/errors';
import type { Call } from '../http/input';
import { queryFlag, queryOne } from '../http/input';
import { pageOf } from '../http/paging';
import { ownerPaths, userPaths } from '../http/paths';
import type { Route } from '../http/router';

const USER_READ = ['settings.users.read', 'crm.objects.users.read'];
const OWNER_READ = ['crm.objects.owners.read'];

/** Owner ids are other numbers than user ids; mixing them up must not work by luck. */
const OWNER_ID_OFFSET = 70_000_000;

/** Everybody who ever signed in; the vendor's oldest users have dates like this. */
const SINCE = '2024-01-15T09:00:00.000Z';

/**
 * Account users: https://developers.hubspot.com/docs/api-reference/settings-user-provisioning-v3/guide
 * Owners: https://developers.hubspot.com/docs/api-reference/crm-crm-owners-v3/guide
 */
export function peopleRoutes(portal: Portal): Route[] {
	const users = { method: 'GET', write: false, scopes: USER_READ } as const;
	const owners = { method: 'GET', write: false, scopes: OWNER_READ } as const;
	const everybody = () => portal.world.users;
	return [
		{
			...users,
			paths: userPaths(''),
			handle: (call) => ({
				status: 200,
				body: pageOf(call, everybody().map(userAnswer), ({ id }) => id, {
					fallback: 100,
					maximum: 100,
					link: 'https://api.hubapi.com/settings/v3/users',
				}),
			}),
		},
		{
			...users,
			paths: userPaths('/:userId'),
			handle: (call) => {
				const wanted = (call.params.userId ?? '').toLowerCase();
				const byEmail = queryOne(call, 'idProperty') === 'EMAIL';
				const user = everybody().find(({ id, email }) =>
					byEmail ? email.toLowerCase() === wanted : id === wanted,
				);
				if (user === undefined) throw notFound();
				return { status: 200, body: userAnswer(user) };
			},
		},
		{
			...owners,
			paths: ownerPaths(''),
			handle: (call) => ({
				status: 200,
				body: pageOf(call, ownersOf(everybody(), call), ({ id }) => id, {
					fallback: 100,
					maximum: 500,
					link: 'https://api.hubapi.com/crm/v3/owners',
				}),
			}),
		},
		{
			...owners,
			paths: ownerPaths('/:ownerId'),
			handle: (call) => {
				const wanted = call.params.ownerId ?? '';
				const byUserId = queryOne(call, 'idProperty') === 'userId';
				const owner = everybody()
					.map(ownerAnswer)
					.find(({ id, userId }) => (byUserId ? String(userId) : id) === wanted);
				if (owner === undefined) throw notFound();
				return { status: 200, body: owner };
			},
		},
	];
}

/** Nobody is ever archived here, so `archived=true` answers an empty list. */
function ownersOf(users: readonly HubSpotUser[], call: Call) {
	if (queryFlag(call, 'archived')) return [];
	const email = queryOne(call, 'email')?.toLowerCase();
	return users
		.filter((user) => email === undefined || user.email.toLowerCase() === email)
		.map(ownerAnswer);
}

function userAnswer(user: HubSpotUser) {
	return {
		id: user.id,
		email: user.email,
		firstName: user.firstName,
		lastName: user.lastName,
		roleIds: [],
		superAdmin: false,
	};
}

function ownerAnswer(user: HubSpotUser) {
	return {
		id: String(Number(user.id) + OWNER_ID_OFFSET),
		email: user.email,
		type: 'PERSON',
		firstName: user.firstName,
		lastName: user.lastName,
		userId: Number(user.id),
		userIdIncludingInactive: Number(user.id),
		createdAt: SINCE,
		updatedAt: SINCE,
		archived: false,
		teams: [],
	};
}
