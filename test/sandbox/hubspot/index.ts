import type { FastifyInstance } from 'fastify';
import type { HubSpotSide } from '../contract';
import type { Kernel } from '../kernel/kernel';
import type { HubSpotWorld } from '../world';
import { accountRoutes } from './account';
import { associationBatchRoutes } from './associations/batchRoutes';
import { associationRoutes } from './associations/routes';
import { contactBatchRoutes } from './contacts/batchRoutes';
import { mergeContacts } from './contacts/merge';
import { mergeRoutes } from './contacts/mergeRoutes';
import { contactRoutes } from './contacts/routes';
import { ContactStore, SEARCH_DELAY_MS } from './contacts/store';
import { APP, type Portal } from './context';
import { engagementBatchRoutes } from './engagements/batchRoutes';
import { ALL_KINDS } from './engagements/kinds';
import { engagementRoutes } from './engagements/routes';
import { engagementStores } from './engagements/store';
import { attendanceRoutes } from './events/attendanceRoutes';
import { externalEventRoutes } from './events/externalRoutes';
import { eventListRoutes } from './events/listRoutes';
import { objectEventRoutes } from './events/objectRoutes';
import { participationRoutes } from './events/participationRoutes';
import { EventStore } from './events/store';
import { takeForms } from './files/body';
import { fileImportRoutes } from './files/importRoutes';
import { fileRoutes } from './files/routes';
import { FileStore } from './files/store';
import { guard } from './http/guard';
import { Shuffler } from './http/random';
import { addRoutes, answerInHubSpotsWords } from './http/router';
import { listRoutes } from './lists/routes';
import { ListStore } from './lists/store';
import { Authorizations } from './oauth/authorizations';
import { registerOAuth } from './oauth/routes';
import { TokenStore } from './oauth/tokens';
import { peopleRoutes } from './people/routes';
import { portalRules } from './portalRules';
import { groupRoutes } from './schema/groupRoutes';
import { propertyRoutes } from './schema/propertyRoutes';
import { Schemas } from './schema/schemas';
import { limitSearch } from './search/limit';
import { searchRoutes } from './search/routes';
import { transcriptRoutes } from './transcripts/routes';
import { TranscriptStore } from './transcripts/store';
import { Workflows } from './workflows/side';

export interface HubSpotOptions {
	/** How long a participation stays invisible after its POST, milliseconds on the sandbox's clock. */
	participationDelayMs: number;
}

/**
 * Plays a HubSpot portal on the given instance: accounts, contacts, activities, properties, users,
 * owners, files, lists and marketing events, each under its numbered and its dated paths.
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
		events: new EventStore(kernel, world.foreignEvents),
		engagements: engagementStores(kernel, () => world.searchDelayMs ?? SEARCH_DELAY_MS),
		files: new FileStore(kernel, () => world.maxFileBytes),
		transcripts: new TranscriptStore(kernel),
		lists: new ListStore(kernel),
		random: new Shuffler(world.portalId),
		tokens: new TokenStore(world, kernel.now, APP),
	};
	const delayMs = options.participationDelayMs;

	answerInHubSpotsWords(app);
	takeForms(app);
	portalRules(app, world);
	guard(app, portal);
	limitSearch(app, portal);
	const authorizations = new Authorizations(kernel.now);
	registerOAuth(app, portal, authorizations);
	const closing = new AbortController();
	app.addHook('onClose', async () => closing.abort());
	const workflows = new Workflows(portal, closing.signal);
	addRoutes(app, portal.tokens, [
		...accountRoutes(portal),
		...contactRoutes(portal),
		...contactBatchRoutes(portal),
		...mergeRoutes(portal),
		...ALL_KINDS.flatMap((facts) => [
			...engagementRoutes(portal, facts),
			...engagementBatchRoutes(portal, facts),
		]),
		...associationRoutes(portal),
		...associationBatchRoutes(portal),
		...searchRoutes(portal),
		...propertyRoutes(portal),
		...groupRoutes(portal),
		...peopleRoutes(portal),
		...externalEventRoutes(portal, delayMs),
		...objectEventRoutes(portal, delayMs),
		...attendanceRoutes(portal),
		...participationRoutes(portal, delayMs),
		...eventListRoutes(portal),
		...fileRoutes(portal),
		...fileImportRoutes(portal),
		...transcriptRoutes(portal),
		...listRoutes(portal),
		...workflows.routes(),
	]);

	return {
		world,
		workflows,
		revokeTokens: ({ refreshTokens = false } = {}) => {
			portal.tokens.revokeAll();
			if (refreshTokens) authorizations.revokeAll();
		},
		contacts: portal.contacts.byId,
		events: portal.events.events,
		properties: portal.schemas.contacts.properties,
		contactByEmail: (email) => {
			portal.contacts.distrustIndex();
			return portal.contacts.findByEmail(email);
		},
		calls: portal.engagements.calls.byId,
		notes: portal.engagements.notes.byId,
		meetings: portal.engagements.meetings.byId,
		files: portal.files.byId,
		transcripts: portal.transcripts.byId,
		lists: portal.lists.byId,
		merge: (primaryId, otherId) => mergeContacts(portal, primaryId, otherId).id,
		archive: (contactId) => {
			const contact = portal.contacts.findById(contactId);
			if (contact === undefined) throw new Error(`There is no contact ${contactId}`);
			portal.contacts.archive(contact);
		},
	};
}
