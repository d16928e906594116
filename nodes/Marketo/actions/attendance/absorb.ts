import { alive } from '../../../shared/node/ended';
import type { Run } from '../people/run';
import type { Attendee } from './attendee';

/**
 * Of several items of one person in a program one counts, e.g. of several sessions; what the person did
 * in the others is written nevertheless.
 */
export function absorbDuplicates(run: Run, attendees: readonly Attendee[]): void {
	const leadIds = new Map(run.leads.map(({ email, id }) => [email, id]));
	const keyOf = ({ part, lead, input }: Attendee) =>
		`${part?.program.id} ${lead?.id ?? leadIds.get(input.email)}`;
	const kept = new Map(alive(attendees).map((attendee) => [keyOf(attendee), attendee]));
	for (const dropped of attendees) {
		if (dropped.ended?.reason !== 'duplicate') continue;
		const attendee = kept.get(keyOf(dropped));
		// Nothing is written of what somebody did who counts as not having come.
		if (attendee === undefined || attendee.presence === 'noShow') continue;
		attendee.planned.push(...dropped.planned);
	}
}
