import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Outcome } from '../../../shared/model/outcome';
import type { Summarised } from '../../../shared/node/people';
import { changeStatuses } from '../people/changeStatuses';
import { checkMemberFields } from '../people/checkMemberFields';
import { findLeads } from '../people/findLeads';
import { finish } from '../people/finish';
import { loadPrograms } from '../people/loadPrograms';
import { readPeopleOptions } from '../people/options';
import type { Person } from '../people/person';
import { readMembers } from '../people/readMembers';
import { newRun } from '../people/run';
import { dropDuplicates, siftPeople, whoseItem } from '../people/sift';
import { writeMemberData } from '../people/writeMemberData';
import { giveGeneralLinks, needsGeneralLink } from './generalLink';
import { readRegistering, webinarOf } from './input';

/**
 * Writes who is registered, waits, was refused or could not be registered to the members of Marketo's
 * programs, over all items at once.
 */
export async function syncRegistrations(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Summarised> {
	if (items.length === 0) return { written: [], summaries: [] };
	const options = readPeopleOptions(this);
	const registering = readRegistering(this, items);
	const run = await newRun(
		this,
		options,
		registering.map(({ person }) => person),
	);
	siftPeople(run.people, options);
	const needing = new Set(
		registering.flatMap(({ person, item }) =>
			item !== null && item.generalUrl === '' && needsGeneralLink(item) ? [person] : [],
		),
	);
	await loadPrograms(this, run, (person) => ({ tokens: needing.has(person) }));
	dropDuplicates(run.people, whoseItem, SUPERSEDED);
	giveGeneralLinks(registering);
	await checkMemberFields(run);
	await findLeads(run);
	await readMembers(run);
	await changeStatuses(run);
	await writeMemberData(run);
	return finish(this, run, { told, webinarOf: (item) => webinarOf(registering[item]!) });
}

const SUPERSEDED = {
	message: 'The same registration came more than once; the latest news of it was used',
	repair: '',
};

/** What was done to a registration is said rather than that its member was updated. */
function told({ steps, wish }: Person, outcome: Outcome): Outcome {
	if (steps.status?.result !== 'synced' || outcome.action !== 'updated') return outcome;
	const { status } = wish;
	return status !== null && 'kind' in status ? { ...outcome, action: status.kind } : outcome;
}
