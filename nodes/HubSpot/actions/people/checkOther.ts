import { alive } from '../../../shared/node/ended';
import { attempt } from '../../../shared/transport/attempt';
import type { Verb } from '../../transport/events';
import { statesByContact } from '../../transport/participations';
import type { Person } from './person';
import type { Run } from './run';
import type { Session } from './session';

/**
 * Reads who is in the event of another app already. That app has written them under times of its
 * own; written once more under ours, HubSpot would count them twice.
 */
export async function checkOther(run: Run, session: Session): Promise<void> {
	const people = alive(session.people);
	if (people.length === 0) return;
	const attempted = await attempt(statesByContact(run.client, session.target));
	for (const person of people) {
		if (!attempted.ok) person.refuse(attempted.error, 'attendance');
		else person.inOther = attempted.value.get(person.contact?.id ?? '') ?? [];
	}
}

/** Whether the event of another app says so already. */
export function isInOther({ inOther }: Person, verb: Verb): boolean {
	if (verb === 'attend') return inOther.includes('ATTENDED');
	if (verb === 'cancel') return inOther.includes('CANCELLED');
	return inOther.some((state) => ['REGISTERED', 'ATTENDED', 'NO_SHOW'].includes(state));
}
