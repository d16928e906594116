import { account } from './blocks/account';
import { couldNotRun } from './blocks/broken';
import { OPEN } from './blocks/columns';
import { getRows } from './blocks/dataTable';
import { notReadyYet } from './blocks/notReady';
import { hubspot, zoom } from './blocks/platforms';
import { onlyIfOn, webinarOrPerson } from './blocks/runs';
import { EXCLUDED_DOMAINS } from './blocks/settings';
import { byHand } from './blocks/starts';
import { tables } from './blocks/tables';
import { bringBack } from './blocks/tryAgain';
import { Flow } from './flow';
import { by, cases, DATA_TABLE, FILTER, IF, only, SET, STOP, sticky, SWITCH } from './nodes';

/** What somebody writes into the field `what`. */
const [ONE, DATES, PEOPLE] = ['webinar', 'dates', 'open'];
const WANTED = "$('What to sync').first().json";

/** What it leaves open, the template for ended webinars takes up, and the other way round. */
export const flow = new Flow('sync-now', 'Sync now', 'zoom-webinar-ended-to-hubspot');

// One start: n8n's editor keeps one Manual Trigger when it imports.
const start = byHand(flow, 'Sync now', [0, 200]);
const what = flow.add('What to sync', SET, [240, 200], {
	assignments: {
		assignments: [
			['what', DATES, 'string'],
			['preview', true, 'boolean'],
			['webinarId', '', 'string'],
			['from', '={{ $now.minus({ days: 7 }).toISODate() }}', 'string'],
			['to', '={{ $now.toISODate() }}', 'string'],
		].map(([name, value, type]) => ({
			id: flow.id(`assignment ${String(name)}`),
			name,
			value,
			type,
		})),
	},
	options: {},
});
const { first, last } = tables(flow, [600, 240]);
const which = flow.add(
	'What is wanted?',
	SWITCH,
	[2100, 200],
	{
		...cases(
			flow,
			'wanted',
			[ONE, DATES, PEOPLE].map((name) => [
				name,
				`${WANTED}.what.trim().toLowerCase() === '${name}'`,
			]),
		),
		options: { fallbackOutput: 'extra', renameFallbackOutput: 'something else' },
	},
	{ executeOnce: true },
);
flow.wire(start, what).wire(what, first).wire(last, which);

const named = flow.add(
	'A webinar is named',
	IF,
	[2340, -40],
	only(flow, 'named', {
		left: `${WANTED}.webinarId`,
		type: 'string',
		operation: 'notEmpty',
	}),
);
const missing = flow.add('Say what is missing', STOP, [2580, 120], {
	errorMessage: `Open the node "What to sync", enter the webinarId, and start again`,
});
const unknown = flow.add('Say what can be wanted', STOP, [2340, 660], {
	errorMessage: `Open the node "What to sync" and write ${ONE}, ${DATES} or ${PEOPLE} into its field what`,
});
const one = flow.add(
	'Webinar by its ID',
	zoom.action,
	[2580, -40],
	{ resource: 'webinar', operation: 'get', webinar: by(`${WANTED}.webinarId`) },
	{ onError: 'continueErrorOutput' },
);
const read = flow.add(
	'Webinars of the last days',
	zoom.action,
	[2340, 280],
	{
		resource: 'webinar',
		operation: 'getAll',
		which: 'ended',
		days: `={{ Math.min(180, Math.max(1, Math.ceil($now.diff(DateTime.fromISO(${WANTED}.from), 'days').days) + 1)) }}`,
		returnAll: true,
	},
	{ onError: 'continueErrorOutput' },
);
const within = flow.add(
	'Within the dates',
	FILTER,
	[2580, 280],
	only(
		flow,
		'within',
		{
			left: '$json.endTime',
			type: 'dateTime',
			operation: 'afterOrEquals',
			right: `={{ DateTime.fromISO(${WANTED}.from).startOf('day') }}`,
		},
		{
			left: '$json.endTime',
			type: 'dateTime',
			operation: 'beforeOrEquals',
			right: `={{ DateTime.fromISO(${WANTED}.to).endOf('day') }}`,
		},
	),
);
const open = flow.add(
	'Who is open',
	DATA_TABLE,
	[2340, 460],
	getRows(OPEN.name, [{ column: 'flow', value: flow.rows }]),
);
const back = bringBack(flow, [2580, 460]);
const person = webinarOrPerson(flow, back);
flow
	.wire(which, named)
	.wire(which, read, 1)
	.wire(which, open, 2)
	.wire(which, unknown, 3)
	.wire(named, one)
	.wire(named, missing, 1)
	.wire(read, within)
	.wire(open, back);

const { toSync, on, off } = onlyIfOn(flow, ['sync'], `${WANTED}.preview`);
for (const name of [one, within, person]) flow.wire(name, toSync);
const run = flow.add(
	'One run or all?',
	IF,
	[3640, 20],
	only(flow, 'run', { left: '$json.webinar.sessionId', type: 'string', operation: 'notEmpty' }),
);
const people = { peopleToReturn: ['attended', 'noShow'], options: { finalAfterHours: 2 } };
const attendees = flow.add(
	'Get attendees',
	zoom.action,
	[3880, -80],
	{
		resource: 'attendee',
		operation: 'get',
		webinar: by('$json.webinar.webinarId'),
		session: 'one',
		sessionId: '={{ $json.webinar.sessionId }}',
		...people,
	},
	{ onError: 'continueErrorOutput' },
);
const ofAll = flow.add(
	'Get attendees of all runs',
	zoom.action,
	[3880, 120],
	{
		resource: 'attendee',
		operation: 'get',
		webinar: by('$json.webinar.webinarId'),
		session: 'all',
		...people,
	},
	{ onError: 'continueErrorOutput' },
);
const sync = flow.add(
	'Sync attendance',
	hubspot.action,
	[4460, 20],
	{
		resource: 'attendance',
		operation: 'sync',
		mapData: 'automatic',
		preview: `={{ ${WANTED}.preview }}`,
		options: { excludedDomains: EXCLUDED_DOMAINS },
	},
	{ onError: 'continueErrorOutput' },
);
const accounts = account(flow, [4860, 0], {
	section: 6,
	destination: hubspot.name,
	unit: ['person', 'people'],
	writer: sync,
});
const later = notReadyYet(flow, [4120, 320], accounts, `${WANTED}.preview`);
const broken = couldNotRun(flow, [4120, 620], accounts);
flow
	.wire(on, run)
	.wire(off, accounts)
	.wire(run, attendees)
	.wire(run, ofAll, 1)
	.wire(person, sync, 1)
	.wire(sync, accounts)
	.wire(one, broken, 1)
	.wire(read, broken, 1);
for (const name of [attendees, ofAll]) {
	flow.wire(name, sync).wire(name, later, 1).wire(name, broken, 2);
}

sticky(
	flow,
	'About this template',
	[-900, -480],
	[760, 1340],
	`## Sync now

**What it does.** Syncs Zoom attendance to HubSpot when you want it: one webinar with all its runs, everything that ended within a range of dates, or only the people and webinars who are deferred or failed in \`n8nWebinarOpen\`. Preview first: as imported it only looks, and says what would be written to whom.

**Who it is for.** Whoever runs *Zoom webinar ended → HubSpot* and wants to fetch the past, or has corrected what made people fail and does not want to wait for the hour.

### Set up
1. Pick your **Zoom** credential in the node *Get attendees* and your **HubSpot** credential in the node *Sync attendance*. Choose from the list even where n8n shows one already: then it puts them into the other nodes too. Save with Ctrl+S (⌘S); no node may keep a red mark.
2. Open *What to sync* and write **what** you want: \`${ONE}\` with the **webinarId**, \`${DATES}\` with **from** and **to** (as 2026-05-31), or \`${PEOPLE}\`. Leave **preview** on.
3. Press *Execute workflow*. Read *Summary*.
4. Switch **preview** off in *What to sync* and start again. Nothing has to be published.

### You need
${zoom.needs}
${hubspot.needs}

### Compared with HubSpot's own Zoom integration
**The same:** *Sync now* for one webinar.
**More here:** a range of dates, only those who are open, Preview, an explained result for every person. What is there already is not written again.
**Better there:** it is a button inside HubSpot.
**Impossible for both:** webinars of more than 6 months ago, which Zoom has forgotten.

It shares its rows in the tables with *Zoom webinar ended → HubSpot*: what is left open here, its hourly start takes up, and it forgets log rows after 90 days.`,
);
sticky(
	flow,
	'Start',
	[-100, -480],
	[580, 1340],
	`### 1. What to sync
The field **what** says it:
- **${ONE}:** all runs of the webinar whose **webinarId** you enter.
- **${DATES}:** webinars that ended from one day to another, both included, in the time zone of the workflow.
- **${PEOPLE}:** who is deferred or failed, whether their time has come or not.

**What to sync** is yours: open it, fill it in.`,
	5,
);
sticky(
	flow,
	'Which webinar',
	[2020, -480],
	[1060, 1340],
	`### 3. Which webinars, which people
- **${ONE}:** the webinar is read by its ID.
- **${DATES}:** Zoom's list of past webinars, up to 180 days.
- **${PEOPLE}:** rows of \`n8nWebinarOpen\`; people go straight on, webinars are read again.`,
	7,
);
sticky(
	flow,
	'Who came',
	[3100, -480],
	[1240, 1340],
	`### 4. Who came
A webinar whose sync is off in \`n8nWebinarSettings\` is left out, and the summary says so.

A run whose report is not ready is noted in \`n8nWebinarOpen\` and tried again later. What cannot be read goes to *Could not run*: it lands there too, and the summary says so.`,
	7,
);
sticky(
	flow,
	'Write to HubSpot',
	[4360, -480],
	[400, 1340],
	`### 5. Write to HubSpot
**Preview** follows *What to sync*.

**Options:** excluded domains come from \`n8nWebinarSettings\`; the others are here.`,
	5,
);
