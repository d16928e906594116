import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { addToGroup } from '../../../shared/model/groups';
import type { Summarised } from '../../../shared/node/people';
import { summariseRun, type SummaryOf } from '../../../shared/node/runSummary';
import type { Outcome } from '../../../shared/model/outcome';
import type { WebinarItem } from '../../../shared/items/webinarItem';
import { attempt } from '../../../shared/transport/attempt';
import { createClient } from '../../transport/request';
import { EventFinder } from '../events/findEvent';
import { readWebinarOptions, readWebinars } from './input';
import { writtenOf } from './outcome';
import { syncEvent } from './syncEvent';
import { eventsOf } from './webinarEvent';

/**
 * Keeps the marketing events of webinars right: created, moved, renamed and cancelled with them. An
 * event that several items speak of is written once, with what all of them tell.
 */
export async function syncWebinars(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Summarised> {
	if (items.length === 0) return { written: [], summaries: [] };
	const startedAt = new Date().toISOString();
	const options = readWebinarOptions(this);
	const webinars = readWebinars(this, items, options.accountId);
	const events = eventsOf(webinars, options.marketingEvent);
	const client = await createClient(this);
	const finder = new EventFinder(client, options.otherApps);
	for (const event of events) {
		const attempted = await attempt(syncEvent(client, event, finder, options));
		if (!attempted.ok) event.refuse(attempted.error);
	}
	const written = webinars.map((webinar, index) =>
		writtenOf(
			webinar,
			events.filter(({ item }) => item === index),
			options.preview,
		),
	);
	const facts = { calls: client.calls(), startedAt, preview: options.preview };
	const outcomes = written.map(({ outcome }) => outcome);
	return { written, summaries: summariesOf(webinars, outcomes, facts) };
}

/** One summary per webinar, whatever number of items speak of it. */
function summariesOf(
	webinars: readonly WebinarItem[],
	outcomes: readonly Outcome[],
	facts: Parameters<typeof summariseRun>[2],
): SummaryOf[] {
	const groups = new Map<string, number[]>();
	for (const [index, { about }] of webinars.entries()) {
		addToGroup(groups, JSON.stringify([about.accountId, about.webinarId]), index);
	}
	return [...groups.values()].map((items) => {
		const own = items.flatMap((item) => outcomes[item] ?? []);
		return { summary: summariseRun(shownOf(webinars[items[0] ?? 0]), own, facts), items };
	});
}

function shownOf(webinar: WebinarItem | undefined): IDataObject | null {
	if (webinar === undefined || webinar.about.webinarId === '') return null;
	const { provider, webinarId, topic } = webinar.about;
	return { provider, webinarId, topic };
}
