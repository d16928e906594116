import type { HubSpotClient } from '../../transport/request';
import type { Contact } from './contact';
import { alive, type Person } from './person';
import type { Session } from './session';

export interface SyncOptions {
	/** Nothing is written. */
	preview: boolean;
	createMissingProperties: boolean;
	/** Lower case. */
	excludedDomains: string[];
	excludeAccountUsers: boolean;
	includePanelistsAndHosts: boolean;
	readBackAfterSeconds: number;
}

/** One run of the operation over all items: what the stages hand on to one another. */
export interface Run {
	client: HubSpotClient;
	options: SyncOptions;
	/** ISO 8601 UTC. */
	startedAt: string;
	/** One per input item, in their order. */
	people: readonly Person[];
	/** Sessions to be written. */
	sessions: readonly Session[];
	/** By address, of people who were not left out. */
	contacts: Map<string, Contact>;
	/** Our properties that exist; in a preview some may be missing. */
	properties: readonly string[];
	/** Why nobody could be looked up among the deleted contacts; empty when that worked. */
	deletedUnchecked: string;
}

/** Contacts with somebody whom nothing speaks against so far. */
export function aliveContacts(run: Run): Contact[] {
	return [...run.contacts.values()].filter(({ people }) => alive(people).length > 0);
}
