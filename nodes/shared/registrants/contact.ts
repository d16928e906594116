import { isValidEmail } from '../model/email';
import type { Reason } from '../model/reasons';

/** Whom an item wants to be registered. */
export interface Contact {
	/** Trimmed and lower case. */
	email: string;
	firstName: string;
	lastName: string;
}

/** Why nobody can be registered like this, whatever the webinar; null = nothing speaks against it. */
export function problemOf({ email, firstName }: Contact): Reason | null {
	if (email === '') return 'noEmail';
	if (!isValidEmail(email)) return 'invalidEmail';
	return firstName === '' ? 'missingFirstName' : null;
}
