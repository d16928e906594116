import type { IDataObject } from 'n8n-workflow';

import { countResults, type Outcome, type OutcomeResult } from '../../../shared/model/outcome';
import type { Written } from '../../../shared/node/people';
import type { WebinarItem } from '../../../shared/items/webinarItem';
import type { EventResult, WebinarEvent } from './webinarEvent';

/** Of several events of one webinar, what has to be seen first. */
const URGENCY: readonly OutcomeResult[] = ['failed', 'deferred', 'synced', 'skipped', 'unchanged'];

const DUPLICATE: EventResult = {
	result: 'skipped',
	action: 'none',
	reason: 'duplicate',
	message: 'A later item of this run is about the same webinar; see its outcome',
	repair: '',
	retryAt: null,
};

/** What is told of an item. @param events those whose outcome this item tells */
export function writtenOf(
	{ passed, problem }: WebinarItem,
	events: readonly WebinarEvent[],
	preview: boolean,
): Written {
	const none = { action: 'none', retryAt: null } as const;
	if (problem !== null) {
		const failed = { ...none, ...problem, result: 'failed', reason: 'vendorRejected' } as const;
		return { outcome: outcomeOf(failed, {}, '', preview) };
	}
	if (passed !== null) {
		return { outcome: outcomeOf({ ...none, ...passed, result: 'skipped' }, {}, '', preview) };
	}
	const told = events.flatMap((event) => event.told ?? []);
	const [first] = events;
	if (first === undefined || told.length === 0) {
		return { outcome: outcomeOf(DUPLICATE, {}, '', preview) };
	}
	const whole = together(told);
	const { result, message } = whole;
	const shown = events.find(({ objectId }) => objectId !== '') ?? first;
	return {
		outcome: outcomeOf(whole, { event: { result, message } }, shown.objectId, preview),
		adds: {
			marketingEvent: shownEvent(shown),
			...(events.length > 1 && { marketingEvents: events.map(shownEvent) }),
		},
	};
}

function outcomeOf(
	told: EventResult,
	steps: Outcome['steps'],
	recordId: string,
	preview: boolean,
): Outcome {
	return { destination: 'hubspot', ...told, steps, recordId, preview };
}

/** A recurring webinar has one outcome over all its dates: the most urgent, with all counts. */
function together(told: readonly EventResult[]): EventResult {
	const byUrgency = [...told].sort(
		(one, other) => URGENCY.indexOf(one.result) - URGENCY.indexOf(other.result),
	);
	const [first, ...others] = byUrgency as [EventResult, ...EventResult[]];
	if (others.length === 0) return first;
	const counts = countResults(told.map(({ result }) => result));
	const list = URGENCY.filter((result) => counts[result] > 0).map(
		(result) => `${counts[result]} ${result}`,
	);
	const actions = new Set(told.map(({ action }) => action).filter((action) => action !== 'none'));
	const [action = 'none', ...mixed] = actions;
	return {
		...first,
		action: mixed.length === 0 ? action : 'updated',
		message: `${told.length} dates: ${list.join(', ')}. ${first.message}`,
	};
}

function shownEvent({ key, objectId, news, told }: WebinarEvent): IDataObject {
	return { objectId, ...key, startTime: news.start || null, action: told?.action ?? 'none' };
}
