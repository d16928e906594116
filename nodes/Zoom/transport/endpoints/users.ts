import type { JsonObject } from '../../../shared/transport/json';
import { zoomRows } from '../pages';
import type { ZoomContext } from '../request';

export async function getUsers(context: ZoomContext): Promise<JsonObject[]> {
	return await zoomRows(
		context,
		{ path: '/users', qs: { status: 'active' }, label: 'medium' },
		'users',
	);
}
