import type { Kernel } from '../kernel/kernel';
import type { HubSpotWorld } from '../world';
import type { ContactStore } from './contacts/store';
import type { EngagementStores } from './engagements/store';
import type { EventStore } from './events/store';
import type { FileStore } from './files/store';
import type { Shuffler } from './http/random';
import type { ListStore } from './lists/store';
import type { TokenStore } from './oauth/tokens';
import type { Schemas } from './schema/schemas';
import type { TranscriptStore } from './transcripts/store';

/** The portal, as its routes see it. */
export interface Portal {
	kernel: Kernel;
	world: HubSpotWorld;
	contacts: ContactStore;
	schemas: Schemas;
	events: EventStore;
	engagements: EngagementStores;
	files: FileStore;
	transcripts: TranscriptStore;
	lists: ListStore;
	random: Shuffler;
	tokens: TokenStore;
}

/** The app behind the service key, as marketing events and created contacts name it. */
export const APP = { id: 19083857, name: 'Service key' } as const;

export const UI_DOMAIN = 'app.hubspot.com';

/** Sandbox time as ISO UTC. */
export function isoNow(kernel: Kernel): string {
	return new Date(kernel.now()).toISOString();
}
