import { keepSecret } from '../secrets/book';
import type { World } from './world';

/** What a world's owner types into credentials, and what its people sign in with. */
export function keepWorldSecrets({ zoom, hubspot, marketo, adobeConnect }: World): void {
	keepSecret('Zoom client secret', zoom.clientSecret);
	keepSecret('Zoom webhook secret token', zoom.webhookSecretToken);
	keepSecret('HubSpot service key', hubspot.serviceKey);
	keepSecret('HubSpot client secret', hubspot.oauthApp?.clientSecret);
	keepSecret('HubSpot developer key', hubspot.oauthApp?.developerApiKey);
	keepSecret('Marketo client secret', marketo?.clientSecret);
	for (const { password } of adobeConnect?.principals ?? []) {
		keepSecret('Adobe Connect password', password);
	}
}
