import { normaliseEmail } from '../../../../shared/model/email';
import { Candidate } from '../../../../shared/registrants/candidate';
import type { Contact } from '../../../../shared/registrants/contact';
import type { VendorError } from '../../../../shared/transport/vendorError';
import type { GivenAnswers } from '../../../mapping/eventForm';
import type { Principal } from '../../../mapping/principal';
import type { WebinarChoice } from '../../people/webinarOf';

/** What an item asks for. */
export interface Wish extends WebinarChoice {
	contact: Contact;
	answers: GivenAnswers;
	/** Of people who get an account; empty = none. */
	password: string;
	campaignId: string;
}

/** How Adobe Connect answered to a registration for an event. */
export type EventAnswer =
	/** Taken; the principal-id, where it was told. */
	| { kind: 'taken'; principalId: string }
	/** Said that the person is registered; `ours` = perhaps by a try of ours whose answer was lost. */
	| { kind: 'there'; ours: boolean }
	| { kind: 'lost'; error: VendorError };

/** One input item on its way to a registration in Adobe Connect. */
export class AdobeCandidate extends Candidate {
	/** Whom the account knows by this address; null = nobody, or nobody asked. */
	principal: Principal | null = null;
	/** Whose permission is to be set. */
	principalId = '';
	/** null until the person was sent. */
	answer: EventAnswer | null = null;
	/** Of the event's form, in its order. */
	answers: ReadonlyArray<readonly [questionId: string, answer: string]> = [];

	/** @param wish null where the item could not be read */
	constructor(readonly wish: Wish | null) {
		super('adobeConnect');
	}

	get wished(): Wish {
		if (this.wish === null) throw new Error('The item of this person could not be read');
		return this.wish;
	}

	override get contact(): Contact {
		return this.wished.contact;
	}

	/** Who has an account keeps its login; everybody else gets the address. */
	get login(): string {
		return this.principal === null ? this.email : normaliseEmail(this.principal.login);
	}
}
