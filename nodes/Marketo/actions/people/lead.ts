import { alive } from '../../../shared/node/ended';
import type { FieldValues } from '../../mapping/memberFields';
import type { Person } from './person';

/** Everybody of a run with the same address or lead ID: one item per program. */
export class Lead {
	readonly people: Person[] = [];
	/** null as long as Marketo has not told it. */
	id: number | null;
	/** Made by this run. */
	created = false;
	/** Marketo has shown in this run that it is there. */
	confirmed = false;

	constructor(
		/** Empty for those with a lead ID. */
		readonly email: string,
		id: number | null,
	) {
		this.id = id;
	}

	/** Those of its people whom nothing speaks against. */
	alive(): Person[] {
		return alive(this.people);
	}

	isFound(id: number): void {
		this.id = id;
		this.confirmed = true;
	}

	/** What is to be written to it: the first of the people who tells a field. */
	fields(): FieldValues {
		return [...this.alive()].reverse().reduce<FieldValues>((fields, { input }) => {
			const told = this.email === '' ? {} : input.leadFields;
			return { ...fields, ...told, ...input.mappedLeadFields };
		}, {});
	}
}
