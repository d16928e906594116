const DAY_MS = 24 * 60 * 60 * 1000;
/** Zoom accepts one month between from and to; 28 days fit every month. */
const WINDOW_DAYS = 28;

/** Both yyyy-mm-dd in UTC, as Zoom's list of recordings wants them. */
export interface DateWindow {
	from: string;
	to: string;
}

/**
 * The days from one moment to another, cut into windows that Zoom accepts, oldest first. Neighbours
 * share a day, because Zoom does not say whether `to` counts; the reader drops what comes twice.
 * https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording/get/users/{userId}/recordings
 * @param from epoch milliseconds
 * @param to epoch milliseconds; its day is in the last window
 */
export function dateWindows(from: number, to: number): DateWindow[] {
	const windows: DateWindow[] = [];
	const last = startOfDay(to) + DAY_MS;
	for (let day = startOfDay(from); day < last; day += WINDOW_DAYS * DAY_MS) {
		windows.push({
			from: dateOf(day),
			to: dateOf(Math.min(day + WINDOW_DAYS * DAY_MS, last)),
		});
	}
	return windows;
}

function startOfDay(moment: number): number {
	return Math.floor(moment / DAY_MS) * DAY_MS;
}

function dateOf(moment: number): string {
	return new Date(moment).toISOString().slice(0, 10);
}
