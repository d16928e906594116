import type { INode } from 'n8n-workflow';

import { asObject, asText } from '../../shared/transport/json';
import { issuedAt } from './freshScopes';
import { checkedApiUrl, regionalApiUrl } from './paths';

export const ZOOM_CREDENTIALS = [
	'zoomWebinarServerToServerOAuth2Api',
	'zoomWebinarOAuth2Api',
] as const;

export type ZoomCredentialName = (typeof ZOOM_CREDENTIALS)[number];

/** What the parts of this vendor need of any of n8n's contexts to reach a credential. */
export interface CredentialContext {
	getNode(): INode;
	getCredentials(type: string): Promise<object>;
}

/** What a credential says about the account; secrets stay in n8n. */
export interface ZoomAccount {
	credential: ZoomCredentialName;
	/** The API's address, checked. */
	apiUrl: string;
	/** Empty where the credential does not tell (OAuth2 without its optional field). */
	accountId: string;
	/** Epoch milliseconds, undefined before the first token. */
	tokenIssuedAt: number | undefined;
	/** Zoom counts its limits per account, whatever credential is used. */
	rateKey: string;
}

/** The credential type that the node's field Authentication chooses. */
export function chosenCredential(node: INode): ZoomCredentialName {
	return node.parameters.authentication === 'oAuth2'
		? 'zoomWebinarOAuth2Api'
		: 'zoomWebinarServerToServerOAuth2Api';
}

/**
 * The account behind the chosen credential.
 * @throws ParameterError when its Base URL cannot be used
 */
export async function zoomAccount(context: CredentialContext): Promise<ZoomAccount> {
	const credential = chosenCredential(context.getNode());
	const { apiUrl, region, accountId, clientId, oauthTokenData } = (await context.getCredentials(
		credential,
	)) as Record<string, unknown>;
	const checked = checkedApiUrl(apiUrl, region);
	return {
		credential,
		apiUrl: regionalApiUrl(asObject(oauthTokenData).api_url, region) ?? checked,
		tokenIssuedAt: issuedAt(oauthTokenData),
		accountId: asText(accountId).trim(),
		rateKey: asText(accountId).trim() || asText(clientId),
	};
}
