import type { IExecuteFunctions } from 'n8n-workflow';

import type { DomainPattern } from '../../../shared/items/domains';
import type { Reason } from '../../../shared/model/reasons';
import { alive } from '../../../shared/node/ended';
import type { AttendanceRules } from '../../../shared/node/attendanceOptions';
import type { EventOptions } from '../../descriptions/eventOptions';
import { createClient, type HubSpotClient } from '../../transport/request';
import type { Contact } from './contact';
import type { Person } from './person';
import type { Session } from './session';

export interface SyncOptions extends EventOptions, AttendanceRules {
	/** Nothing is written. */
	preview: boolean;
	createMissingProperties: boolean;
	excludedDomains: readonly DomainPattern[];
	/** Whom the excluded domains concern. */
	exclusionsApplyTo: 'everybody' | 'newContacts';
	excludeAccountUsers: boolean;
	secondaryEmails: 'skip' | 'attribute';
	deletedContacts: 'skip' | 'create';
	/** Where polls and questions go. */
	engagement: 'leave' | 'properties' | 'note';
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
	/** What the operation says of somebody once it is known whether HubSpot knows them; null = nothing. */
	rule?: (person: Person) => Reason | null;
	/** What contacts are asked for: our properties that exist (in a preview some may be missing), and others. */
	properties: readonly string[];
	/** Requests that had been sent when the contacts began to be looked up. */
	lookedUpAt: number;
	/** Why nobody could be looked up among the deleted contacts; empty when that worked. */
	deletedUnchecked: string;
}

/** Contacts with somebody whom nothing speaks against so far. */
export function aliveContacts(run: Run): Contact[] {
	return [...run.contacts.values()].filter(({ people }) => alive(people).length > 0);
}

/** A run at its beginning. */
export async function newRun(
	context: IExecuteFunctions,
	start: Pick<Run, 'options' | 'startedAt' | 'people' | 'sessions'>,
): Promise<Run> {
	return {
		...start,
		client: await createClient(context),
		contacts: new Map(),
		properties: [],
		lookedUpAt: 0,
		deletedUnchecked: '',
	};
}
