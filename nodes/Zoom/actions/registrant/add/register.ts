import { normaliseEmail } from '../../../../shared/model/email';
import { openOnes } from '../../../../shared/registrants/person';
import { concurrently } from '../../../../shared/transport/concurrently';
import { namesBody, registrationBody } from '../../../mapping/registration';
import { addRegistrant, addRegistrants } from '../../../transport/endpoints/registrantWrites';
import { isUncertain } from '../../../transport/told';
import { CALLS_AT_ONCE } from '../changeStatus';
import { closesForBatch, isAboutBatch } from '../door';
import type { ZoomCandidate } from './candidate';
import { planCalls } from './plan';
import { readBack } from './readBack';
import { settle } from './settle';
import type { Target } from './target';

/**
 * Registers everybody who is still to be: first call, the second one of those whose batch was
 * refused, and, after the lists were read, of those whose answer was lost. Nobody gets a third call,
 * and a batch is never divided: each call counts against Zoom's three a day and person.
 */
export async function registerPeople(target: Target): Promise<void> {
	await concurrently(planCalls(target), CALLS_AT_ONCE, async (group) => {
		if (group.length > 1) await registerBatch(target, group);
		else await registerOne(target, group[0]!);
	});
	const refused = openOnes(target.people).filter(({ calls, lost }) => calls === 1 && !lost);
	await registerEach(
		target,
		refused.filter(({ toApprove }) => !toApprove),
	);
	for (let again = await readBack(target); again.length > 0; again = await readBack(target)) {
		await registerEach(target, again);
	}
}

async function registerEach(target: Target, people: readonly ZoomCandidate[]): Promise<void> {
	await concurrently(people, CALLS_AT_ONCE, async (person) => await registerOne(target, person));
}

/** Whoever Zoom's answer does not name is looked for like somebody whose answer was lost. */
async function registerBatch(target: Target, people: readonly ZoomCandidate[]): Promise<void> {
	const { context, webinarId } = target;
	const bodies = people.map(({ registration }) => namesBody(registration));
	const attempted = await target.attempt(async () => {
		for (const person of people) person.called('batch');
		return await addRegistrants(context, webinarId, bodies);
	}, closesForBatch);
	if (!attempted.ok) {
		const { error } = attempted;
		for (const person of people) {
			if (isUncertain(error)) person.lost = true;
			else if (!isAboutBatch(error) || person.calls === 0) person.refuse(error);
		}
		return;
	}
	target.run.wrote = true;
	const answers = new Map(attempted.value.map((row) => [normaliseEmail(row.email), row]));
	for (const person of people) {
		const answer = answers.get(person.email);
		if (answer === undefined) person.lost = true;
		else await settle(target, person, answer);
	}
}

async function registerOne(target: Target, person: ZoomCandidate): Promise<void> {
	const { context, webinarId, occurrenceIds, form } = target;
	const body = registrationBody(person.registration, form);
	const attempted = await target.attempt(async () => {
		person.called('single');
		return await addRegistrant(context, webinarId, occurrenceIds, body);
	});
	if (!attempted.ok) {
		if (isUncertain(attempted.error)) person.lost = true;
		else person.refuse(attempted.error);
		return;
	}
	target.run.wrote = true;
	await settle(target, person, attempted.value);
}
