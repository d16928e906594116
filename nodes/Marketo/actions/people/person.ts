import type { OutcomeResult } from '../../../shared/model/outcome';
import type { Reason } from '../../../shared/model/reasons';
import { Progress } from '../../../shared/node/progress';
import type { JsonObject } from '../../../shared/transport/json';
import type { FieldValues } from '../../mapping/memberFields';
import type { StatusKind } from '../../mapping/statusKinds';
import type { Lead } from './lead';
import type { ProgramPart } from './programPart';

export type StepName = 'program' | 'lead' | 'status' | 'memberData' | 'activities' | 'campaign';

/** Who an item is about. */
export interface PersonIdentity {
	/** Trimmed, lower case; may be empty where there is a lead ID. */
	email: string;
	/** Counts before the address; null where the item names none. */
	leadId: number | null;
	/** What the item tells of somebody found by address; REST names, empty values left out. */
	leadFields: FieldValues;
	/** What is mapped by hand, and written to those with a lead ID as well. */
	mappedLeadFields: FieldValues;
}

/** What an item asks for. */
export interface Wish {
	/** A meaning, which the program's map names, or a status by name; null = the status is left alone. */
	status: { kind: StatusKind } | { name: string } | null;
	/** Member fields, by REST name; null empties. */
	fields: FieldValues;
	/** The same, written only when the person has the wished status afterwards. */
	fieldsWithStatus: FieldValues;
}

/** A member of a program, as Marketo held it. */
export interface Member {
	status: string;
	/** REST names -> values. */
	fields: JsonObject;
}

/** What is said of a person whose writing goes on nevertheless. */
export interface Told {
	/** null = as it turns out: synced or unchanged. */
	result: Extract<OutcomeResult, 'failed' | 'skipped'> | null;
	reason: Reason;
	message: string;
	repair: string;
}

/** One input item on its way through an operation that writes people. */
export class Person extends Progress<StepName> {
	part: ProgramPart | null = null;
	lead: Lead | null = null;
	/** As it was before the run; null = not in the program. */
	member: Member | null = null;
	/** Name of the status that the person has after the run, as far as it is known. */
	status = '';
	told: Told | null = null;
	wish: Wish = { status: null, fields: {}, fieldsWithStatus: {} };
	/** Of several items of one person in a program the highest counts, of equal ones the first. */
	rank = 0;
	/** Else whoever Marketo does not know is only looked up. */
	mayBeCreated = true;

	constructor(readonly input: PersonIdentity) {
		super();
	}

	/** Says something without an end to the writing; what makes the person fail comes first. */
	tell(told: Told): void {
		if (this.told?.result !== 'failed') this.told = told;
	}

	/** Whether the person is in the program now, as far as it is known. */
	get isMember(): boolean {
		return this.member !== null || this.steps.status?.result === 'synced';
	}
}

/** An item of which nothing is known, because a field of it could not be read. */
export function unreadable(message: string, repair: string): Person {
	const person = new Person({ email: '', leadId: null, leadFields: {}, mappedLeadFields: {} });
	person.fail(message, repair);
	return person;
}
