import { laterBy, type SessionInput } from '../../shared/items/session';
import type { WebinarDate } from '../../shared/items/webinarDates';
import type { JsonObject } from '../../shared/transport/json';
import { eventFields, heldTime, momentOf, type EventFields } from './event';
import type { WantedEvent } from './eventPlan';

/** What is known of one marketing event from the items of a run. What is not told is empty. */
export type WebinarNews = Pick<
	SessionInput,
	'topic' | 'description' | 'hostEmail' | 'url' | 'urlRegisters'
> &
	Omit<WebinarDate, 'occurrenceId'> & { timeless: boolean };

/** Two items about the same event as one: of what both tell the later one counts. */
export function unitedNews(one: WebinarNews, later: WebinarNews): WebinarNews {
	const keepsUrl = later.url === '' || (one.urlRegisters && !later.urlRegisters);
	return {
		topic: later.topic || one.topic,
		description: later.description || one.description,
		hostEmail: later.hostEmail || one.hostEmail,
		url: keepsUrl ? one.url : later.url,
		urlRegisters: one.urlRegisters || later.urlRegisters,
		...unitedTimes(one, later),
		deleted: later.deleted,
		timeless: one.timeless || later.timeless,
	};
}

type Times = Pick<WebinarNews, 'actual' | 'sessionId' | 'start' | 'end' | 'seconds'>;

/** What really ran is not moved by a plan that comes after it. */
function unitedTimes(one: WebinarNews, later: WebinarNews): Times {
	const isTold = later.start !== '' || later.seconds > 0;
	if (!isTold || (one.actual && !later.actual)) return timesOf(one);
	const isWhole = later.start !== '' && later.end !== '';
	if (isWhole || later.actual) return timesOf(later);
	const length =
		one.end === '' ? one.seconds : (Date.parse(one.end) - Date.parse(one.start)) / 1000;
	return {
		...timesOf(later),
		start: later.start || one.start,
		seconds: later.seconds || length,
	};
}

function timesOf({ actual, sessionId, start, end, seconds }: WebinarNews): Times {
	return { actual, sessionId, start, end, seconds };
}

/** The field without which an event cannot be made; empty = all are there. */
export function missingField({ topic, start, timeless }: WebinarNews): string {
	if (topic === '') return 'Topic';
	return start === '' && !timeless ? 'Start Time' : '';
}

/**
 * What the event is to say.
 * @param held what HubSpot says: of a webinar that was moved, or made longer, perhaps only that is told
 */
export function wantedEvent(
	news: WebinarNews,
	held: JsonObject | undefined,
	perWebinar: boolean,
): WantedEvent {
	const { start, end, actual, sessionId, deleted, urlRegisters } = news;
	const base = { actual, oneOfSeveral: perWebinar && sessionId !== '', weakUrl: !urlRegisters };
	if (deleted) return { ...base, fields: {}, actual: false, cancelled: true };
	const named = eventFields({ ...news, times: 'none' });
	const times = start !== '' && end !== '' ? { start, end } : plannedTimes(news, held);
	return { ...base, fields: { ...named, ...fieldsOf(times) }, cancelled: false };
}

function fieldsOf({ start, end }: Pick<WebinarNews, 'start' | 'end'>): Partial<EventFields> {
	return { ...(start && { startDateTime: start }), ...(end && { endDateTime: end }) };
}

/** With the start alone an event keeps its length, with the length alone its start. */
function plannedTimes(
	{ start, seconds }: WebinarNews,
	held: JsonObject | undefined,
): Pick<WebinarNews, 'start' | 'end'> {
	if (start === '' && seconds === 0) return { start: '', end: '' };
	const [from, to] = [momentOf(held?.startDateTime), momentOf(held?.endDateTime)];
	const length = seconds || (to - from) / 1000;
	const begin = start || heldTime(held?.startDateTime);
	return { start, end: begin !== '' && length > 0 ? laterBy(begin, length) : '' };
}
