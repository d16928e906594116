import { isBelow, reasonOfItem, reasonOfRegistration } from '../../../shared/items/attendanceRules';
import { alive } from '../../../shared/node/ended';
import { retryLater } from '../../transport/limits';
import type { Attendee } from './attendee';
import type { AttendanceOptions } from './options';

/**
 * Leaves out by what the item itself says, before any program is asked. Of whom nobody knows whether
 * they came, nothing can be said before the report is ready.
 * @param now epoch milliseconds
 */
export function siftByItem(
	attendees: readonly Attendee[],
	{ roles }: AttendanceOptions,
	now: number,
): void {
	for (const attendee of alive(attendees)) {
		const { item } = attendee;
		const reason = reasonOfItem(item, roles);
		if (reason !== null && reason !== 'reportNotReady') attendee.skip(reason);
		else if (item.problem !== '') attendee.fail(item.problem, MAP_REPAIR);
		else if (reason !== null || item.attendanceStatus === 'unknown') {
			attendee.defer('reportNotReady', NOT_READY, retryLater(now));
		}
	}
}

const NOT_READY = 'The report of the webinar was not ready';

const MAP_REPAIR =
	'Send items of Get Attendees into this node, or set Map Data to Map Each Field and fill in the named field';

/** Decides who attended, once it is known which of several items of a person counts. */
export function siftByStay(attendees: readonly Attendee[], options: AttendanceOptions): void {
	for (const attendee of alive(attendees)) {
		const { item } = attendee;
		if (attendee.presence === 'attended' && isBelow(item, options)) {
			if (options.belowThreshold === 'leaveOut') {
				attendee.skip('belowThreshold');
				continue;
			}
			attendee.presence = 'noShow';
			attendee.planned = [];
		}
		const reason = reasonOfRegistration(item, attendee.presence !== 'noShow');
		if (reason !== null) attendee.skip(reason);
		else attendee.wish = { ...attendee.wish, status: { kind: attendee.presence } };
		attendee.mayBeCreated = options.absentStrangers === 'add' || attendee.presence !== 'noShow';
	}
}

/** Native event partners mark only people as No Show who are in the program; so does this, by option. */
export function siftStrangers(
	attendees: readonly Attendee[],
	{ absentStrangers }: AttendanceOptions,
): void {
	if (absentStrangers === 'add') return;
	for (const attendee of alive(attendees)) {
		if (attendee.presence === 'noShow' && attendee.member === null) {
			attendee.skip('notAMember', LEFT_OUT);
		}
	}
}

const LEFT_OUT = {
	message: 'The person did not come and is not a member of the program',
	repair: 'Set the option No-Shows Who Are Not Members to Add if such people should be added',
};
