import type { FastifyInstance } from 'fastify';
import { readRoute } from '../access';
import type { ZoomContext } from '../context';
import { userInFull, userInList, userSettings } from '../shapes';

const MAX_USERS_PER_PAGE = 2000;

type UserPath = { Params: { userId: string } };

/** https://developers.zoom.us/docs/api/users/ */
export function registerUsers(app: FastifyInstance, { world, pager, lookup }: ZoomContext): void {
	app.get<{ Querystring: { status?: string } }>(
		'/users',
		readRoute('Medium', 'user:read:list_users:admin'),
		async (request) => {
			const users = (request.query.status ?? 'active') === 'active' ? world.users : [];
			const options = { maxSize: MAX_USERS_PER_PAGE, byNumber: true };
			const { rows, ...page } = pager.page(request, users, options);
			return { ...page, users: rows.map(userInList) };
		},
	);
	app.get<UserPath>(
		'/users/:userId',
		readRoute('Light', 'user:read:user', 'user:read:user:admin'),
		async (request) => userInFull(lookup.user(request.params.userId), world.accountId),
	);
	app.get<UserPath>(
		'/users/:userId/settings',
		readRoute('Medium', 'user:read:settings', 'user:read:settings:admin'),
		async (request) => userSettings(lookup.user(request.params.userId)),
	);
}
