import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { ZoomGeneralApp } from '../../../sandbox/world';
import type { Stage } from '../../support/world';
import type { NodeRunResult } from '../../support/runNode';
import { getWebinar, zoomNode } from '../support/zoom';

export const OAUTH2 = 'zoomWebinarOAuth2Api';
export const SERVER_TO_SERVER = 'zoomWebinarServerToServerOAuth2Api';

const REDIRECT = 'https://n8n.example.com/rest/oauth2-credential/callback';

/** A General app in the sandbox's world, managed by the host of the story's main webinar. */
export function addGeneralApp({ sandbox, story }: Stage): ZoomGeneralApp {
	const { world } = sandbox.zoom;
	world.generalApp = {
		clientId: 'general-app',
		clientSecret: 'FAKE-general-secret',
		userId: world.users.find(({ email }) => email === story.main.hostEmail)!.id,
		scopes: ['webinar:read:webinar', 'webinar:read:list_webinars', 'user:read:user'],
	};
	return world.generalApp;
}

/** What n8n stores once the user has agreed: the steps of its own connect flow, without a browser. */
export async function connected(here: Stage): Promise<ICredentialDataDecryptedObject> {
	const { clientId, clientSecret } = addGeneralApp(here);
	const base = here.sandbox.zoomBaseUrl;
	const asked = new URLSearchParams({
		response_type: 'code',
		client_id: clientId,
		redirect_uri: REDIRECT,
		state: 'state',
		scope: '',
	});
	const agreed = await fetch(`${base}/oauth/authorize?${asked.toString()}`, { redirect: 'manual' });
	const code = new URL(agreed.headers.get('location') ?? REDIRECT).searchParams.get('code') ?? '';
	const answer = await fetch(`${base}/oauth/token`, {
		method: 'POST',
		headers: {
			authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
		},
		body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: REDIRECT }),
	});
	here.sandbox.books.clear();
	return {
		...unconnected(here),
		oauthTokenData: (await answer.json()) as Record<string, string>,
	};
}

/** The same before the user pressed Connect. */
export function unconnected(here: Stage): ICredentialDataDecryptedObject {
	const { clientId, clientSecret } = here.sandbox.zoom.world.generalApp ?? addGeneralApp(here);
	return { region: 'custom', baseUrl: here.sandbox.zoomBaseUrl, clientId, clientSecret };
}

/** Gets the main webinar, or another one, with the OAuth2 credential. */
export async function getByOAuth2(
	here: Stage,
	credential: ICredentialDataDecryptedObject | { zoom: Stage['zoom'] },
	webinarId: number = here.story.main.webinarId,
): Promise<NodeRunResult> {
	const zoom = 'zoom' in credential ? (credential.zoom as Stage['zoom']) : { [OAUTH2]: credential };
	return await zoomNode({ zoom }, { ...getWebinar(webinarId), authentication: 'oAuth2' });
}
