import {
	createAdobeConnectCredential,
	createMarketoCredentials,
	createSandboxCredentials,
} from '../../../host/drive/credentials';
import { startSandbox } from '../../../sandbox';
import type { AdobeConnectSide } from '../../../sandbox/adobeConnect/contract';
import type { Sandbox } from '../../../sandbox/contract';
import type { World } from '../../../sandbox/world';
import { makeStory } from '../../../story';
import type { Story } from '../../../story/contract';
import { Canvas } from '../../support/canvas';

/** Adobe Connect, HubSpot and Marketo in the sandbox, and a real n8n between them with all credentials. */
export class AdobeStage extends Canvas {
	private constructor(
		readonly story: Story,
		readonly sandbox: Sandbox,
	) {
		super();
	}

	/**
	 * @param seed of the story, another one in each file
	 * @param prepare changes the world before the curtain rises; `now` is ISO UTC
	 */
	static async set(
		seed: number,
		prepare: (world: World, now: string) => void = () => {},
	): Promise<AdobeStage> {
		const now = new Date().toISOString();
		const story = makeStory({ seed, registrants: 30, now });
		prepare(story.world, now);
		const stage = new AdobeStage(story, await startSandbox({ world: story.world }));
		const { n8n, sandbox } = stage;
		stage.hold(await createSandboxCredentials(n8n, sandbox));
		stage.hold(await createMarketoCredentials(n8n, sandbox));
		stage.hold([await createAdobeConnectCredential(n8n, sandbox)]);
		return stage;
	}

	get adobe(): AdobeConnectSide {
		return this.sandbox.adobeConnect;
	}

	/** Takes everything away again. */
	async close(): Promise<void> {
		await this.clear();
		await this.sandbox.close();
	}
}
