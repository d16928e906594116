import { createHash } from 'crypto';
import type { INode } from 'n8n-workflow';

import { checkedBaseUrl, type AddressField } from '../../shared/transport/baseUrl';
import { asObject, asText } from '../../shared/transport/json';

export type HubSpotCredentialName = 'hubSpotWebinarServiceKeyApi' | 'hubSpotWebinarOAuth2Api';

/** What the parts of this vendor need of any of n8n's contexts to reach a credential. */
export interface CredentialContext {
	getNode(): INode;
	getCredentials(type: string): Promise<object>;
}

/** What a credential says about the account; secrets stay in n8n. */
export interface HubSpotAccount {
	credential: HubSpotCredentialName;
	/** The API's address, checked. */
	baseUrl: string;
	/** HubSpot counts its limits per app and account. */
	rateKey: string;
}

const BASE_URL: AddressField = {
	credential: 'HubSpot',
	repair:
		'Set Base URL in the HubSpot credential to https://api.hubapi.com, or to the https address of your own gateway',
};

/** The credential type that the node's field Authentication chooses. */
export function chosenCredential(node: INode): HubSpotCredentialName {
	return node.parameters.authentication === 'oAuth2'
		? 'hubSpotWebinarOAuth2Api'
		: 'hubSpotWebinarServiceKeyApi';
}

/**
 * The account behind the chosen credential.
 * @throws ParameterError when its Base URL cannot be used
 */
export async function hubSpotAccount(context: CredentialContext): Promise<HubSpotAccount> {
	const credential = chosenCredential(context.getNode());
	const fields = asObject(await context.getCredentials(credential));
	const { hub_id: hubId, refresh_token: refreshToken } = asObject(fields.oauthTokenData);
	const identity =
		credential === 'hubSpotWebinarServiceKeyApi'
			? [fields.apiKey]
			: [fields.clientId, asText(hubId) || refreshToken];
	const hash = createHash('sha256').update(identity.map(asText).join(' ')).digest('hex');
	return {
		credential,
		baseUrl: checkedBaseUrl(fields.baseUrl, BASE_URL),
		rateKey: `hubspot ${hash.slice(0, 16)}`,
	};
}
