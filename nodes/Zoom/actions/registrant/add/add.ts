import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { explain } from '../../../../shared/model/reasons';
import type { Written } from '../../../../shared/node/people';
import { Run } from '../../../../shared/registrants/door';
import { groupedBy } from '../../../../shared/model/groups';
import { openOnes } from '../../../../shared/registrants/person';
import { previewHint } from '../../../../shared/registrants/preview';
import { siftByItem, siftDuplicates } from '../../../../shared/registrants/sift';
import { concurrently } from '../../../../shared/transport/concurrently';
import { toForm } from '../../../mapping/registrationForm';
import { getRegistrationForm, getWebinar } from '../../../transport/endpoints/webinars';
import { tellingMeetings } from '../../../transport/whatIsIt';
import { readDirectory } from '../directory';
import { WEBINARS_AT_ONCE } from '../door';
import { approveAgain } from './approveAgain';
import type { ZoomCandidate } from './candidate';
import { readCandidates, readZoomAddOptions, type ZoomAddOptions } from './input';
import { isKnownBefore } from './judge';
import { previewPeople } from './preview';
import { registerPeople } from './register';
import { siftByForm, siftOccurrences } from './sift';
import { readRules, targetsOf, type Target } from './target';

/**
 * Registers people, over all items at once; each item may name another webinar. Per webinar: its
 * details, once; who is registered already; its form; then the calls.
 */
export async function addRegistrants(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	if (items.length === 0) return [];
	const options = readZoomAddOptions(this);
	const people = readCandidates(this, items);
	siftByItem(people);
	const run = new Run(this);
	const targets: Target[] = [];
	const webinars = groupedBy(openOnes(people), ({ wish }) => wish?.webinarId);
	await concurrently(webinars, WEBINARS_AT_ONCE, async (group) => {
		targets.push(...(await addToWebinar(run, options, group)));
	});
	const written = people.map((person) => person.written(options.preview));
	if (options.preview) {
		const results = written.map(({ outcome }) => outcome.result);
		const calls = targets.reduce((sum, { callsPlanned }) => sum + callsPlanned, 0);
		// Older versions of n8n have no hints.
		this.addExecutionHints?.(previewHint(results, calls));
	}
	return written;
}

async function addToWebinar(
	run: Run,
	options: ZoomAddOptions,
	people: ZoomCandidate[],
): Promise<Target[]> {
	const { context } = run;
	const webinarId = people[0]?.wish?.webinarId ?? '';
	const read = await run.attempt(
		async () => await tellingMeetings(context, webinarId, getWebinar(context, webinarId)),
	);
	if (!read.ok) {
		for (const person of people) person.refuse(read.error);
		return [];
	}
	const rules = readRules(read.value);
	if (rules.registrationOff) {
		const { message, repair } = explain('registrationNotEnabled');
		for (const person of people) person.fail('registrationNotEnabled', { message, repair });
		return [];
	}
	const targets = targetsOf(run, webinarId, rules, options, people);
	for (const target of targets) await addToTarget(target);
	return targets;
}

async function addToTarget(target: Target): Promise<void> {
	siftOccurrences(target);
	siftDuplicates(target.people, 'this webinar and its occurrences');
	await lookUp(target);
	await readForm(target);
	siftByForm(target);
	if (target.options.preview) {
		previewPeople(target);
		return;
	}
	await registerPeople(target);
	await approveAgain(target);
}

/** Whoever is registered already costs no call of their own. */
async function lookUp(target: Target): Promise<void> {
	const people = openOnes(target.people);
	if (people.length === 0) return;
	const { lookUp: chosen } = target.options;
	// Of single occurrences the lists alone tell who is registered.
	const mode = chosen === 'auto' && target.occurrenceIds.length > 0 ? 'always' : chosen;
	const read = await readDirectory(target, mode, people.length);
	if (!read.ok) {
		for (const person of people) person.refuse(read.error);
		return;
	}
	target.directory = read.value;
	for (const person of people) {
		const registrant = read.value.find(person.email);
		if (registrant !== undefined) isKnownBefore(target, person, registrant);
	}
}

async function readForm(target: Target): Promise<void> {
	const people = openOnes(target.people).filter(({ toApprove }) => !toApprove);
	if (people.length === 0) return;
	const { context, webinarId } = target;
	const read = await target.attempt(async () => await getRegistrationForm(context, webinarId));
	if (read.ok) target.form = toForm(read.value);
	else for (const person of people) person.refuse(read.error);
}
