import { asNumber, asObject, asText } from '../../shared/transport/json';
import type { HttpAnswer } from '../../shared/transport/send';
import type { ZoomAccount } from './credential';
import type { ZoomContext } from './request';

/** A younger token has the app's scopes of today; asking for another one would change nothing. */
const OLD_MS = 60_000;

/**
 * When the stored token was issued, epoch milliseconds. n8n notes when it ends (`n8n_expires_at`),
 * Zoom how long it lives (`expires_in`, seconds).
 * @returns undefined when either is not known
 */
export function issuedAt(oauthTokenData: unknown): number | undefined {
	const { n8n_expires_at: end, expires_in: seconds } = asObject(oauthTokenData);
	const [endsAt, lives] = [asNumber(end), asNumber(seconds)];
	return endsAt === undefined || lives === undefined ? undefined : endsAt - lives * 1000;
}

/**
 * Whether a new token may cure a missing scope. A token keeps the scopes it was given for its whole
 * hour, so without this a scope that was added to the app would work an hour later. A user's token
 * gets no new scopes by renewal; there the user has to agree again.
 * https://developers.zoom.us/docs/internal-apps/s2s-oauth/
 */
export function mayLackNewScopes(
	{ body }: HttpAnswer,
	{ credential, tokenIssuedAt }: ZoomAccount,
	now: number,
): boolean {
	return (
		credential === 'zoomWebinarServerToServerOAuth2Api' &&
		tokenIssuedAt !== undefined &&
		now - tokenIssuedAt > OLD_MS &&
		/does not contain scopes/i.test(asText(asObject(body).message))
	);
}

/** A new token, whatever the stored one is worth. Where there is none, Zoom's refusal stands. */
export async function renewToken(context: ZoomContext, { credential }: ZoomAccount): Promise<void> {
	const renewed: Promise<unknown> = context.helpers.refreshOAuth2Token.call(context, credential);
	await renewed.catch(() => undefined);
}
