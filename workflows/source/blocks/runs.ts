import type { Flow } from '../flow';
import { IF, only, raw, SET, SPLIT_OUT } from '../nodes';
import { begin, type Begin } from './begin';
import { latest, sweep } from './past';
import type { Platform } from './platforms';
import { switchOf } from './settings';
import { DEDUPED, EVERY_DAY, EVERY_HOUR, startedBy } from './starts';
import { tryAgain } from './tryAgain';

export interface Runs extends Begin {
	/** How far the daily look goes back. */
	days: number;
	/** The daily look leaves out what is in the log. */
	onlyNew: boolean;
	/** Open rows may be people; else all begin again at their webinar. */
	people: boolean;
	/** Settings that must all be on. */
	switches: ReadonlyArray<'sync' | 'recordings'>;
}

/** Where a run of a webinar goes on: nodes and, of those with several outputs, the first. */
export interface RunsToSync {
	/** Webinars to go on with: `{ webinar, openKey?, attempts? }`. */
	on: string;
	/** Webinars whose sync is off, ready for the account. */
	off: string;
	/** Its second output has people who were open; with `people` only. */
	person?: string;
	/** Nodes whose second output is an error output. */
	read: string[];
}

/**
 * The first half of every template that begins with webinars that were held: its starts, the tables,
 * which webinars, and whether their sync is on. From x = 0 to 3800 of the canvas.
 */
export function runsToSync(flow: Flow, platform: Platform, words: Runs): RunsToSync {
	const { event, switches } = words;
	const from = begin(flow, platform, words);
	const picked = latest(flow, platform, from(words.byHand), [2340, 60]);
	const daily = sweep(flow, platform, from(EVERY_DAY), [2340, 260], words);
	const back = tryAgain(flow, from(EVERY_HOUR), [2340, 460]);
	const sources = [picked.last, daily.last];
	if (event) sources.unshift(whatCame(flow, from(event.name)));

	const { toSync, on, off } = onlyIfOn(flow, switches, startedBy(words.byHand));
	const person = words.people ? webinarOrPerson(flow, back) : undefined;
	for (const name of [...sources, person ?? back]) flow.wire(name, toSync);
	return { on, off, person, read: [...picked.read, daily.read] };
}

/**
 * Puts webinars into one form and leaves out those that are switched off, ready for the account.
 * @param preview expression: whether the run only looks
 */
export function onlyIfOn(
	flow: Flow,
	switches: Runs['switches'],
	preview: string,
): { toSync: string; on: string; off: string } {
	const toSync = flow.add(
		'Webinar to sync',
		SET,
		[3160, 20],
		raw(`{
	webinar: $json.webinar ?? $json,
	...($json.openKey ? { openKey: $json.openKey, attempts: $json.attempts } : {}),
	sync: ${switches.map((key) => `(${switchOf(key, '($json.webinar ?? $json)')})`).join(' && ')}
}`),
	);
	const isOn = flow.add(
		'Is sync on for it?',
		IF,
		[3400, 20],
		only(flow, 'on', { left: '$json.sync', type: 'boolean', operation: 'true' }),
	);
	const off = flow.add('Sync is off', SET, [3640, 220], raw(switchedOff(preview)));
	flow.wire(toSync, isOn).wire(isOn, off, 1);
	return { toSync, on: isOn, off };
}

/** The tables come first, so what the platform told is fetched from where it came in. */
export function whatCame(
	flow: Flow,
	from: { node: string; output: number },
	[x, y]: [number, number] = [2340, -140],
	where = DEDUPED,
): string {
	const came = flow.add(
		'What came',
		SET,
		[x, y],
		raw(`{ came: $('${where}').all().map(({ json }) => json) }`),
	);
	const oneByOne = flow.add('One by one', SPLIT_OUT, [x + 240, y], {
		fieldToSplitOut: 'came',
		options: {},
	});
	flow.wire(from.node, came, from.output).wire(came, oneByOne);
	return oneByOne;
}

/** Leads webinars to the first output, people to the second. */
export function webinarOrPerson(
	flow: Flow,
	back: string,
	position: [number, number] = [2820, 460],
): string {
	const kind = flow.add(
		'Webinar or person?',
		IF,
		position,
		only(flow, 'kind', {
			left: '$json.kind',
			type: 'string',
			operation: 'equals',
			right: 'webinar',
		}),
	);
	flow.wire(back, kind);
	return kind;
}

const switchedOff = (preview: string) => `{
	webinar: $json.webinar,
	...($json.openKey ? { openKey: $json.openKey, attempts: $json.attempts } : {}),
	kind: 'webinar',
	outcome: {
		result: 'skipped',
		action: 'none',
		reason: 'syncOff',
		message: 'Syncing is switched off for this webinar',
		repair: 'Switch it on in n8nWebinarSettings; within the hour the webinar is caught up',
		preview: ${preview}
	}
}`;
