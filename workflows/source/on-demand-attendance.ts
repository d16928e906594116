import { account } from './blocks/account';
import { couldNotRun } from './blocks/broken';
import { connectProgram } from './blocks/connectProgram';
import { notReadyYet } from './blocks/notReady';
import { marketo, zoom } from './blocks/platforms';
import { runsToSync } from './blocks/runs';
import { EXCLUDED_DOMAINS } from './blocks/settings';
import { EVERY_DAY, EVERY_HOUR, startedBy } from './blocks/starts';
import { Flow } from './flow';
import { by, sticky } from './nodes';

const BY_HAND = 'Try it with a past webinar';

export const flow = new Flow('on-demand-attendance', 'Zoom on-demand attendance → Marketo');

const runs = runsToSync(flow, zoom, {
	byHand: BY_HAND,
	times: [6, 10, 55],
	days: 30,
	onlyNew: false,
	people: true,
	switches: ['sync'],
});
const attendees = flow.add(
	'Get attendees',
	zoom.action,
	[3880, 20],
	{
		resource: 'attendee',
		operation: 'get',
		webinar: by('$json.webinar.webinarId'),
		session: 'one',
		sessionId: '={{ $json.webinar.sessionId }}',
		peopleToReturn: ['onDemand'],
		options: { finalAfterHours: 2 },
	},
	{ onError: 'continueErrorOutput' },
);
const sync = flow.add(
	'Sync attendance',
	marketo.action,
	[4460, 20],
	{
		resource: 'attendance',
		operation: 'sync',
		program: by('$json.webinar?.webinarId', 'webinar'),
		mapData: 'automatic',
		preview: `={{ ${startedBy(BY_HAND)} }}`,
		options: { excludedDomains: EXCLUDED_DOMAINS },
	},
	{ onError: 'continueErrorOutput' },
);
const accounts = account(flow, [4860, 0], {
	section: 6,
	destination: marketo.name,
	unit: ['on-demand viewer', 'on-demand viewers'],
	writer: sync,
	notLogged: `${startedBy(EVERY_DAY)} && ['unchanged', 'skipped'].includes(json.outcome.result)`,
});
const later = notReadyYet(flow, [4120, 220], accounts, startedBy(BY_HAND));
const broken = couldNotRun(flow, [4120, 620], accounts);
flow
	.wire(runs.on, attendees)
	.wire(runs.off, accounts)
	.wire(attendees, sync)
	.wire(attendees, later, 1)
	.wire(attendees, broken, 2)
	.wire(runs.person!, sync, 1)
	.wire(sync, accounts);
for (const name of runs.read) flow.wire(name, broken, 1);
connectProgram(flow, zoom, [0, 1180]);

sticky(
	flow,
	'About this template',
	[-900, -480],
	[760, 1340],
	`## Zoom on-demand attendance → Marketo

**What it does.** Once a day, this workflow looks who has viewed the cloud recordings of your webinars of the last 30 days. Whoever registered, was not there live and viewed the recording gets the program status *Attended On-demand* in Marketo; people who were there stay *Attended*.

**Who it is for.** Marketing teams that publish recordings of Zoom Webinars and work in Marketo.

### Set up
1. Connect each webinar to its program once: see *Once per webinar*, below the tables. The other templates for Marketo need the same.
2. Pick your **Zoom** credential in the node *Get attendees* and your **Marketo** credential in the node *Sync attendance*. Choose from the list even where n8n shows one already: then it puts them into the other nodes too. Save with Ctrl+S (⌘S); no node may keep a red mark.
3. **Try it:** press the arrow beside *Execute workflow*, choose *${BY_HAND}* and press the button. It takes your latest webinar and only looks (Preview).
4. **Publish** (activate) the workflow.

### You need
${zoom.needs}
For the views of recordings also \`cloud_recording:read:recording_analytics_details:admin\`.
${marketo.needs}

### Compared with Marketo Interactive Webinars
**The same:** *Attended On-demand* by itself, and nobody moves back.
**More here:** any channel and webinar platform, an explained result for every viewer, Preview.
**Better there:** it is told as it happens, and on-demand polls count as engagement.
**Impossible for both:** views by people whom the platform does not name. Zoom names viewers who registered for the recording or were signed in, and counts the others only. HubSpot has no such status, so this template writes to Marketo.`,
);
sticky(
	flow,
	'Starts',
	[-100, -480],
	[580, 1340],
	`### 1. Three starts
- **${BY_HAND}:** by hand, Preview is on.
- **${EVERY_DAY}:** webinars of the last 30 days.
- **${EVERY_HOUR}:** takes up whoever could not be written before, and webinars whose sync was switched on.`,
	7,
);
sticky(
	flow,
	'Which webinar',
	[2020, -480],
	[1060, 1340],
	`### 3. Which webinar, which people
- **By hand:** your latest webinar, or the one you pick in *Pick a past webinar*.
- **${EVERY_DAY}:** everything that ended in the last 30 days. **Days** in *Webinars of the last days* sets how long you look; each webinar costs some calls to Zoom a day.
- **${EVERY_HOUR}:** everybody who is open and whose time has come, up to 8 tries. After that they stay in \`n8nWebinarOpen\` for you to look at.`,
	7,
);
sticky(
	flow,
	'Who viewed',
	[3100, -480],
	[1240, 1340],
	`### 4. Who viewed the recording
A webinar whose sync is off in \`n8nWebinarSettings\` is noted once and caught up when you switch it on.

*Get attendees* returns *On-Demand Viewers* only: people who were not there live. Who was there and views the recording again is not among them and stays *Attended*.

A webinar that cannot be read goes to *Could not run*: it lands in the log and in \`n8nWebinarOpen\`, the summary says so, and it is tried again.`,
	7,
);
sticky(
	flow,
	'Write to Marketo',
	[4360, -480],
	[400, 1340],
	`### 5. Write to Marketo
**Preview** is on only for *${BY_HAND}*.

**Options:** excluded domains come from \`n8nWebinarSettings\`; the others are here.

Run it as often as you like: what is there already is not written again.`,
	5,
);
