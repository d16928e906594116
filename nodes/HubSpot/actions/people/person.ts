import type { PersonInput } from '../../../shared/items/person';
import { Progress } from '../../../shared/node/progress';
import type { FieldWish } from '../../mapping/contactFields';
import type { HistoryReport } from '../../mapping/history';
import type { Contact } from './contact';
import type { Session } from './session';

export type StepName = 'contact' | 'event' | 'registration' | 'attendance' | 'properties' | 'note';

/** One input item on its way through the sync. */
export class Person extends Progress<StepName> {
	session: Session | null = null;
	contact: Contact | null = null;
	/** What the contact's history is to say; null without a session. */
	report: HistoryReport | null = null;
	/** The history says so already: registration and attendance have been written before. */
	settled = false;

	/** What is written to the contact besides the webinar properties. */
	wishes: readonly FieldWish[] = [];

	/** The states in which the event of another app holds the person. */
	inOther: readonly string[] = [];

	constructor(readonly input: PersonInput) {
		super();
	}
}
