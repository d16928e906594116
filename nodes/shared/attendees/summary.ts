import type { AttendanceStatus, AttendeeItem } from '../model/attendance';
import type { Webinar } from '../model/webinar';
import { PEOPLE_SHOWN } from '../node/tool';

/** What an AI agent is given instead of one item per person. */
export type AttendeeSummary = {
	webinar: Webinar;
	attended: number;
	noShows: number;
	/** Only when On-Demand Viewers are among the people to return. */
	attendedOnDemand?: number;
	averageAttendedPercent: number;
	people: Array<{
		email: string;
		name: string;
		attendanceStatus: string;
		attendedSeconds: number;
		attendedPercent: number;
	}>;
	peopleNotShown: number;
	reason?: string;
};

/**
 * Figures of a session and its first people.
 * @param onDemand whether viewers of the recording were asked for
 */
export function summarise(
	webinar: Webinar,
	items: readonly AttendeeItem[],
	onDemand: boolean,
): AttendeeSummary {
	const people = items.filter(({ email, registrant, attendance }) =>
		Boolean(email || registrant || attendance.attendedSeconds > 0 || attendance.onDemand),
	);
	const withStatus = (wanted: AttendanceStatus): AttendeeItem[] =>
		people.filter(({ attendanceStatus }) => attendanceStatus === wanted);
	const attended = withStatus('attended');
	const percents = attended.map(({ attendance }) => attendance.attendedPercent);
	const average = percents.reduce((sum, percent) => sum + percent, 0) / (percents.length || 1);
	return {
		webinar,
		attended: attended.length,
		noShows: withStatus('noShow').length,
		...(onDemand && { attendedOnDemand: withStatus('attendedOnDemand').length }),
		averageAttendedPercent: Math.round(average * 10) / 10,
		people: people.slice(0, PEOPLE_SHOWN).map((item) => ({
			email: item.email,
			name: `${item.firstName} ${item.lastName}`.trim(),
			attendanceStatus: item.attendanceStatus,
			attendedSeconds: item.attendance.attendedSeconds,
			attendedPercent: item.attendance.attendedPercent,
		})),
		peopleNotShown: Math.max(0, people.length - PEOPLE_SHOWN),
		...(items[0]?.reason && { reason: items[0].reason }),
	};
}
