import { Flow } from '../flow';
import { by, IF, only, raw, SET, sticky } from '../nodes';
import { account } from './account';
import { begin } from './begin';
import { couldNotRun } from './broken';
import { coming } from './coming';
import { because } from './gone';
import type { Crm, Platform } from './platforms';
import { whatCame } from './runs';
import { switchOf } from './settings';
import { EVERY_DAY, EVERY_HOUR, startedBy } from './starts';
import { tryAgain } from './tryAgain';

const CHANGED = 'Webinar created, moved or cancelled';
const BY_HAND = 'Try it with your coming webinars';

export interface PlannedEvents {
	key: string;
	title: string;
	platform: Platform;
	crm: Crm;
	about: string;
	/** Hour and minute of the daily look, minute of the hourly one. */
	times: [hour: number, minute: number, everyHour: number];
}

/** A webinar is planned, moved or cancelled, and the CRM's event follows it. */
export function plannedEvents({ key, title, platform, crm, about, times }: PlannedEvents): Flow {
	const flow = new Flow(key, title);
	sticky(flow, 'About this template', [-900, -480], [760, 1340], about);
	const from = begin(flow, platform, {
		event: {
			name: CHANGED,
			listensTo: ['webinar.created', 'webinar.updated', 'webinar.deleted'],
		},
		byHand: BY_HAND,
		times,
	});
	const came = whatCame(flow, from(CHANGED));
	const list = coming(flow, platform, [from(BY_HAND), from(EVERY_DAY)], [2340, 60], {
		byHand: BY_HAND,
		missing: true,
	});
	const back = tryAgain(flow, from(EVERY_HOUR), [2340, 260]);

	const look = flow.add(
		'Webinar to look at',
		SET,
		[3640, 60],
		raw('{ ...$json, kind: undefined, webinar: $json.webinar ?? $json }'),
	);
	for (const name of [came, list.last, back]) flow.wire(name, look);
	const toSync = asItIsNow(flow, platform, look);
	const isOn = flow.add(
		'Is sync on for it?',
		IF,
		[5080, 60],
		only(flow, 'on', { left: '$json.sync', type: 'boolean', operation: 'true' }),
	);
	const off = flow.add('Sync is off', SET, [5080, 360], raw(SWITCHED_OFF));
	const sync = flow.add(
		'Sync webinar',
		crm.action,
		[5400, 60],
		{
			resource: 'webinar',
			operation: 'sync',
			mapData: 'automatic',
			preview: `={{ ${startedBy(BY_HAND)} }}`,
			options: {},
		},
		{ onError: 'continueErrorOutput' },
	);
	const accounts = account(flow, [5800, 0], {
		section: 6,
		destination: crm.name,
		unit: ['webinar', 'webinars'],
		writer: sync,
		kind: 'event',
		reenters: true,
		status: PLANNED_FOR,
		notLogged: `${startedBy(EVERY_DAY)} && (json.outcome.result === 'unchanged' || json.outcome.reason === 'otherAppsEvent')`,
	});
	const broken = couldNotRun(flow, [4840, 660], accounts, { [toSync.unread]: toSync.read });
	flow
		.wire(toSync.last, isOn)
		.wire(isOn, sync)
		.wire(isOn, off, 1)
		.wire(sync, accounts)
		.wire(off, accounts)
		.wire(list.read, broken, 1)
		.wire(toSync.unread, broken, 1);
	notes(flow, platform, crm);
	return flow;
}

/** Reads the webinar, because news tells little and may come late; but for what is deleted. */
function asItIsNow(
	flow: Flow,
	platform: Platform,
	look: string,
): { last: string; read: string; unread: string } {
	const deleted = flow.add(
		'Was it deleted?',
		IF,
		[3880, 60],
		only(flow, 'deleted', {
			left: "$json.event ?? ''",
			type: 'string',
			operation: 'endsWith',
			right: 'deleted',
		}),
	);
	const get = flow.add(
		'Get webinar',
		platform.action,
		[4120, 160],
		{ resource: 'webinar', operation: 'get', webinar: by('$json.webinar.webinarId') },
		{ onError: 'continueErrorOutput' },
	);
	const now = flow.add('As it is now', SET, [4360, 160], raw(AS_IT_IS_NOW));
	const isGone = because(flow, 'Is it gone?', [4360, 460], 'webinarNotFound');
	const gone = flow.add('Deleted meanwhile', SET, [4600, 360], raw(DELETED_MEANWHILE));
	const last = flow.add(
		'Webinar to sync',
		SET,
		[4840, 60],
		raw(`{ ...$json, sync: ${switchOf('sync')} }`),
	);
	flow
		.chain(look, deleted, last)
		.wire(deleted, get, 1)
		.chain(get, now, last)
		.wire(get, isGone, 1)
		.chain(isGone, gone, last);
	return { last, read: get, unread: isGone };
}

const TAKEN_UP = (json: string) =>
	`...(${json}.openKey ? { openKey: ${json}.openKey, attempts: ${json}.attempts } : {})`;

/** The plan only: what a run of it came to is written after the webinar. */
const AS_IT_IS_NOW = `{
	webinar: { ...$json, sessionId: '', startTime: null, endTime: null },
	sequence: $('Webinar to look at').item.json.sequence,
	${TAKEN_UP("$('Webinar to look at').item.json")}
}`;

const DELETED_MEANWHILE = `{
	event: 'webinar.deleted',
	operation: 'all',
	webinar: $json.webinar,
	hostId: $json.hostId,
	sequence: $json.sequence,
	${TAKEN_UP('$json')}
}`;

const LAST_DATE =
	"[$json.webinar.scheduledEndTime, ...($json.webinar.occurrences ?? []).map(({ startTime }) => startTime)].filter((at) => at).sort().at(-1) ?? ''";

/** Who is off until the webinar is over is no longer looked at. */
const SWITCHED_OFF = `{
	webinar: $json.webinar,
	${TAKEN_UP('$json')},
	kind: 'webinar',
	outcome: {
		result: 'skipped',
		action: 'none',
		reason: $json.openKey && DateTime.fromISO(${LAST_DATE}) < $now ? '' : 'syncOff',
		message: 'Syncing is switched off for this webinar',
		repair: 'Switch it on in n8nWebinarSettings; within the hour the webinar is caught up',
		preview: ${startedBy(BY_HAND)}
	}
}`;

const PLANNED_FOR =
	"[json.marketingEvent?.startTime, ...(json.marketingEvents ?? []).map(({ startTime }) => startTime)].filter((at) => at).sort().at(-1) ?? ''";

function notes(flow: Flow, { name }: Platform, crm: Crm): void {
	sticky(
		flow,
		'Starts',
		[-100, -480],
		[580, 1340],
		`### 1. Four starts
- **${CHANGED}:** ${name} calls. The same event delivered twice goes on once.
- **${BY_HAND}:** by hand, Preview is on.
- **${EVERY_DAY}:** looks at all coming webinars and writes what differs: what ${name} told while n8n was down, and webinars that were planned before you activated this workflow.
- **${EVERY_HOUR}:** takes up what could not be written before, and webinars whose sync was switched on.`,
		7,
	);
	sticky(
		flow,
		'Which webinar',
		[2020, -480],
		[1460, 1340],
		`### 3. Which webinars
- **By hand** and **${EVERY_DAY}:** the coming webinars of all hosts, each once. *${EVERY_DAY}* also looks at webinars that the log knows as planned and ${name} no longer lists: they may have been deleted. It leaves to *${EVERY_HOUR}* what is on the open list, and does not log what is unchanged.
- **${EVERY_HOUR}:** what is open and whose time has come, up to 8 tries. After that it stays in \`n8nWebinarOpen\` for you to look at: do what \`repair\` says, set \`attempts\` to 0, and it is written within the hour.`,
		7,
	);
	sticky(
		flow,
		'As it is',
		[3500, -480],
		[1720, 1340],
		`### 4. The webinar as it is now
${name}'s news tells only what has changed, and news may come late or out of order. So the webinar itself is read, and the ${crm.name} event is brought to what it is **now**. One that ${name} does not know any more was deleted meanwhile. A deletion is taken from the news, because there is nothing left to read.

A webinar whose sync is off in \`n8nWebinarSettings\` is noted once and caught up when you switch it on. A deletion names the host by user ID only: a row for a host's email does not stop it, so that no event stays for a webinar that will not be held.

What cannot be read goes to *Could not run*: it lands in the log and in \`n8nWebinarOpen\`, and is tried again.`,
		7,
	);
	sticky(
		flow,
		`Write to ${crm.name}`,
		[5240, -480],
		[460, 1340],
		`### 5. Write to ${crm.name}
**Preview** is on only for *${BY_HAND}*.

**Options:** what to do about marketing events of other apps, and about deleted webinars.

Run it as often as you like: what is there already is not written again.`,
		5,
	);
}
