import { asObject, asText } from '../../shared/transport/json';
import { ADOBE_CONNECT_CREDENTIAL, type CredentialContext } from '../transport/credential';

/** The credential's secret for personal join links, for `signJoinLink` and `verifyJoinLink`; empty = none. */
export async function joinLinkSecret(context: CredentialContext): Promise<string> {
	const fields = asObject(await context.getCredentials(ADOBE_CONNECT_CREDENTIAL));
	return asText(fields.joinLinkSecret).trim();
}
