import type { Registrant } from '../model/registrant';
import { explain } from '../model/reasons';
import { Person } from './person';

/** How a platform is told who is meant: by ID, email or both. */
export type RegistrantKey = { id?: string; email?: string };

/** Somebody who is registered already, as the item names them. */
export class Subject extends Person {
	/** Empty where the item names the email. */
	id = '';
	/** Trimmed and lower case; empty where the item names the ID. */
	email = '';

	/** Everything that is known of the person. */
	get key(): RegistrantKey {
		const id = this.registrant?.registrantId || this.id;
		const email = this.registrant?.email || this.email;
		return { ...(id !== '' && { id }), ...(email !== '' && { email }) };
	}

	/** Takes over what the lists say; false where they do not know the person. */
	isIn(directory: { find(key: string): Registrant | undefined }): boolean {
		const found = directory.find(this.id || this.email);
		if (found !== undefined) this.registrant = { ...found };
		return found !== undefined;
	}
}

/** Leaves out whom an earlier item named; tells of those who are nowhere. */
export function siftNamed<S extends Subject>(
	people: readonly S[],
	isKnown: (person: S) => boolean,
	missing: (person: S) => void,
): void {
	const seen = new Set<string>();
	for (const person of people) {
		const known = isKnown(person);
		const { id, email } = person.key;
		const name = id ?? email ?? '';
		if (seen.has(name)) person.skip('duplicate', TWICE);
		else if (!known) missing(person);
		seen.add(name);
	}
}

const TWICE = {
	message: 'The same registrant came more than once; the first item was used',
	repair: '',
};

/** Nobody is registered with what the item names. */
export function isMissing(person: Person): void {
	person.fail('registrantNotFound', explain('registrantNotFound'));
}

/** The same, where that is what was wanted. */
export function isGone(person: Person): void {
	person.unchanged('registrantNotFound', explain('registrantNotFound').message);
}
