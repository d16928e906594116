import { startSandbox } from '../../sandbox';
import type { AdobeConnectWorld } from '../../sandbox/adobeConnect/world';
import type { Sandbox, SandboxOptions } from '../../sandbox/contract';
import { makeStory } from '../../story';
import type { Story, StoryOptions } from '../../story/contract';
import type { CredentialValues } from './credentials';
import { judgeAdobeConnect, judgeMarketo } from './judge';

export interface Stage {
	story: Story;
	sandbox: Sandbox;
	zoom: CredentialValues;
	hubspot: CredentialValues;
	marketo: CredentialValues;
	/** Of the user who may do everything. */
	adobeConnect: CredentialValues;
	/** Without the trigger's other vendor: what `runNode` needs for one node. */
	close(): Promise<void>;
}

export interface StageOptions extends Partial<SandboxOptions> {
	/** Instead of the story's; `adobeWorld({}, now)` is a small one. */
	adobeConnect?: AdobeConnectWorld;
}

/** A story's world on a running sandbox, with the credentials a user would have typed. */
export async function stage(
	options: Partial<StoryOptions> = {},
	{ adobeConnect, ...sandboxOptions }: StageOptions = {},
): Promise<Stage> {
	const story = makeStory({
		seed: 11,
		registrants: 200,
		now: new Date(Math.floor(Date.now() / 1000) * 1000).toISOString(),
		...options,
	});
	const account = adobeConnect ?? story.world.adobeConnect;
	const world = { ...story.world, ...(account ? { adobeConnect: account } : {}) };
	const sandbox = await startSandbox({ world, ...sandboxOptions });
	const user = account?.principals.find(({ password }) => password !== undefined);
	return {
		story,
		sandbox,
		zoom: {
			zoomWebinarServerToServerOAuth2Api: {
				accountId: story.world.zoom.accountId,
				clientId: story.world.zoom.clientId,
				clientSecret: story.world.zoom.clientSecret,
				region: 'custom',
				baseUrl: sandbox.zoomBaseUrl,
				webhookSecretToken: story.world.zoom.webhookSecretToken,
			},
		},
		hubspot: {
			hubSpotWebinarServiceKeyApi: {
				apiKey: story.world.hubspot.serviceKey,
				baseUrl: sandbox.hubspotBaseUrl,
			},
		},
		marketo: {
			marketoRestOAuth2Api: {
				endpoint: sandbox.marketoBaseUrl,
				clientId: story.world.marketo?.clientId ?? '',
				clientSecret: story.world.marketo?.clientSecret ?? '',
			},
		},
		adobeConnect: {
			adobeConnectApi: {
				host: sandbox.adobeBaseUrl,
				authentication: 'password',
				login: user?.login ?? '',
				password: user?.password ?? '',
			},
		},
		close: async () => {
			await sandbox.close();
			judgeMarketo(sandbox);
			judgeAdobeConnect(sandbox);
		},
	};
}
