import type { Registrant } from '../../../../shared/model/registrant';
import type { Registration } from '../../../mapping/registration';
import type { RegistrantKey } from '../changeStatus';
import { Person } from '../person';

/** What an item asks for. */
export interface Wish {
	registration: Registration;
	webinarId: string;
	/** As the item names them; whether they count depends on the webinar. */
	occurrenceIds: string[];
}

/** One input item on its way to a registration. */
export class Candidate extends Person {
	/** Registration calls of this run; Zoom takes three a day and person, we make two at most. */
	calls = 0;
	/** Epoch milliseconds of the last one. */
	calledAt = 0;
	/** The answer to the last call was lost. */
	lost = false;
	/** How the last call was made. */
	via: 'batch' | 'single' = 'single';
	/** Was denied or cancelled before and is to be approved again. */
	toApprove = false;

	/** @param wish null where the item could not be read */
	constructor(readonly wish: Wish | null) {
		super('registration');
	}

	get registration(): Registration {
		if (this.wish === null) throw new Error('The item of this person could not be read');
		return this.wish.registration;
	}

	get email(): string {
		return this.registration.email;
	}

	get key(): RegistrantKey {
		const id = this.registrant?.registrantId ?? '';
		return { ...(id !== '' && { id }), email: this.email };
	}

	/** A call that registers is about to be sent. */
	called(via: 'batch' | 'single'): void {
		this.calls += 1;
		this.calledAt = Date.now();
		this.via = via;
		this.lost = false;
	}

	/** Zoom has (or had) the person among its registrants. */
	isKnownAs(registrant: Registrant): void {
		this.registrant = registrant;
		this.lost = false;
	}
}
