import type { FastifyInstance } from 'fastify';
import type { HubSpotSide } from '../contract';
import type { Kernel } from '../kernel/kernel';
import type { HubSpotWorld } from '../world';
import { accountRoutes } from './account';
import { contactBatchRoutes } from './contacts/batchRoutes';
import { contactRoutes } from './contacts/routes';
import { ContactStore } from './contacts/store';
import type { Portal } from './context';
import { attendanceRoutes } from './events/attendanceRoutes';
import { externalEventRoutes } from './events/externalRoutes';
import { objectEventRoutes } from './events/objectRoutes';
import { participationRoutes } from './events/participationRoutes';
import { EventStore } from './events/store';
import { guard } from './http/guard';
import { Shuffler } from './http/random';
import { addRoutes, answerInHubSpotsWords } from './http/router';
import { peopleRoutes } from './people/routes';
import { groupRoutes } from './schema/groupRoutes';
import { propertyRoutes } from './schema/propertyRoutes';
import { Schemas } from './schema/schemas';

export interface HubSpotOptions {
	/** How long a participation stays invisible after its POST, milliseconds on the sandbox's clock. */
	participationDelayMs: number;
}

/**
 * Plays a HubSpot portal on the given instance: accounts, contacts, properties, users, owners and
 * marketing events, each under its numbered and its dated paths.
 * @param app register it under a prefix of its own; hooks and error handler are set on it
 * @returns the portal's live state; tests read it and may change it
 */
export function registerHubSpot(
	app: FastifyInstance,
	kernel: Kernel,
	world: HubSpotWorld,
	options: HubSpotOptions,
): HubSpotSide {
	const portal: Portal = {
		kernel,
		world,
		contacts: new ContactStore(world, kernel),
		schemas: new Schemas(world),
		events: new EventStore(kernel),
		random: new Shuffler(world.portalId),
	};
	const delayMs = options.participationDelayMs;

	answerInHubSpotsWords(app);
	guard(app, portal);
	addRoutes(app, world, [
		...accountRoutes(portal),
		...contactRoutes(portal),
		...contactBatchRoutes(portal),
		...propertyRoutes(portal),
		...groupRoutes(portal),
		...peopleRoutes(portal),
		...externalEventRoutes(portal, delayMs),
		...objectEventRoutes(portal, delayMs),
		...attendanceRoutes(portal),
		...participationRoutes(portal, delayMs),
	]);

	return {
		world,
		contacts: portal.contacts.byId,
		events: portal.events.events,
		properties: portal.schemas.contacts.properties,
		contactByEmail: (email) => {
			portal.contacts.distrustIndex();
			return portal.contacts.findByEmail(email);
		},
	};
}
