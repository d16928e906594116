import { Flow } from '../flow';
import { by, cases, IF, only, raw, SET, SPLIT_OUT, sticky, SWITCH, WAIT } from '../nodes';
import { account } from './account';
import { couldNotRun } from './broken';
import { connectProgram } from './connectProgram';
import { latest, sweep } from './past';
import { marketo, type Crm, type Platform } from './platforms';
import { EXCLUDED_DOMAINS, switchOf } from './settings';
import {
	byHand,
	dropRepeats,
	DEDUPED,
	EVERY_DAY,
	EVERY_HOUR,
	everyDay,
	everyHour,
	startedBy,
} from './starts';
import { tables } from './tables';
import { tryAgain } from './tryAgain';

const ENDED = 'Webinar ended';
const BY_HAND = 'Try it with a past webinar';

export interface Ended {
	key: string;
	platform: Platform;
	crm: Crm;
	about: string;
	/** Hour and minute of the daily look, minute of the hourly one. */
	times: [hour: number, minute: number, everyHour: number];
}

/** A webinar ends, and everybody of it is written to a CRM: four templates that differ in two nodes. */
export function ended({ key, platform, crm, about, times }: Ended): Flow {
	const flow = new Flow(key, `${platform.name} webinar ended → ${crm.name}`);
	const [hour, minute, minuteOfHour] = times;
	sticky(flow, 'About this template', [-900, -480], [760, 1340], about);
	const trigger = flow.add(ENDED, platform.trigger, [0, 0], platform.listensTo('webinar.ended'), {
		webhook: platform.hasWebhook,
	});
	const dedupe = dropRepeats(flow, [240, 0]);
	const starts = [
		dedupe,
		byHand(flow, BY_HAND, [240, 200]),
		everyDay(flow, [240, 400], [hour, minute]),
		everyHour(flow, [240, 600], minuteOfHour),
	];
	startsNote(flow, platform);
	flow.wire(trigger, dedupe);
	const { first, last } = tables(flow, [600, 240]);
	for (const start of starts) flow.wire(start, first);

	const which = flow.add(
		'What started this?',
		SWITCH,
		[2100, 200],
		cases(
			flow,
			'started',
			[ENDED, BY_HAND, EVERY_DAY, EVERY_HOUR].map((name) => [name, startedBy(name)]),
		),
		{ executeOnce: true },
	);
	flow.wire(last, which);
	const came = flow.add(
		'What came',
		SET,
		[2340, -140],
		raw(`{ came: $('${DEDUPED}').all().map(({ json }) => json) }`),
	);
	const oneByOne = flow.add('One by one', SPLIT_OUT, [2580, -140], {
		fieldToSplitOut: 'came',
		options: {},
	});
	flow.wire(which, came).wire(came, oneByOne);
	const byHandPart = latest(flow, platform, { node: which, output: 1 }, [2340, 60]);
	const daily = sweep(flow, platform, { node: which, output: 2 }, [2340, 260]);
	const back = tryAgain(flow, { node: which, output: 3 }, [2340, 460]);
	const kind = flow.add(
		'Webinar or person?',
		IF,
		[2820, 460],
		only(flow, 'kind', {
			left: '$json.kind',
			type: 'string',
			operation: 'equals',
			right: 'webinar',
		}),
	);
	flow.wire(back, kind);
	whichNote(flow, crm);

	const toSync = flow.add(
		'Webinar to sync',
		SET,
		[3160, 20],
		raw(`{
	webinar: $json.webinar ?? $json,
	...($json.openKey ? { openKey: $json.openKey, attempts: $json.attempts } : {}),
	sync: ${switchOf('sync', '($json.webinar ?? $json)')}
}`),
	);
	const isOn = flow.add(
		'Is sync on for it?',
		IF,
		[3400, 20],
		only(flow, 'on', { left: '$json.sync', type: 'boolean', operation: 'true' }),
	);
	const off = flow.add(
		'Sync is off',
		SET,
		[3640, 220],
		raw(`{
	webinar: $json.webinar,
	...($json.openKey ? { openKey: $json.openKey, attempts: $json.attempts } : {}),
	kind: 'webinar',
	outcome: {
		result: 'skipped',
		action: 'none',
		reason: 'syncOff',
		message: 'Syncing is switched off for this webinar',
		repair: 'Switch it on in n8nWebinarSettings; within the hour the webinar is caught up',
		preview: ${startedBy(BY_HAND)}
	}
}`),
	);
	for (const name of [oneByOne, byHandPart.last, daily.last, kind]) flow.wire(name, toSync);
	flow.wire(toSync, isOn);

	const attendees = flow.add(
		'Get attendees',
		platform.action,
		[3880, 20],
		{
			resource: 'attendee',
			operation: 'get',
			webinar: by('$json.webinar.webinarId'),
			session: 'one',
			sessionId: '={{ $json.webinar.sessionId }}',
			peopleToReturn: ['attended', 'noShow'],
			options: { finalAfterHours: 2, retryAfterMinutes: 10 },
		},
		{ onError: 'continueErrorOutput' },
	);
	const wait = flow.add(
		'Wait for the report',
		WAIT,
		[4120, 220],
		{
			resume: 'specificTime',
			dateTime: '={{ $json.retryAt }}',
		},
		{ webhook: true },
	);
	flow.wire(isOn, attendees).wire(isOn, off, 1).wire(wait, attendees);
	cameNote(flow, platform);

	const sync = flow.add(
		'Sync attendance',
		crm.action,
		[4460, 20],
		{
			resource: 'attendance',
			operation: 'sync',
			mapData: 'automatic',
			preview: `={{ ${startedBy(BY_HAND)} }}`,
			options: { excludedDomains: EXCLUDED_DOMAINS },
		},
		{ onError: 'continueErrorOutput' },
	);
	writeNote(flow, crm);
	const accounts = account(flow, [4860, 0], {
		section: 6,
		destination: crm.name,
		unit: ['person', 'people'],
	});
	const broken = couldNotRun(flow, [4120, 620], accounts);
	flow
		.wire(attendees, sync)
		.wire(attendees, wait, 1)
		.wire(attendees, broken, 2)
		.wire(kind, sync, 1)
		.wire(sync, accounts)
		.wire(off, accounts);
	for (const name of [...byHandPart.read, daily.read]) flow.wire(name, broken, 1);
	if (crm === marketo) connectProgram(flow, platform, [0, 1180]);
	return flow;
}

function startsNote(flow: Flow, { name, hasWebhook }: Platform): void {
	const arrival = hasWebhook
		? `${name} calls. The same event delivered twice goes on once.`
		: `n8n asks ${name} every few minutes. The same run goes on once.`;
	sticky(
		flow,
		'Starts',
		[-100, -480],
		[580, 1340],
		`### 1. Four starts
- **${ENDED}:** ${arrival}
- **${BY_HAND}:** by hand, Preview is on.
- **${EVERY_DAY}:** picks up webinars that ended while n8n was down.
- **${EVERY_HOUR}:** takes up who could not be written before, and webinars whose sync was switched on.`,
		7,
	);
}

function whichNote(flow: Flow, { name }: Crm): void {
	sticky(
		flow,
		'Which webinar',
		[2020, -480],
		[1060, 1340],
		`### 3. Which webinar, which people
- **By hand:** your latest webinar, or the one you pick in *Pick a past webinar*.
- **${EVERY_DAY}:** webinars of the last 3 days that ended 3 hours ago or more and are not in the log. On the first day it therefore also syncs webinars that were held before you activated this workflow. If you narrow *${ENDED}* with its options, add the same condition to *Ended 3 hours ago or more*.
- **${EVERY_HOUR}:** who is open and whose time has come, up to 8 tries. After that they stay in \`n8nWebinarOpen\` for you to look at: mend what \`repair\` says, set \`attempts\` to 0, and ${name} gets them within the hour.`,
		7,
	);
}

function cameNote(flow: Flow, { name }: Platform): void {
	sticky(
		flow,
		'Who came',
		[3100, -480],
		[1240, 1340],
		`### 4. Who came
A webinar whose sync is off in \`n8nWebinarSettings\` is noted once and caught up when you switch it on.

${name}'s report takes a while. Until then *Get attendees* sends the webinar to *Not Ready*, and after 10 minutes it is asked again. 2 hours after the end the report counts as final, even when it is empty.

A webinar that cannot be read goes to *Could not run*: it lands in the log and in \`n8nWebinarOpen\`, the summary says so, and it is tried again.`,
		7,
	);
}

function writeNote(flow: Flow, { name }: Crm): void {
	sticky(
		flow,
		`Write to ${name}`,
		[4360, -480],
		[400, 1340],
		`### 5. Write to ${name}
**Preview** is on only for *${BY_HAND}*. To sync a past webinar for real, switch Preview off here, run it, and switch it back.

**Options:** excluded domains come from \`n8nWebinarSettings\`; the others are here.

Run it as often as you like: what is there already is not written again.`,
		5,
	);
}
