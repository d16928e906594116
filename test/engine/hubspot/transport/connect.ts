import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { HubSpotOAuthApp } from '../../../sandbox/world';
import { packageTypes } from '../../support/runNode';
import type { Stage } from '../../support/world';

export const OAUTH2 = 'hubSpotWebinarOAuth2Api';

const REDIRECT = 'https://n8n.example.com/rest/oauth2-credential/callback';
const APP = { clientId: 'hubspot-app', clientSecret: 'FAKE-hubspot-client-secret' };

/** The default of one of the credential's fields. */
async function fieldDefault(name: string): Promise<string> {
	const type = (await packageTypes()).credential(OAUTH2);
	return String(type?.properties.find((property) => property.name === name)?.default);
}

/** An app of the developer platform with the scopes that the credential asks for by default. */
export async function addApp({ sandbox }: Stage): Promise<HubSpotOAuthApp> {
	const app: HubSpotOAuthApp = {
		appId: 4_210_286,
		name: 'Webinars (n8n)',
		...APP,
		scopes: (await fieldDefault('scope')).split(' '),
		optionalScopes: (await fieldDefault('optionalScopes')).split(' '),
		redirectUris: [REDIRECT],
	};
	sandbox.hubspot.world.oauthApp = app;
	return app;
}

/** Before the user pressed Connect. */
export async function unconnected(here: Stage): Promise<ICredentialDataDecryptedObject> {
	const { clientId, clientSecret } = here.sandbox.hubspot.world.oauthApp ?? (await addApp(here));
	return { clientId, clientSecret, baseUrl: here.sandbox.hubspotBaseUrl };
}

/** What n8n stores once the user has agreed: the steps of its own connect flow, without a browser. */
export async function connected(
	here: Stage,
	withoutScope = '',
): Promise<ICredentialDataDecryptedObject> {
	const app = await addApp(here);
	app.scopes = app.scopes.filter((scope) => scope !== withoutScope);
	const { clientId, clientSecret } = app;
	const base = here.sandbox.hubspotBaseUrl;
	const asked = new URLSearchParams({
		response_type: 'code',
		client_id: clientId,
		redirect_uri: REDIRECT,
		state: 'state',
		scope: app.scopes.join(' '),
		optional_scope: (app.optionalScopes ?? []).join(' '),
	});
	const agreed = await fetch(`${base}/oauth/authorize?${asked.toString()}`, { redirect: 'manual' });
	const code = new URL(agreed.headers.get('location') ?? REDIRECT).searchParams.get('code') ?? '';
	const answer = await fetch(`${base}/oauth/2026-03/token`, {
		method: 'POST',
		body: new URLSearchParams({
			grant_type: 'authorization_code',
			client_id: clientId,
			client_secret: clientSecret,
			redirect_uri: REDIRECT,
			code,
		}),
	});
	here.sandbox.books.clear();
	return {
		...(await unconnected(here)),
		oauthTokenData: (await answer.json()) as Record<string, string>,
	};
}
