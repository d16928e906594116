import { randomBytes } from 'node:crypto';
import { ZoomError } from './errors';

export interface TokenStore {
	/** @returns a new access token that carries these scopes for its whole life */
	issue(scopes: string[]): { token: string; expiresInSeconds: number };
	/**
	 * @param authorization the request's Authorization header
	 * @returns the token's scopes
	 * @throws ZoomError 401, code 124
	 */
	scopesOf(authorization: string | undefined): string[];
	revokeAll(): void;
}

/**
 * Several tokens are valid at once; a token asked for before a scope was added never gets that scope.
 * https://developers.zoom.us/docs/internal-apps/s2s-oauth/
 */
export function createTokenStore(now: () => number, lifeSeconds: number): TokenStore {
	const tokens = new Map<string, { scopes: string[]; expiresAt: number }>();
	return {
		issue(scopes) {
			const token = randomBytes(32).toString('base64url');
			tokens.set(token, { scopes: [...scopes], expiresAt: now() + lifeSeconds * 1000 });
			return { token, expiresInSeconds: lifeSeconds };
		},
		scopesOf(authorization) {
			const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
			if (token === undefined) throw new ZoomError(401, 124, 'Requires an access token.');
			const known = tokens.get(token);
			if (!known) throw new ZoomError(401, 124, 'Invalid access token.');
			if (now() >= known.expiresAt) throw new ZoomError(401, 124, 'Access token is expired.');
			return known.scopes;
		},
		revokeAll() {
			tokens.clear();
		},
	};
}
