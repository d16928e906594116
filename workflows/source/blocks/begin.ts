import type { Flow } from '../flow';
import type { Platform } from './platforms';
import {
	byHand,
	EVERY_DAY,
	EVERY_HOUR,
	everyDay,
	everyHour,
	whatStarted,
	whenItHappens,
} from './starts';
import { tables } from './tables';

export interface Begin {
	/** The start that the platform sets off; without it there are three starts. */
	event?: { name: string; listensTo: string[] };
	/** Name of the start by hand. */
	byHand: string;
	/** Hour and minute of the daily look, minute of the hourly one. */
	times: [hour: number, minute: number, everyHour: number];
}

/**
 * The starts of a template that a platform sets off, that is tried by hand, and that looks every day
 * and every hour, then its tables. From x = 0 to 2200 of the canvas.
 * @returns the output of each start, by its name
 */
export function begin(
	flow: Flow,
	platform: Platform,
	{ event, byHand: name, times: [hour, minute, minuteOfHour] }: Begin,
): (start: string) => { node: string; output: number } {
	const starts = [
		...(event ? [whenItHappens(flow, platform, event)] : []),
		byHand(flow, name, [240, 200]),
		everyDay(flow, [240, 400], [hour, minute]),
		everyHour(flow, [240, 600], minuteOfHour),
	];
	const { first, last } = tables(flow, [600, 240]);
	for (const start of starts) flow.wire(start, first);
	const names = [...(event ? [event.name] : []), name, EVERY_DAY, EVERY_HOUR];
	const node = whatStarted(flow, [2100, 200], names);
	flow.wire(last, node);
	return (start) => ({ node, output: names.indexOf(start) });
}
