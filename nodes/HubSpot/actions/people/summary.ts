import type { IDataObject } from 'n8n-workflow';

import type { Outcome } from '../../../shared/model/outcome';
import { summariseRun, type SummaryOf } from '../../../shared/node/runSummary';
import type { Participations } from './checkCounters';
import type { Person } from './person';
import type { Run } from './run';
import type { Session } from './session';

/**
 * One summary per marketing event of the run, and one for the items that belong to none.
 * @param outcomes of the run's people, in their order
 * @param counted the events whose people were counted
 */
export function summariesOf(
	run: Run,
	outcomes: readonly Outcome[],
	counted: ReadonlyMap<Session, Participations>,
): SummaryOf[] {
	const groups = new Map<string, { person: Person; items: number[] }>();
	run.people.forEach((person, item) => {
		const key = groupOf(person);
		const group = groups.get(key) ?? { person, items: [] };
		group.items.push(item);
		groups.set(key, group);
	});
	const facts = {
		calls: run.client.calls(),
		startedAt: run.startedAt,
		preview: run.options.preview,
	};
	return [...groups.values()].map(({ person, items }) => {
		const participations = person.session === null ? undefined : counted.get(person.session);
		const own = items.flatMap((item) => outcomes[item] ?? []);
		const summary = summariseRun(webinarOf(person), own, facts);
		return { summary: { ...summary, ...(participations ?? NOT_COUNTED) }, items };
	});
}

const NOT_COUNTED: Participations = { participations: null, written: null, warning: '' };

/** People of a webinar that never ran have no event; they are summed up by its id. */
function groupOf({ session, input }: Person): string {
	return (
		session?.historyKey ?? JSON.stringify([input.session?.webinarId, input.session?.sessionId])
	);
}

function webinarOf({ session, input }: Person): IDataObject | null {
	const told = session?.input ?? input.session;
	if (told === null) return null;
	const { provider, webinarId, occurrenceId, sessionId, topic, start, end } = told;
	return {
		provider,
		webinarId,
		occurrenceId,
		sessionId,
		topic,
		startTime: start || null,
		endTime: end || null,
		externalEventId: session?.key.externalEventId ?? '',
	};
}
