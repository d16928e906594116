import { keepCredential } from '../../secrets/credentialSecrets';
import type { World } from '../../sandbox/world';
import type { N8nClient } from '../server/n8nClient';

export interface CredentialRef {
	id: string;
	name: string;
	type: string;
}

/** What n8n says about a credential that it tried against the vendor. */
export interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

/** Stores a credential as the editor does. Throws HttpError when its fields do not fit the type. */
export async function createCredential(
	n8n: N8nClient,
	type: string,
	name: string,
	data: Record<string, unknown>,
): Promise<CredentialRef> {
	keepCredential(type, data);
	const { id } = await n8n.api<{ id: string }>('POST', '/credentials', { name, type, data });
	return { id, name, type };
}

/** The Test button of the credential's window. */
export async function testCredential(n8n: N8nClient, id: string): Promise<CredentialTest> {
	return await n8n.api<CredentialTest>('POST', `/credentials/${id}/test`);
}

/** Fields of the Zoom credential for a Zoom that answers at `baseUrl`. */
export function zoomCredentialData(
	zoom: Pick<World['zoom'], 'accountId' | 'clientId' | 'clientSecret' | 'webhookSecretToken'>,
	baseUrl: string,
): Record<string, string> {
	const { accountId, clientId, clientSecret, webhookSecretToken } = zoom;
	return { region: 'custom', baseUrl, accountId, clientId, clientSecret, webhookSecretToken };
}

/** The key that HubSpot's "Send a webhook" proves itself with. */
export const HUBSPOT_WEBHOOK_SECRET = 'FAKE-hubspot-webhook-secret-0123456789abcdef';

/** Fields of the HubSpot credential for a HubSpot that answers at `baseUrl`. */
export function hubSpotCredentialData(
	hubspot: Pick<World['hubspot'], 'serviceKey'>,
	baseUrl: string,
): Record<string, string> {
	return { apiKey: hubspot.serviceKey, webhookSecret: HUBSPOT_WEBHOOK_SECRET, baseUrl };
}

interface SandboxVendors {
	zoomBaseUrl: string;
	hubspotBaseUrl: string;
	zoom: { world: World['zoom'] };
	hubspot: { world: World['hubspot'] };
}

/** The credentials of Zoom and HubSpot, pointing at the sandbox. */
export async function createSandboxCredentials(
	n8n: N8nClient,
	sandbox: SandboxVendors,
): Promise<CredentialRef[]> {
	const zoom = zoomCredentialData(sandbox.zoom.world, sandbox.zoomBaseUrl);
	const hubspot = hubSpotCredentialData(sandbox.hubspot.world, sandbox.hubspotBaseUrl);
	return [
		await createCredential(n8n, 'zoomWebinarServerToServerOAuth2Api', 'Zoom (sandbox)', zoom),
		await createCredential(n8n, 'hubSpotWebinarServiceKeyApi', 'HubSpot (sandbox)', hubspot),
	];
}

interface SandboxMarketo {
	marketoBaseUrl: string;
	marketo: { world: Pick<NonNullable<World['marketo']>, 'clientId' | 'clientSecret'> };
}

/** The key that Marketo's flow step, and the secret that its webhook prove themselves with. */
export const MARKETO_SECRETS = {
	apiKey: 'FAKE-flow-step-key-0123456789abcdef',
	webhookSecret: 'FAKE-webhook-secret-0123456789abcdef',
};

/** The two credentials of Marketo, for calls to the sandbox and from it. */
export async function createMarketoCredentials(
	n8n: N8nClient,
	{ marketo, marketoBaseUrl }: SandboxMarketo,
): Promise<CredentialRef[]> {
	const { clientId, clientSecret } = marketo.world;
	const rest = { endpoint: `${marketoBaseUrl}/rest`, clientId, clientSecret };
	return [
		await createCredential(n8n, 'marketoRestOAuth2Api', 'Marketo (sandbox)', rest),
		await createCredential(n8n, 'marketoIncomingApi', 'Marketo incoming', MARKETO_SECRETS),
	];
}

interface SandboxAdobeConnect {
	adobeBaseUrl: string;
	adobeConnect: {
		world: Pick<NonNullable<World['adobeConnect']>, 'principals' | 'accountId'>;
	};
}

/** Signs personal join links. */
export const JOIN_LINK_SECRET = 'FAKE-join-link-secret-0123456789abcdef';

/** Fields of the Adobe Connect credential for the first user of the sandbox who has a password. */
export function adobeConnectCredentialData({ adobeConnect, adobeBaseUrl }: SandboxAdobeConnect) {
	const user = adobeConnect.world.principals.find(({ password }) => password !== undefined);
	return {
		host: adobeBaseUrl,
		authentication: 'password',
		login: user?.login ?? '',
		password: user?.password ?? '',
		joinLinkSecret: JOIN_LINK_SECRET,
	};
}

/** The credential of Adobe Connect, pointing at the sandbox. */
export async function createAdobeConnectCredential(
	n8n: N8nClient,
	sandbox: SandboxAdobeConnect,
): Promise<CredentialRef> {
	const data = adobeConnectCredentialData(sandbox);
	return await createCredential(n8n, 'adobeConnectApi', 'Adobe Connect (sandbox)', data);
}

/** Fields of the app behind a HubSpot credential by OAuth2; nobody else knows them. */
const HUBSPOT_APP = {
	appId: 4_210_286,
	name: 'Webinars (n8n)',
	clientId: 'hubspot-app',
	clientSecret: 'FAKE-hubspot-client-secret',
	scopes: ['oauth', 'crm.objects.contacts.read', 'automation'],
};

/**
 * The credential of an app of HubSpot's, as its workflow actions need one, and the app in the sandbox. It is
 * not connected yet: that takes a browser, or `connect` of the end-to-end tests.
 * @param publicUrl where n8n says that it is
 */
export async function createHubSpotAppCredential(
	n8n: N8nClient,
	{ hubspot, hubspotBaseUrl }: Pick<SandboxVendors, 'hubspot' | 'hubspotBaseUrl'>,
	publicUrl = n8n.url,
): Promise<CredentialRef> {
	const callback = '/rest/oauth2-credential/callback';
	const redirectUris = [...new Set([`${publicUrl}${callback}`, `${n8n.url}${callback}`])];
	hubspot.world.oauthApp ??= { ...HUBSPOT_APP, redirectUris };
	const { clientId, clientSecret, scopes } = hubspot.world.oauthApp;
	return await createCredential(n8n, 'hubSpotWebinarOAuth2Api', 'HubSpot app (sandbox)', {
		clientId,
		clientSecret,
		scope: scopes.join(' '),
		optionalScopes: '',
		baseUrl: hubspotBaseUrl,
	});
}

/** Where mails go when nobody has said where: a port on which a mail catcher may listen. */
const MAIL_CATCHER = { host: '127.0.0.1', port: 2525 };

/** The credential of a mail server without encryption, on this machine. */
export async function createMailCredential(
	n8n: N8nClient,
	{ host, port }: { host: string; port: number } = MAIL_CATCHER,
): Promise<CredentialRef> {
	const data = { user: '', password: '', host, port, secure: false, disableStartTls: true };
	return await createCredential(n8n, 'smtp', 'Mail server (this machine)', data);
}

export interface TemplateSurroundings {
	/** Where n8n says that it is; default: where it listens. */
	publicUrl?: string;
	mail?: { host: string; port: number };
}

/** One credential of every type that a template asks for, pointing at the sandbox. */
export async function createTemplateCredentials(
	n8n: N8nClient,
	sandbox: SandboxVendors & SandboxMarketo & SandboxAdobeConnect,
	{ publicUrl, mail }: TemplateSurroundings = {},
): Promise<CredentialRef[]> {
	return [
		...(await createSandboxCredentials(n8n, sandbox)),
		await createHubSpotAppCredential(n8n, sandbox, publicUrl),
		...(await createMarketoCredentials(n8n, sandbox)),
		await createAdobeConnectCredential(n8n, sandbox),
		await createMailCredential(n8n, mail),
	];
}
