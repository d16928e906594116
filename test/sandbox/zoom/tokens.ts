import { randomBytes } from 'node:crypto';
import { keepSecret } from '../../secrets/book';
import { ZoomError } from './errors';

/** On whose behalf a token acts. */
export type Actor =
	/** A server-to-server app: the whole account, no user of its own. */
	| { kind: 'account' }
	/** A General app that a user authorised. */
	| { kind: 'user'; userId: string }
	/** A General app itself (`client_credentials`): nobody's data. */
	| { kind: 'app' }
	/** A token for the files of one recording, good for nothing else. */
	| { kind: 'download'; sessionUuid: string };

export interface Grant {
	actor: Actor;
	scopes: string[];
}

export interface TokenStore {
	/**
	 * @returns a new access token that carries these scopes for its whole life
	 * @param lifeSeconds default: the life of access tokens
	 */
	issue(
		scopes: string[],
		actor?: Actor,
		lifeSeconds?: number,
	): { token: string; expiresInSeconds: number };
	/**
	 * @param authorization the request's Authorization header
	 * @throws ZoomError 401, code 124
	 */
	grantOf(authorization: string | undefined): Grant;
	/** As `grantOf`, the scopes alone. */
	scopesOf(authorization: string | undefined): string[];
	/** As `grantOf`, undefined where that throws: downloads answer a page, not an error. */
	peek(authorization: string | undefined): Grant | undefined;
	revoke(token: string): void;
	revokeAll(): void;
}

/**
 * Several tokens are valid at once; a token asked for before a scope was added never gets that scope.
 * https://developers.zoom.us/docs/internal-apps/s2s-oauth/
 */
export function createTokenStore(now: () => number, lifeSeconds: number): TokenStore {
	const tokens = new Map<string, Grant & { expiresAt: number }>();

	function read(authorization: string | undefined): Grant | ZoomError {
		const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
		if (token === undefined) return new ZoomError(401, 124, 'Requires an access token.');
		const known = tokens.get(token);
		if (!known) return new ZoomError(401, 124, 'Invalid access token.');
		if (now() >= known.expiresAt) return new ZoomError(401, 124, 'Access token is expired.');
		return known;
	}

	const store: TokenStore = {
		issue(scopes, actor = { kind: 'account' }, life = lifeSeconds) {
			const token = randomBytes(32).toString('base64url');
			keepSecret(`Zoom token of ${actor.kind}`, token);
			tokens.set(token, { actor, scopes: [...scopes], expiresAt: now() + life * 1000 });
			return { token, expiresInSeconds: life };
		},
		grantOf(authorization) {
			const grant = read(authorization);
			if (grant instanceof ZoomError) throw grant;
			return grant;
		},
		scopesOf: (authorization) => store.grantOf(authorization).scopes,
		peek(authorization) {
			const grant = read(authorization);
			return grant instanceof ZoomError ? undefined : grant;
		},
		revoke(token) {
			tokens.delete(token);
		},
		revokeAll() {
			tokens.clear();
		},
	};
	return store;
}
