import type { Registrant } from '../../../../shared/model/registrant';
import type { Run } from '../../../../shared/registrants/door';
import { NO_FORM, type EventForm } from '../../../mapping/eventForm';
import { readEventRules, type EventRules } from '../../../mapping/eventRules';
import { toRegistrant, type Permitted } from '../../../mapping/permitted';
import type { AdobeClient } from '../../../transport/request';
import { AdobeDoor } from '../../people/door';
import type { ChosenWebinar } from '../../people/webinarOf';
import type { AdobeCandidate } from './candidate';
import type { AdobeAddOptions } from './input';

/** Everybody who is to be registered for the same event or room. */
export class Target extends AdobeDoor {
	form: EventForm = NO_FORM;
	/** Of a preview: how many calls would write. */
	callsPlanned = 0;
	/** null = a room. */
	readonly rules: EventRules | null;
	private readonly occurrenceId: string;

	constructor(
		run: Run,
		client: AdobeClient,
		{ found, occurrenceId }: ChosenWebinar,
		readonly options: AdobeAddOptions,
		readonly people: readonly AdobeCandidate[],
	) {
		super(run, client, found);
		this.occurrenceId = occurrenceId;
		this.rules = found.event === null ? null : readEventRules(found.event, Date.now());
	}

	/** A person with a permission as registrant, under the address and names of the item. */
	registrantOf({ contact }: AdobeCandidate, permitted: Permitted): Registrant {
		return this.options.links.withLink(
			toRegistrant(permitted, contact),
			this.found.webinar,
			this.occurrenceId,
		);
	}
}
