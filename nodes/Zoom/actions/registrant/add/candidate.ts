import type { Registrant } from '../../../../shared/model/registrant';
import { Candidate } from '../../../../shared/registrants/candidate';
import type { RegistrantKey } from '../../../../shared/registrants/subject';
import type { Registration } from '../../../mapping/registration';

/** What an item asks for. */
export interface Wish {
	registration: Registration;
	webinarId: string;
	/** As the item names them; whether they count depends on the webinar. */
	occurrenceIds: string[];
}

/** One input item on its way to a registration in Zoom. */
export class ZoomCandidate extends Candidate {
	/** Registration calls of this run; Zoom takes three a day and person, we make two at most. */
	calls = 0;
	/** Epoch milliseconds of the last one. */
	calledAt = 0;
	/** The answer to the last call was lost. */
	lost = false;
	/** How the last call was made. */
	via: 'batch' | 'single' = 'single';

	/** @param wish null where the item could not be read */
	constructor(readonly wish: Wish | null) {
		super('zoom');
	}

	get registration(): Registration {
		if (this.wish === null) throw new Error('The item of this person could not be read');
		return this.wish.registration;
	}

	override get contact(): Registration {
		return this.registration;
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

	override isKnownAs(registrant: Registrant): void {
		super.isKnownAs(registrant);
		this.lost = false;
	}
}
