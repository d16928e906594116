import type { N8nClient } from '../../host/server/n8nClient';

/**
 * Connects an OAuth2 credential by n8n's own flow: the vendor's page, its consent, the code, the token.
 * @returns the address of the vendor's page, as n8n made it
 * @throws Error when n8n could not connect
 */
export async function connect(
	n8n: N8nClient & { cookie: string },
	credentialId: string,
): Promise<URL> {
	const asked = new URL(
		await n8n.rest<string>('GET', `/oauth2-credential/auth?id=${credentialId}`),
	);
	const agreed = await fetch(asked, { redirect: 'manual' });
	const callback = new URL(agreed.headers.get('location') ?? '');
	expect([agreed.status, callback.pathname]).toEqual([302, '/rest/oauth2-credential/callback']);
	const done = await fetch(callback, { headers: { cookie: n8n.cookie } });
	expect([done.status, await done.text()]).toEqual([200, expect.not.stringMatching(/error/i)]);
	return asked;
}
