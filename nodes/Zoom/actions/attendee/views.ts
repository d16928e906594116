import type { AttendeeOptions } from '../../../shared/attendees/options';
import type { JsonObject } from '../../../shared/transport/json';
import { unless } from '../../../shared/transport/unless';
import { VendorError } from '../../../shared/transport/vendorError';
import { ViewBook } from '../../mapping/views';
import { getRecordingViews } from '../../transport/endpoints/sessions';
import { dateWindows } from '../../transport/history';
import type { ZoomContext } from '../../transport/request';
import type { Session } from './findSession';
import type { Readings } from './readings';

/**
 * Who viewed the session's recording since it ended. A plan or an app that does not give it is a
 * note, and everybody else comes out all the same.
 * @param now epoch milliseconds
 */
export async function readViews(
	context: ZoomContext,
	{ webinar, reason }: Session,
	{ people }: AttendeeOptions,
	readings: Readings,
	now: number,
): Promise<ViewBook> {
	const since = Date.parse(webinar.endTime ?? webinar.startTime ?? '');
	if (!people.has('onDemand') || reason === 'neverStarted' || Number.isNaN(since)) {
		return ViewBook.untold();
	}
	const rows: JsonObject[] = [];
	for (const { from, to } of dateWindows(since, now)) {
		const views = await unless(
			(error) => {
				if (isNotGiven(error))
					readings.note(`Who viewed the recording is not known: ${error.message}`);
				return isNotGiven(error);
			},
			getRecordingViews(context, webinar.sessionId, from, to),
		);
		if (views === undefined) return ViewBook.untold();
		for (const view of views) rows.push(view);
	}
	const book = new ViewBook(rows);
	if (book.anonymous > 0) {
		readings.note(
			`Views of the recording with neither a name nor an address, left out: ${book.anonymous}`,
		);
	}
	return book;
}

/**
 * Whether Zoom refuses these figures as such: no recording, no scope, not in the plan. Trouble on the
 * way, a used-up limit or a refused sign-in would make no-shows of people who viewed.
 */
function isNotGiven(error: unknown): error is VendorError {
	return (
		error instanceof VendorError &&
		error.details.status !== 401 &&
		['notRecorded', 'permissionMissing', 'webinarNotFound', 'vendorRejected'].includes(
			error.details.reason,
		)
	);
}
