import type { IDataObject } from 'n8n-workflow';

import { asIsoTime, asNumber, asText, type JsonObject } from '../../shared/transport/json';
import type { Program } from './program';

interface Listed {
	/** Of the member. */
	row: JsonObject;
	/** Of the person; Marketo leaves out fields that are empty. */
	lead: JsonObject;
	/** REST names of the fields of the person that were asked for. */
	leadFields: readonly string[];
	program: Pick<Program, 'id' | 'name'>;
	/** REST names of the custom member fields that were asked for. */
	custom: readonly string[];
	isRaw: boolean;
}

/** A member as *Get Many Members* returns it. */
export function memberItem({ row, lead, leadFields, program, custom, isRaw }: Listed): IDataObject {
	const person = named(lead, leadFields);
	if (isRaw) {
		return {
			...without(row, 'seq'),
			programId: program.id,
			programName: program.name,
			lead: person,
		};
	}
	return {
		leadId: asNumber(row.leadId) ?? null,
		...person,
		programId: program.id,
		programName: program.name,
		status: asText(row.statusName),
		webinarUrl: asText(row.webinarUrl),
		registrationCode: asText(row.registrationCode),
		reachedSuccess: row.reachedSuccess === true,
		membershipDate: asIsoTime(row.membershipDate),
		...named(row, custom),
	};
}

function without(row: JsonObject, name: string): IDataObject {
	return Object.fromEntries(Object.entries(row).filter(([key]) => key !== name)) as IDataObject;
}

function named(row: JsonObject, names: readonly string[]): IDataObject {
	return Object.fromEntries(
		names.map((name) => [name, (row[name] ?? null) as IDataObject[string]]),
	);
}
