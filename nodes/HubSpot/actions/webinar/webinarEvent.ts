import type { WebinarItem } from '../../../shared/items/webinarItem';
import type { OutcomeResult } from '../../../shared/model/outcome';
import { explain, type Reason } from '../../../shared/model/reasons';
import { isTemporary, type VendorError } from '../../../shared/transport/vendorError';
import { eventKey, type EventKey, type EventUnit } from '../../mapping/event';
import { historyKey } from '../../mapping/historyKey';
import { unitedNews, type WebinarNews } from '../../mapping/webinarNews';

/** What became of one marketing event. */
export interface EventResult {
	result: OutcomeResult;
	action: 'created' | 'updated' | 'cancelled' | 'none';
	reason: Reason | null;
	message: string;
	repair: string;
	/** ISO 8601 UTC, null unless deferred. */
	retryAt: string | null;
}

/** One marketing event that items of the run speak of. */
export class WebinarEvent {
	/** Record ID; empty as long as there is none. */
	objectId = '';
	told: EventResult | null = null;

	constructor(
		readonly key: EventKey,
		readonly webinarId: string,
		public news: WebinarNews,
		/** The last item about it, which tells its outcome. */
		public item: number,
	) {}

	/** A later item of the run speaks of it as well. */
	add(news: WebinarNews, item: number): void {
		this.news = unitedNews(this.news, news);
		this.item = item;
	}

	tell(result: OutcomeResult, action: EventResult['action'], message: string): void {
		this.told = { result, action, reason: null, message, repair: '', retryAt: null };
	}

	skip(reason: Reason, message: string, repair = ''): void {
		const rest = { action: 'none', retryAt: null } as const;
		this.told = { ...rest, result: 'skipped', reason, message, repair };
	}

	fail(message: string, repair: string): void {
		const rest = { action: 'none', reason: 'vendorRejected', retryAt: null } as const;
		this.told = { ...rest, result: 'failed', message, repair };
	}

	/** HubSpot refused it, for good or for now. */
	refuse(error: VendorError): void {
		const { message, repair, reason, retryAt = null } = error.details;
		const result = isTemporary(error) ? 'deferred' : 'failed';
		const words = repair || explain(reason).repair;
		this.told = { result, action: 'none', reason, message, repair: words, retryAt };
	}
}

/** The events that the items speak of, each once, in the order in which they come. */
export function eventsOf(items: readonly WebinarItem[], unit: EventUnit): WebinarEvent[] {
	const events = new Map<string, WebinarEvent>();
	for (const [index, { about, dates, timeless, passed, problem }] of items.entries()) {
		if (passed !== null || problem !== null) continue;
		for (const { occurrenceId, ...date } of dates) {
			const key = eventKey({ ...about, occurrenceId, sessionId: date.sessionId }, unit);
			const news = { ...about, ...date, timeless };
			const name = historyKey(key);
			const event = events.get(name);
			if (event !== undefined) event.add(news, index);
			else events.set(name, new WebinarEvent(key, about.webinarId, news, index));
		}
	}
	return [...events.values()];
}
