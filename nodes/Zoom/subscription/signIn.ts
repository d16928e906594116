import type { IHookFunctions, IHttpRequestOptions } from 'n8n-workflow';

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
	call: (signed: IHookFunctions) => Promise<T>,
): Promise<T> {
	const fetched = tokens.get(context) ?? appToken(context, chosenCredential(context.getNode()));
	tokens.set(context, fetched);
	const token = await fetched;
	if (token === undefined) return await call(context);
	return await call(signedWith(context, token)).catch(async (error: unknown) => {
		if (!toldReason(error, 'permissionMissing')) throw error;
		return await call(context);
	});
}

/** The same context, whose requests carry this token instead of the credential's. */
function signedWith(context: IHookFunctions, token: string): IHookFunctions {
	const send = async (_credential: string, options: IHttpRequestOptions): Promise<unknown> =>
		await context.helpers.httpRequest({
			...options,
			headers: { ...options.headers, authorization: `Bearer ${token}` },
			ignoreHttpStatusErrors: true,
		});
	const helpers = { ...context.helpers, httpRequestWithAuthentication: send };
	return Object.create(context, { helpers: { value: helpers } }) as IHookFunctions;
}
