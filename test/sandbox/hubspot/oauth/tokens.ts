import { randomBytes } from 'node:crypto';
import { keepSecret } from '../../../secrets/book';
import type { HubSpotWorld } from '../../world';
import { HubSpotError, invalidAuthentication } from '../http/errors';

/** An app as marketing events, created contacts and callbacks know it. */
export interface AppIdentity {
	id: number;
	name: string;
}

/** What a request may do, and on behalf of which app. */
export interface Grant {
	app: AppIdentity;
	scopes: readonly string[];
	/** Publicly distributed apps have limits of their own. */
	limits: 'private' | 'oauth';
}

/** An access token of the OAuth app. */
export interface IssuedToken extends Grant {
	token: string;
	userId?: number;
	/** Sandbox time, epoch milliseconds. */
	expiresAt: number;
}

/** https://developers.hubspot.com/docs/api-reference/auth-oauth-v1/guide : half an hour. */
export const TOKEN_LIFE_SECONDS = 1800;

/** The app itself, without a user who installed it: it may configure the app and sees no portal. */
export const DEVELOPER_SCOPES = ['developers-read', 'developers-write'];

/** Knows every valid token: the service key, whose scopes are live, and what the OAuth app was given. */
export class TokenStore {
	private readonly issued = new Map<string, IssuedToken>();

	constructor(
		private readonly world: HubSpotWorld,
		private readonly now: () => number,
		private readonly serviceKeyApp: AppIdentity,
	) {}

	/** @returns a token that carries these scopes for its whole life */
	issue(scopes: readonly string[], app: AppIdentity, userId?: number): IssuedToken {
		const issued: IssuedToken = {
			token: randomBytes(48).toString('base64url'),
			app,
			scopes: [...scopes],
			limits: 'oauth',
			expiresAt: this.now() + TOKEN_LIFE_SECONDS * 1000,
			...(userId === undefined ? {} : { userId }),
		};
		keepSecret('HubSpot access token', issued.token);
		this.issued.set(issued.token, issued);
		return issued;
	}

	/**
	 * @param authorization the request's Authorization header
	 * @throws HubSpotError 401: unknown, revoked or expired
	 */
	grantOf(authorization: string | undefined): Grant {
		const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? '';
		if (token === this.world.serviceKey) {
			return { app: this.serviceKeyApp, scopes: this.world.scopes, limits: 'private' };
		}
		const known = this.issued.get(token);
		if (!known) throw invalidAuthentication();
		const late = this.now() - known.expiresAt;
		if (late < 0) return known;
		throw new HubSpotError(
			401,
			`The OAuth token used to make this call expired ${Math.floor(late / 1000)} second(s) ago.`,
			{ category: 'EXPIRED_AUTHENTICATION' },
		);
	}

	/**
	 * The other way to configure an app: its developer API key in the address.
	 * @throws HubSpotError 401
	 */
	developerGrantOf(hapikey: string | undefined): Grant {
		const { oauthApp } = this.world;
		if (!oauthApp || !hapikey || hapikey !== oauthApp.developerApiKey) {
			throw invalidAuthentication();
		}
		const app = { id: oauthApp.appId, name: oauthApp.name };
		return { app, scopes: DEVELOPER_SCOPES, limits: 'oauth' };
	}

	/** An access token that is still good. */
	find(token: string): IssuedToken | undefined {
		const known = this.issued.get(token);
		return known && this.now() < known.expiresAt ? known : undefined;
	}

	revoke(token: string): void {
		this.issued.delete(token);
	}

	revokeAll(): void {
		this.issued.clear();
	}
}
