import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Written } from '../../../../shared/node/people';
import type { Run } from '../../../../shared/registrants/door';
import { groupedBy } from '../../../../shared/model/groups';
import { openOnes } from '../../../../shared/registrants/person';
import { previewHint } from '../../../../shared/registrants/preview';
import { siftByItem, siftDuplicates } from '../../../../shared/registrants/sift';
import { createClient, type AdobeClient } from '../../../transport/request';
import { startRun } from '../../people/door';
import { findChosen } from '../../people/webinarOf';
import { approveAgain } from './approveAgain';
import type { AdobeCandidate } from './candidate';
import { readAdobeAddOptions, readCandidates, type AdobeAddOptions } from './input';
import { lookUpPeople } from './lookUpPeople';
import { previewPeople } from './preview';
import { giveEntry } from './room/giveEntry';
import { readForm } from './event/readForm';
import { registerPeople } from './event/registerPeople';
import { siftByEvent, siftByForm } from './event/sift';
import { Target } from './target';

/**
 * Registers people, over all items at once; each item may name another webinar. Per webinar: its details,
 * once; who is registered already; for events its form; then the calls, one after the other.
 */
export async function addRegistrants(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	if (items.length === 0) return [];
	const client = await createClient(this);
	const options = await readAdobeAddOptions(this);
	const people = readCandidates(this, items, client);
	siftByItem(people);
	const run = startRun(this);
	let callsPlanned = 0;
	const chosen = ({ wished: { key, occurrenceId } }: AdobeCandidate) => [key, occurrenceId];
	for (const group of groupedBy(openOnes(people), chosen)) {
		callsPlanned += await addToWebinar(run, client, options, group);
	}
	const written = people.map((person) => person.written(options.preview));
	if (options.preview) {
		const results = written.map(({ outcome }) => outcome.result);
		// Older versions of n8n have no hints.
		this.addExecutionHints?.(previewHint(results, callsPlanned));
	}
	return written;
}

/** @returns of a preview: how many calls would write */
async function addToWebinar(
	run: Run,
	client: AdobeClient,
	options: AdobeAddOptions,
	people: readonly AdobeCandidate[],
): Promise<number> {
	const choice = people[0]!.wished;
	const read = await run.attempt(async () => await findChosen(client, choice));
	if (!read.ok) {
		for (const person of people) person.refuse(read.error);
		return 0;
	}
	const target = new Target(run, client, read.value, options, people);
	siftByEvent(target);
	siftDuplicates(people, 'this webinar');
	await lookUpPeople(target);
	await readForm(target);
	siftByForm(target);
	if (options.preview) {
		previewPeople(target);
		return target.callsPlanned;
	}
	if (target.rules === null) await giveEntry(target);
	else await registerPeople(target, target.rules);
	await approveAgain(target);
	return 0;
}
