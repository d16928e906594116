import type { Destination } from '../model/outcome';
import { explain } from '../model/reasons';
import type { Registrant } from '../model/registrant';
import type { Contact } from './contact';
import { Person } from './person';

/** One input item on its way to a registration. */
export abstract class Candidate extends Person {
	/** Was denied or cancelled before and is to be approved again. */
	toApprove = false;

	constructor(destination: Destination) {
		super('registration', destination);
	}

	/** @throws Error where the item could not be read, which is a defect of ours */
	abstract get contact(): Contact;

	get email(): string {
		return this.contact.email;
	}

	/** The platform has (or had) the person among its registrants. */
	isKnownAs(registrant: Registrant): void {
		this.registrant = registrant;
	}
}

/**
 * Settles somebody who was registered before this run.
 * @param again whether those who were denied or cancelled are to be approved again
 * @param platform as people know it, e.g. `Zoom`
 */
export function isThereAlready(
	person: Candidate,
	registrant: Registrant,
	again: boolean,
	platform: string,
): void {
	person.isKnownAs(registrant);
	if (registrant.status === 'approved') {
		person.unchanged('alreadyRegistered', explain('alreadyRegistered').message);
	} else if (registrant.status === 'pending') {
		person.unchanged('pendingApproval', explain('pendingApproval').message);
	} else if (again) person.toApprove = true;
	else {
		const { message } = explain('previouslyDenied');
		const repair = `Approve the registrant in ${platform}, or set When Already Denied or Cancelled to Approve Again`;
		person.skip('previouslyDenied', { message, repair });
	}
}

/**
 * Settles somebody whom the platform has registered now.
 * @param via how the call was made, where that says something
 */
export function isRegistered(person: Candidate, registrant: Registrant, via?: string): void {
	person.isKnownAs(registrant);
	if (registrant.status === 'pending') {
		person.done('registered', explain('pendingApproval').message, via, 'pendingApproval');
	} else person.done('registered', 'Registered', via);
}
