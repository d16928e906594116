import type { CrmState } from './contract';
import { address, typed, type AddressForm, type Standing } from './addresses';
import { deck } from './deck';
import { NameBook, type Name, type NameForm } from './names';
import type { Random } from './random';

/** A human being: the same object in every session that he or she takes part in. */
export interface Identity extends Name {
	key: string;
	typedEmail: string;
	email: string;
	emailValid: boolean;
	crm: CrmState;
	/** The contact that is this person's, or whose secondary address this is; also of deleted ones. */
	contactId?: string;
	/** Zoom's user id, shown as participant_user_id by those who are signed in. */
	zoomUserId: string;
}

const ADDRESS_FORMS: Record<AddressForm, number> = {
	clean: 80,
	upperCase: 8,
	blanks: 7,
	both: 5,
};
const NAME_FORMS: Record<NameForm, number> = {
	plain: 92,
	emoji: 2,
	quotes: 2,
	rightToLeft: 2,
	long: 2,
};

/** Shares of the standings; never more than some 150 account users, however large the webinar. */
function standings(size: number): Record<Standing, number> {
	return {
		absent: 50,
		known: 36,
		secondary: 2,
		deleted: 2,
		accountUser: Math.min(2, 15_000 / size),
		invalid: 2,
		rival: 2,
		rivalSubdomain: 1,
		rivalLookalike: 1,
	};
}

function crmState(standing: Standing): CrmState {
	switch (standing) {
		case 'known':
		case 'secondary':
		case 'deleted':
		case 'accountUser':
			return standing;
		default:
			return 'absent';
	}
}

/** Everybody in the story; names and addresses are handed out once. */
export class Cast {
	readonly identities: Identity[] = [];
	private readonly names: NameBook;
	private contactCount = 0;

	constructor(private readonly random: Random) {
		this.names = new NameBook(random);
	}

	/** `size` people with addresses of every standing and form. */
	withAddresses(size: number, everyKind: boolean): Identity[] {
		const standing = deck(this.random, size, standings(size), everyKind);
		const forms = deck(this.random, size, ADDRESS_FORMS, everyKind);
		const names = deck(this.random, size, NAME_FORMS, everyKind);
		return standing.map((each, index) => this.withAddress(each, forms[index], names[index]));
	}

	withAddress(
		standing: Standing,
		form: AddressForm = 'clean',
		nameForm: NameForm = 'plain',
	): Identity {
		const email = address(this.random, standing, this.identities.length + 1);
		const crm = crmState(standing);
		// Some account users are contacts of their own portal as well: those must stay untouched.
		const hasContact = crm === 'accountUser' ? this.random.chance(0.5) : crm !== 'absent';
		return this.add(this.names.take(nameForm), {
			typedEmail: typed(this.random, email, form),
			email,
			emailValid: standing !== 'invalid',
			crm,
			...(hasContact ? { contactId: this.nextContactId() } : {}),
		});
	}

	/** Somebody of whom Zoom shows the name alone. */
	withoutAddress(): Identity {
		return this.add(this.names.take('plain'), {
			typedEmail: '',
			email: '',
			emailValid: false,
			crm: 'absent',
		});
	}

	/** Zoom shows a phone caller as a masked number. */
	phoneCaller(): Identity {
		const number = String(this.identities.length).padStart(6, '0');
		return this.add(
			{ firstName: `+1***${number.slice(0, 3)}***${number.slice(3)}`, lastName: '' },
			{ typedEmail: '', email: '', emailValid: false, crm: 'absent' },
		);
	}

	nextContactId(): string {
		this.contactCount += 1;
		return String(47_700_000_000 + this.contactCount * 7);
	}

	/** A name for somebody outside the story, not to be confused with anybody in it. */
	strangerName(): Name {
		return this.names.take('plain');
	}

	private add(name: Name, rest: Omit<Identity, 'key' | 'zoomUserId' | keyof Name>): Identity {
		const identity: Identity = {
			key: `person-${this.identities.length + 1}`,
			...name,
			...rest,
			zoomUserId: this.random.token(22),
		};
		this.identities.push(identity);
		return identity;
	}
}
