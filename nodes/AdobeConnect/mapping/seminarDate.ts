import type { Plan } from './heldRuns';
import type { AdobeWebinar } from './webinar';
import { attributeOf, timeOf, valueOf, type XmlElement } from '../xml/element';

/** One session of a seminar room: a date that people register for. */
export interface SeminarDate extends Plan {
	occurrenceId: string;
	topic: string;
}

/** Of `<sco type="seminarsession">`. */
export function toSeminarDate(session: XmlElement): SeminarDate {
	return {
		occurrenceId: attributeOf(session, 'sco-id'),
		topic: valueOf(session, 'name'),
		scheduledStartTime: timeOf(session, 'date-begin'),
		scheduledEndTime: timeOf(session, 'date-end'),
	};
}

/** The seminar on one of its dates. */
export function onSeminarDate(webinar: AdobeWebinar, date: SeminarDate): AdobeWebinar {
	if (date.occurrenceId === webinar.occurrenceId) return webinar;
	return { ...webinar, ...date, topic: date.topic || webinar.topic };
}
