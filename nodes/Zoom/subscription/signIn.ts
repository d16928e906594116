import type { IHookFunctions } from 'n8n-workflow';

import { chosenCredential } from '../transport/credential';
import { toldReason } from '../transport/told';
import { appToken } from './appToken';

/** One token for all calls of one activation; it goes with the context. */
const tokens = new WeakMap<IHookFunctions, Promise<string | undefined>>();

/**
 * Calls with the app's own token first, and with the credential's where Zoom does not take that one:
 * Zoom's documentation wants the first for General apps and leaves open which one a server-to-server
 * app needs. A refused call had no effect, so calling again is safe.
 */
export async function asTheApp<T>(
	context: IHookFunctions,
	call: (token?: string) => Promise<T>,
): Promise<T> {
	const fetched = tokens.get(context) ?? appToken(context, chosenCredential(context.getNode()));
	tokens.set(context, fetched);
	const token = await fetched;
	if (token === undefined) return await call();
	return await call(token).catch(async (error: unknown) => {
		if (!toldReason(error, 'permissionMissing')) throw error;
		return await call();
	});
}
