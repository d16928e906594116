import type { PersonInput as ItemInput } from '../../../shared/items/person';
import type { PlannedActivity } from '../../mapping/interactionActivity';
import { EMPTY_MARKER, type ActivityMarker } from '../../mapping/activityMarker';
import { Person, type PersonIdentity } from '../people/person';

/** One item of *Get attendees* on its way to Marketo. */
export class Attendee extends Person {
	/** How the person counts: there, at the recording, or not at all. */
	presence: 'attended' | 'attendedOnDemand' | 'noShow';
	/** What is to be written as custom activities, of all items of the person in the program. */
	planned: PlannedActivity[] = [];
	/** What the member's field says has been written. */
	marker: ActivityMarker = EMPTY_MARKER;

	constructor(
		input: PersonIdentity,
		readonly item: ItemInput,
	) {
		super(input);
		const { attended, attendanceStatus, seconds } = item;
		const watched = attendanceStatus === 'attendedOnDemand';
		this.presence = attended ? 'attended' : watched ? 'attendedOnDemand' : 'noShow';
		// Of several items of one person the longest stay counts, and any stay more than none.
		this.rank = attended ? seconds : watched ? -1 : -2;
	}
}
