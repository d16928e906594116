import type { HubSpotOAuthApp, HubSpotWorld } from '../../world';
import type { Authorizations } from './authorizations';
import { Refusal } from './refusal';
import { DEVELOPER_SCOPES, TOKEN_LIFE_SECONDS, type IssuedToken, type TokenStore } from './tokens';

export type Fields = Partial<Record<string, string>>;

/** Answers of the token endpoints; each refuses by returning a {@link Refusal}. */
export class Grants {
	constructor(
		private readonly world: HubSpotWorld,
		private readonly tokens: TokenStore,
		private readonly authorizations: Authorizations,
	) {}

	/** https://developers.hubspot.com/docs/api-reference/auth-oauth-v1/guide */
	token(fields: Fields): Record<string, unknown> | Refusal {
		const app = this.appOf(fields);
		if (app instanceof Refusal) return app;
		switch (fields.grant_type) {
			case 'authorization_code':
				return this.redeem(app, fields);
			case 'refresh_token': {
				const refreshToken = fields.refresh_token ?? '';
				const scopes = this.authorizations.scopesOf(refreshToken);
				if (!scopes) return new Refusal('BAD_REFRESH_TOKEN');
				return this.userToken(app, scopes, refreshToken);
			}
			case 'client_credentials': {
				const { token, scopes } = this.tokens.issue(DEVELOPER_SCOPES, identityOf(app));
				return {
					token_type: 'bearer',
					access_token: token,
					expires_in: TOKEN_LIFE_SECONDS,
					scopes,
				};
			}
			default:
				return new Refusal('BAD_GRANT_TYPE');
		}
	}

	/** HubSpot's page names no shape; this is RFC 7662's with HubSpot's names. */
	introspect(fields: Fields, now: number): Record<string, unknown> | Refusal {
		const app = this.appOf(fields);
		if (app instanceof Refusal) return app;
		const about = { client_id: app.clientId, app_id: app.appId, hub_id: this.world.portalId };
		const access = this.tokens.find(tokenOf(fields));
		if (access) {
			return {
				active: true,
				token_use: 'access_token',
				token_type: 'bearer',
				...about,
				user_id: access.userId,
				scopes: access.scopes,
				expires_in: Math.floor((access.expiresAt - now) / 1000),
			};
		}
		const scopes = this.authorizations.scopesOf(tokenOf(fields));
		if (!scopes) return { active: false };
		return { active: true, token_use: 'refresh_token', ...about, user_id: this.userId(), scopes };
	}

	/** A revoked refresh token gives no access tokens any more; RFC 7009 says nothing of unknown ones. */
	revoke(fields: Fields): Refusal | undefined {
		const app = this.appOf(fields);
		if (app instanceof Refusal) return app;
		this.authorizations.revoke(tokenOf(fields));
		this.tokens.revoke(tokenOf(fields));
		return undefined;
	}

	private appOf({ client_id, client_secret }: Fields): HubSpotOAuthApp | Refusal {
		const { oauthApp } = this.world;
		if (!oauthApp || client_id !== oauthApp.clientId) return new Refusal('BAD_CLIENT_ID');
		if (client_secret !== oauthApp.clientSecret) return new Refusal('BAD_CLIENT_SECRET');
		return oauthApp;
	}

	private redeem(app: HubSpotOAuthApp, fields: Fields): Record<string, unknown> | Refusal {
		const consent = this.authorizations.takeCode(fields.code ?? '');
		if (!consent) return new Refusal('BAD_AUTH_CODE');
		if (fields.redirect_uri !== consent.redirectUri) {
			return new Refusal('MISMATCH_REDIRECT_URI_AUTH_CODE');
		}
		const refreshToken = this.authorizations.refreshToken(consent.scopes);
		return this.userToken(app, consent.scopes, refreshToken);
	}

	private userToken(
		app: HubSpotOAuthApp,
		scopes: string[],
		refreshToken: string,
	): Record<string, unknown> {
		const issued: IssuedToken = this.tokens.issue(scopes, identityOf(app), this.userId());
		return {
			token_type: 'bearer',
			access_token: issued.token,
			refresh_token: refreshToken,
			expires_in: TOKEN_LIFE_SECONDS,
			hub_id: this.world.portalId,
			scopes: issued.scopes,
			user_id: issued.userId,
		};
	}

	/** The account's first user installs the app. */
	private userId(): number {
		return Number(this.world.users[0]?.id ?? 1);
	}
}

function identityOf({ appId, name }: HubSpotOAuthApp): { id: number; name: string } {
	return { id: appId, name };
}

/** The specification names the field `token`, the guide names it after its kind. */
function tokenOf({ token, access_token, refresh_token }: Fields): string {
	return token ?? access_token ?? refresh_token ?? '';
}
