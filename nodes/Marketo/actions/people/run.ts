import type { IExecuteFunctions } from 'n8n-workflow';

import type { DomainPattern } from '../../../shared/items/domains';
import { createClient, type MarketoClient } from '../../transport/request';
import type { Lead } from './lead';
import type { Person } from './person';
import type { MemberFields, ProgramPart } from './programPart';

export interface PeopleOptions {
	/** Nothing is written. */
	preview: boolean;
	/** People whom Marketo does not have are created; else they fail. */
	createMissing: boolean;
	/** Whether fields of people whom Marketo has are written. */
	knownPeople: 'update' | 'leave';
	/** What to do where several people have one address. */
	duplicates: 'refuse' | 'newest';
	/** Lead partition of people who are created; empty = Marketo decides. */
	partition: string;
	excludedDomains: readonly DomainPattern[];
}

/** One run of an operation over all items: what the stages hand on to one another. */
export interface Run {
	client: MarketoClient;
	options: PeopleOptions;
	/** ISO 8601 UTC. */
	startedAt: string;
	/** One per input item, in their order. */
	people: readonly Person[];
	/** Of people who were not left out. */
	parts: ProgramPart[];
	leads: Lead[];
	/** Custom member fields that are used, and the standard ones. */
	memberFields: MemberFields;
}

/** A run at its beginning. */
export async function newRun(
	context: IExecuteFunctions,
	options: PeopleOptions,
	people: readonly Person[],
): Promise<Run> {
	return {
		client: await createClient(context),
		options,
		startedAt: new Date().toISOString(),
		people,
		parts: [],
		leads: [],
		memberFields: new Map(),
	};
}
