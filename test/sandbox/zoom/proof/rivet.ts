/** Zoom's own client library, loaded under its public name with the types that stand beside it. */
import type * as Rivet from '@zoom/rivet/meetings/meetings';
import type { Sandbox } from '../../contract';
import { accessToken } from './call';

// The package exports `@zoom/rivet/meetings` only in a way that `moduleResolution: node` cannot type.
const rivet: typeof Rivet = jest.requireActual('@zoom/rivet/meetings');

export const { AwsLambdaReceiver, isCoreError } = rivet;

/** A client whose API base is the sandbox; rivet's own token address cannot be changed. */
export async function rivetClient(sandbox: Sandbox): Promise<Rivet.MeetingsS2SAuthClient> {
	const { clientId, clientSecret, accountId, webhookSecretToken, scopes } = sandbox.zoom.world;
	const accessTokenNow = await accessToken(sandbox);
	const options = {
		clientId,
		clientSecret,
		accountId,
		webhooksSecretToken: webhookSecretToken,
		baseUrl: `${sandbox.zoomBaseUrl}/v2`,
		tokenStore: {
			getLatestToken: () => ({
				accessToken: accessTokenNow,
				expirationTimeIso: new Date(Date.now() + 3_600_000).toISOString(),
				scopes,
			}),
			storeToken: () => undefined,
		},
	};
	return new rivet.MeetingsS2SAuthClient(options);
}
