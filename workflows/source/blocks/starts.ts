import type { Flow, Parameters } from '../flow';
import type { Platform } from './platforms';
import { cases, MANUAL, NO_REPEATS, SCHEDULE, SWITCH } from '../nodes';

export const EVERY_DAY = 'Every day';
export const EVERY_HOUR = 'Every hour';
export const DEDUPED = 'Drop repeated deliveries';

/** Lets an event through once, however often the platform delivers it. */
export function dropRepeats(flow: Flow, position: [number, number]): string {
	return flow.add(DEDUPED, NO_REPEATS, position, {
		operation: 'removeItemsSeenInPreviousExecutions',
		logic: 'removeItemsWithAlreadySeenKeyValues',
		dedupeValue: '={{ $json.eventId }}',
		options: { historySize: 100_000 },
	});
}

/** Once a day. @param at hour and minute; templates differ, so that they do not all run at once */
export function everyDay(flow: Flow, position: [number, number], [hour, minute]: [number, number]) {
	const rule = { field: 'days', daysInterval: 1, triggerAtHour: hour, triggerAtMinute: minute };
	return flow.add(EVERY_DAY, SCHEDULE, position, schedule(rule));
}

export function everyHour(flow: Flow, position: [number, number], minute: number): string {
	const rule = { field: 'hours', hoursInterval: 1, triggerAtMinute: minute };
	return flow.add(EVERY_HOUR, SCHEDULE, position, schedule(rule));
}

export function byHand(flow: Flow, name: string, position: [number, number]): string {
	return flow.add(name, MANUAL, position, {});
}

const schedule = (rule: Parameters): Parameters => ({ rule: { interval: [rule] } });

/** true where this start began the run; an expression. */
export const startedBy = (name: string) => `$('${name}').isExecuted`;

/** Leads each start to an output of its own, in their order; the tables come before it, and it takes one item. */
export function whatStarted(flow: Flow, position: [number, number], starts: string[]): string {
	return flow.add(
		'What started this?',
		SWITCH,
		position,
		cases(
			flow,
			'started',
			starts.map((name) => [name, startedBy(name)]),
		),
		{ executeOnce: true },
	);
}

/** The start that the platform sets off, each event once. */
export function whenItHappens(
	flow: Flow,
	platform: Platform,
	{ name, listensTo }: { name: string; listensTo: string[] },
): string {
	const trigger = flow.add(name, platform.trigger, [0, 0], platform.listensTo(...listensTo), {
		webhook: platform.hasWebhook,
	});
	const dedupe = dropRepeats(flow, [240, 0]);
	flow.wire(trigger, dedupe);
	return dedupe;
}
