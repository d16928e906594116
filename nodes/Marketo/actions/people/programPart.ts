import type { MemberField } from '../../mapping/memberFields';
import type { Program } from '../../mapping/program';
import type { StatusMap } from '../../mapping/statusKinds';
import type { Person } from './person';

/** One program of a run, with its people. */
export interface ProgramPart {
	program: Program;
	/** What its channel's statuses mean, in the channel's own spelling. */
	map: StatusMap;
	/** Everybody of the program, those left out too. */
	people: Person[];
}

/** Member fields that a run uses, by REST name. */
export type MemberFields = ReadonlyMap<string, MemberField>;
