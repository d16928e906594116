import type { IExecuteFunctions } from 'n8n-workflow';

import { errorCodeOf } from '../../../../shared/items/registrationStatus';
import { cut } from '../../../../shared/items/text';
import { causeOf, isCancelled } from '../../../../shared/node/errors';
import { asText, isObject } from '../../../../shared/transport/json';
import { REGISTRATION_CODE, WEBINAR_URL, type FieldValues } from '../../../mapping/memberFields';
import { changeStatuses } from '../../people/changeStatuses';
import { checkMemberFields } from '../../people/checkMemberFields';
import { findLeads } from '../../people/findLeads';
import { loadPrograms } from '../../people/loadPrograms';
import { unreadable, type Person } from '../../people/person';
import { readMembers } from '../../people/readMembers';
import { newRun, type PeopleOptions } from '../../people/run';
import { siftPeople } from '../../people/sift';
import { writeMemberData } from '../../people/writeMemberData';
import type { Answered } from './answered';

/** Marketo knows everybody who waits, and their fields are Marketo's matter. */
const OPTIONS: PeopleOptions = {
	preview: false,
	createMissing: false,
	knownPeople: 'leave',
	duplicates: 'refuse',
	partition: '',
	excludedDomains: [],
};

/**
 * Writes join link, registration code and status to the members of the program, before Marketo is told:
 * a mail that is the next step of the campaign needs the link. Whoever could not be written is told as
 * failed, by what spoke against it. Only a cancelled execution is thrown.
 */
export async function writeToProgram(
	context: IExecuteFunctions,
	answered: readonly Answered[],
): Promise<void> {
	const reasonField = asText(context.getNodeParameter('options.reasonField', 0, '')).trim();
	const programs = new Map<Person, number | undefined>();
	// The fields of an item are read by its place.
	const people = answered.map((one, index) => {
		const wish = wishOf(one, reasonField);
		if (one.waiting === null || wish === null) return unreadable('', '');
		const typed = hasProgram(context, index);
		if (!typed && one.waiting.programId === null) {
			one.person.step('program', 'skipped', 'The campaign is in no program');
			return unreadable('', '');
		}
		one.person.wish = wish;
		programs.set(one.person, typed ? undefined : (one.waiting.programId ?? undefined));
		return one.person;
	});
	if (programs.size === 0) return;
	await writePeople(context, people, programs).catch((error: unknown) => {
		if (isCancelled(context, error)) throw error;
		const { message, repair, reason } = causeOf(error);
		for (const person of programs.keys()) person.fail(message, repair, 'program', reason);
	});
	for (const one of answered) noteFailure(one);
}

async function writePeople(
	context: IExecuteFunctions,
	people: readonly Person[],
	programs: ReadonlyMap<Person, number | undefined>,
): Promise<void> {
	const run = await newRun(context, OPTIONS, people);
	siftPeople(people, OPTIONS);
	await loadPrograms(context, run, (person) => ({ programId: programs.get(person) }));
	await checkMemberFields(run);
	await findLeads(run);
	await readMembers(run);
	await changeStatuses(run);
	await writeMemberData(run);
}

const REASON_LENGTH = 255;

/** null where the program has nothing to hear. */
function wishOf({ verdict, result }: Answered, reasonField: string): Person['wish'] | null {
	const { kind } = verdict;
	const link: FieldValues = {
		[WEBINAR_URL]: result.joinUrl,
		[REGISTRATION_CODE]: result.registrantId,
	};
	const filled = Object.fromEntries(Object.entries(link).filter(([, value]) => value !== ''));
	if (kind === null && Object.keys(filled).length === 0) return null;
	const withReason = reasonField !== '' && kind === 'registrationError';
	return {
		status: kind === null ? null : { kind },
		fields: {
			...filled,
			...(withReason && { [reasonField]: cut(result.message, REASON_LENGTH) }),
		},
		// Somebody who was repaired has no reason any more.
		fieldsWithStatus: reasonField !== '' && kind === 'registered' ? { [reasonField]: null } : {},
	};
}

function hasProgram(context: IExecuteFunctions, index: number): boolean {
	try {
		const field: unknown = context.getNodeParameter('program', index, '');
		return asText(isObject(field) ? field.value : field).trim() !== '';
	} catch {
		return false;
	}
}

/** A campaign that goes on as if all were well would send a mail without a link. */
function noteFailure(one: Answered): void {
	const { person, result } = one;
	const spoken = person.ended ?? (person.told?.result === 'failed' ? person.told : null);
	if (spoken === null || spoken.result === 'skipped' || !result.success || one.waiting === null)
		return;
	one.result = {
		...result,
		success: false,
		errorCode: errorCodeOf(spoken.reason ?? 'vendorRejected'),
		message: `Registered, but not written to the program: ${spoken.message}`,
	};
}
