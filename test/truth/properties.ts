import type { StoryPerson, StorySession } from '../story/contract';
import type { ContactProperty } from './contract';
import { attended, meanTenths, presentSeconds, tenthsOfPercent } from './numbers';

/** One person's part in one session. */
export interface Participation {
	session: StorySession;
	person: StoryPerson;
}

/** What the contact must say after all these sessions; null = not set. */
export function expectedProperties(
	history: readonly Participation[],
): Record<ContactProperty, string | null> {
	const registrations = history.filter(({ person }) => person.registeredAt !== null);
	const attendances = history.filter(({ person }) => attended(person));
	const registered = latest(registrations, ({ person }) => person.registeredAt ?? '');
	const last = latest(attendances, ({ session }) => session.startTime);
	const tenths = attendances.map(({ session, person }) => tenthsOfPercent(person, session));
	return {
		n8n_webinar_registration_count: String(registrations.length),
		n8n_webinar_attendance_count: String(attendances.length),
		n8n_webinar_attendance_average_duration:
			tenths.length > 0 ? String(meanTenths(tenths) / 10) : null,
		n8n_webinar_last_registered: registered ? registered.session.topic : null,
		n8n_webinar_last_attended_id: last ? String(last.session.webinarId) : null,
		n8n_webinar_last_attended_name: last ? last.session.topic : null,
		n8n_webinar_last_attended_seconds: last ? String(presentSeconds(last.person)) : null,
		n8n_webinar_last_attended_percent: last
			? String(tenthsOfPercent(last.person, last.session) / 10)
			: null,
	};
}

function latest(
	history: readonly Participation[],
	time: (participation: Participation) => string,
): Participation | null {
	const moments = history.map((each) => Date.parse(time(each)));
	return history.length > 0 ? history[moments.indexOf(Math.max(...moments))] : null;
}
