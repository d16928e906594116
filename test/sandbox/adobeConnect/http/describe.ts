import type { FastifyRequest } from 'fastify';
import type { CallDescription } from '../../kernel/hooks';
import { paramsOf } from './request';

/** Actions that change what the account holds. Everything else only reads. */
export const WRITES: ReadonlySet<string> = new Set([
	'acl-field-update',
	'cancel-recording-job',
	'custom-field-update',
	'event-register',
	'group-membership-update',
	'permissions-reset',
	'permissions-update',
	'principal-update',
	'principals-delete',
	'schedule-recording-job',
	'sco-delete',
	'sco-move',
	'sco-update',
	'seminar-session-sco-update',
	'update-principal-type',
	'user-update-pwd',
]);

/** What a call of the API is, by its action; undefined for pages and files. */
export function describeCall(request: FastifyRequest): CallDescription | undefined {
	if (!request.routeOptions.url?.endsWith('/api/xml')) return undefined;
	const params = paramsOf(request);
	const action = params.action?.[0] ?? '';
	return {
		route: `/api/xml?action=${action}`,
		write: WRITES.has(action),
		// Bodies of these carry passwords; answers of the event's login carry a session.
		secret: params.password !== undefined || action === 'login' || action === 'event-login',
	};
}
