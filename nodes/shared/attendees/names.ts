import type { Registrant } from '../model/registrant';
import type { Person } from './stays';

/** A name as it is compared: case and blanks do not tell people apart. */
export function comparableName(name: string): string {
	return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

export function nameOf({ registrant, name }: Pick<Person, 'registrant' | 'name'>): string {
	return registrant === null ? comparableName(name) : fullName(registrant);
}

export function fullName({ firstName, lastName }: Registrant): string {
	return comparableName(`${firstName} ${lastName}`);
}

/** The name that somebody typed in one field, as first and last name. */
export function splitName(name: string): { firstName: string; lastName: string } {
	const [firstName, ...rest] = name.trim().split(/\s+/);
	return { firstName: firstName ?? '', lastName: rest.join(' ') };
}

/** Names that belong to one person of the session only; Q&A of "Chris" must not count for both. */
export class NameBook {
	private readonly counts = new Map<string, number>();

	constructor(names: Iterable<string>) {
		for (const name of names) this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
	}

	unique(name: string): string {
		return this.counts.get(name) === 1 ? name : '';
	}
}
