import type { AttendeeItem, SessionReason } from '../model/attendance';
import { absence } from './attendance';
import type { HeldSession } from './session';

/**
 * A session without anybody to return still says so with one item, so that an audit log knows that it
 * was looked at and the next sweep leaves it alone.
 * @param reason undefined when people were there and the options left all of them out
 */
export function nobody({ webinar }: HeldSession, reason: SessionReason | undefined): AttendeeItem {
	return {
		email: '',
		firstName: '',
		lastName: '',
		attendanceStatus: 'unknown',
		webinar,
		registrant: null,
		attendance: absence('attendee', 'unknown'),
		engagement: {
			level: 'unknown',
			basis: [],
			pollsAnswered: 0,
			questionsAsked: 0,
			surveyAnswered: false,
		},
		...(reason && { reason }),
	};
}
