import type { ZoomControls } from '../contract';
import type { ZoomWorld } from '../world';
import type { Authorizations } from './authorizations';
import type { Actor, TokenStore } from './tokens';

export type Fields = Partial<Record<string, string>>;

/** What an app-owned token carries, whatever the app's own scopes are. */
const MARKETPLACE_SCOPES = [
	'marketplace:delete:event_subscription',
	'marketplace:read:list_event_subscriptions',
	'marketplace:update:client_secret',
	'marketplace:update:event_subscription',
	'marketplace:write:event_subscription',
	'marketplace:write:websocket_connection',
];

/** An answer of the sign-in that is no token; the set of `error` words is not documented. */
export class Refusal {
	constructor(
		readonly reason: string,
		readonly error: string,
		/** Zoom's number, where its documents name one. */
		readonly code?: number,
	) {}
}

export const badClient = new Refusal('Invalid client_id or client_secret', 'invalid_client');
export const disabledApp = new Refusal('The app has been disabled.', 'invalid_client', 4717);
const badGrant = new Refusal('unsupported grant type', 'unsupported_grant_type');

export interface GrantOptions {
	world: ZoomWorld;
	tokens: TokenStore;
	controls: ZoomControls;
}

export interface Grants {
	/** Whether the Authorization header is a known app's, disabled or not. */
	knows(authorization: string | undefined): boolean;
	/**
	 * @param fields of the token request
	 * @param host under which the API is
	 */
	token(authorization: string | undefined, fields: Fields, host: string): object;
}

/** Which app gets which token by which grant. */
export function createGrants(
	{ world, tokens, controls }: GrantOptions,
	authorizations: Authorizations,
): Grants {
	function answer(scopes: string[], actor: Actor, host: string) {
		const { token, expiresInSeconds } = tokens.issue(scopes, actor);
		return {
			access_token: token,
			token_type: 'bearer',
			expires_in: expiresInSeconds,
			scope: scopes.join(' '),
			api_url: `http://${host}/zoom`,
		};
	}

	/** `account_credentials` alone: whether it may also configure events, Zoom's documents contradict. */
	function serverToServer(fields: Fields, host: string) {
		if (fields.grant_type !== 'account_credentials') return badGrant;
		if (fields.account_id !== world.accountId) return new Refusal('Bad Request', 'invalid_request');
		const more = controls.serverToServerMaySubscribe ? MARKETPLACE_SCOPES : [];
		return answer([...world.scopes, ...more], { kind: 'account' }, host);
	}

	function general(fields: Fields, host: string) {
		const { generalApp } = world;
		if (!generalApp) return badClient;
		if (fields.grant_type === 'client_credentials') {
			return answer(MARKETPLACE_SCOPES, { kind: 'app' }, host);
		}
		const asUser = () => ({
			...answer(generalApp.scopes, { kind: 'user', userId: generalApp.userId }, host),
			refresh_token: authorizations.refreshToken(),
		});
		if (fields.grant_type === 'refresh_token') {
			return authorizations.takeRefreshToken(fields.refresh_token)
				? asUser()
				: new Refusal('Invalid Token!', 'invalid_request', 4741);
		}
		if (fields.grant_type !== 'authorization_code') return badGrant;
		const refused = authorizations.takeCode(fields);
		return refused ? new Refusal(refused.reason, 'invalid_grant', refused.code) : asUser();
	}

	const clientOf = (authorization: string | undefined): Client | undefined => {
		const basic = basicOf(authorization);
		return clients(world).find((one) => one.basic === basic);
	};

	return {
		knows: (authorization) => clientOf(authorization) !== undefined,
		token(authorization, fields, host) {
			const client = clientOf(authorization);
			if (!client) return badClient;
			if (controls.disabledApps.has(client.id)) return disabledApp;
			return client.isGeneral ? general(fields, host) : serverToServer(fields, host);
		},
	};
}

interface Client {
	id: string;
	/** What its Basic header says. */
	basic: string;
	isGeneral: boolean;
}

function clients({ clientId, clientSecret, generalApp }: ZoomWorld): Client[] {
	const client = (id: string, secret: string, isGeneral: boolean): Client => ({
		id,
		basic: `${id}:${secret}`,
		isGeneral,
	});
	return [
		client(clientId, clientSecret, false),
		...(generalApp ? [client(generalApp.clientId, generalApp.clientSecret, true)] : []),
	];
}

function basicOf(header: string | undefined): string | undefined {
	const encoded = /^Basic (.+)$/i.exec(header ?? '')?.[1];
	return encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString('utf8');
}
