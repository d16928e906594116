import { account } from './blocks/account';
import { couldNotRun } from './blocks/broken';
import { CREDENTIAL_TEST, hubspot, zoom } from './blocks/platforms';
import { runsToSync } from './blocks/runs';
import { EXCLUDED_DOMAINS } from './blocks/settings';
import { EVERY_DAY, EVERY_HOUR, startedBy } from './blocks/starts';
import { Flow } from './flow';
import { by, raw, SET, sticky } from './nodes';

const READY = 'Recording ready';
const BY_HAND = 'Try it with a past webinar';

export const flow = new Flow('zoom-recordings-to-hubspot', 'Zoom recordings → HubSpot');

const runs = runsToSync(flow, zoom, {
	event: { name: READY, listensTo: ['recording.completed', 'recording.transcript_completed'] },
	byHand: BY_HAND,
	times: [5, 50, 25],
	days: 7,
	onlyNew: false,
	people: false,
	switches: ['sync', 'recordings'],
});
const read = flow.add(
	'Sync recordings',
	zoom.action,
	[3880, 20],
	{
		resource: 'recording',
		operation: 'sync',
		recordingsOf: 'webinar',
		webinar: by('$json.webinar.webinarId'),
		sessionId: '={{ $json.webinar.sessionId }}',
		newSince: 'everything',
		options: {},
	},
	{ onError: 'continueErrorOutput' },
);
const write = flow.add(
	'Add recordings to CRM',
	hubspot.action,
	[4460, 20],
	{
		resource: 'recording',
		operation: 'sync',
		mapData: 'automatic',
		as: 'link',
		transcript: 'note',
		associateWith: 'attendees',
		preview: `={{ ${startedBy(BY_HAND)} }}`,
		options: { excludedDomains: EXCLUDED_DOMAINS },
	},
	{ onError: 'continueErrorOutput' },
);
// A transcript may be longer than everything else together, and the account needs none.
const brief = flow.add(
	'Without the transcript',
	SET,
	[4700, 20],
	raw(`{
	webinar: $json.webinar,
	name: [$json.recording?.fileType, $json.recording?.type].filter((part) => part).join(' '),
	attempts: $('Webinar to sync').all().find(({ json }) => json.webinar.sessionId === $json.webinar?.sessionId)?.json.attempts,
	outcome: $json.outcome
}`),
);
const accounts = account(flow, [5120, 0], {
	section: 6,
	destination: hubspot.name,
	unit: ['recording file', 'recording files'],
	writer: write,
	kind: 'recording',
	reenters: true,
	// What the daily look finds as it was is no news.
	notLogged: `${startedBy(EVERY_DAY)} && ['unchanged', 'skipped'].includes(json.outcome.result)`,
});
const broken = couldNotRun(flow, [4120, 620], accounts);
flow
	.wire(runs.on, read)
	.wire(runs.off, accounts)
	.wire(read, write)
	.wire(read, broken, 1)
	.chain(write, brief, accounts);
for (const name of runs.read) flow.wire(name, broken, 1);

sticky(
	flow,
	'About this template',
	[-900, -480],
	[760, 1340],
	`## Zoom recordings → HubSpot

**What it does.** Zoom has finished the recording or the transcript of a webinar. This workflow writes it to HubSpot: one call per run of the webinar, on the timeline of everybody who attended, with the links to the recording; the transcript as notes of the same contacts; and the address of the recording on the marketing event. What is late or was missed is fetched by itself.

**Who it is for.** Sales and marketing teams that record Zoom Webinars and work in HubSpot.

### Set up
1. Run *Zoom webinar ended → HubSpot* as well: HubSpot has to know who attended.
2. Pick your **Zoom** credential in the node *${READY}* and your **HubSpot** credential in the node *Add recordings to CRM*. Choose from the list even where n8n shows one already: then it puts them into the other nodes too. Save with Ctrl+S (⌘S); no node may keep a red mark.
3. **Try it:** press the arrow beside *Execute workflow*, choose *${BY_HAND}* and press the button. It takes your latest webinar and only looks (Preview).
4. **Publish** (activate) the workflow.
5. Open *${READY}* → *Webhook URLs* and copy the **Production URL**. In the Zoom App Marketplace open your Server-to-Server OAuth app → *Features → Access → Event Subscription*, add the events *Recording → All Recordings have completed* and *Recording Transcript files have completed*, paste the URL, press *Validate*, then *Save*.

### You need
- **Zoom:** Zoom Webinars with cloud recording, and a Server-to-Server OAuth app with the scopes
${CREDENTIAL_TEST}, \`cloud_recording:read:list_recording_files:admin\`, \`cloud_recording:read:list_user_recordings:admin\`, \`cloud_recording:read:meeting_transcript:admin\`, \`webinar:read:webinar:admin\`, \`webinar:read:list_past_instances:admin\`, \`report:read:webinar:admin\`, \`report:read:list_history_meetings:admin\`. The app's Secret Token goes into the credential.
- **HubSpot:** a service key with the scopes
\`crm.objects.contacts.read\`, \`crm.objects.contacts.write\`, \`crm.objects.marketing_events.read\`, \`crm.objects.marketing_events.write\`, \`crm.schemas.contacts.write\`.
- n8n reachable from the internet over https.

### Compared with HubSpot's own Zoom integration
**The same:** recordings and transcripts appear by themselves, on the timelines of the people who were there; on and off per host or webinar (\`recordings\` in \`n8nWebinarSettings\`).
**More here:** one call for all attendees instead of one each, late transcripts are added to it, an explained result for every file, Preview.
**Better there:** the transcript becomes HubSpot's own call transcript. Here that needs the OAuth2 credential: choose *Call Transcript* in *Add recordings to CRM*.
**Impossible for both:** recordings kept on the host's computer.`,
);
sticky(
	flow,
	'Starts',
	[-100, -480],
	[580, 1340],
	`### 1. Four starts
- **${READY}:** Zoom calls, once for the recording and once for the transcript. The same event delivered twice goes on once.
- **${BY_HAND}:** by hand, Preview is on.
- **${EVERY_DAY}:** looks at the webinars of the last 7 days again.
- **${EVERY_HOUR}:** takes up what was not ready, and webinars that were switched on.`,
	7,
);
sticky(
	flow,
	'Which webinar',
	[2020, -480],
	[1060, 1340],
	`### 3. Which webinar
- **By hand:** your latest webinar, or the one you pick in *Pick a past webinar*.
- **${EVERY_DAY}:** everything that ended in the last 7 days, 3 hours ago or more. What is in HubSpot already is not written again, and only news are logged.
- **${EVERY_HOUR}:** webinars in \`n8nWebinarOpen\` whose time has come, up to 8 tries.`,
	7,
);
sticky(
	flow,
	'Which recordings',
	[3100, -480],
	[1240, 1340],
	`### 4. Which recordings
A webinar is left out while \`sync\` or \`recordings\` is off for it in \`n8nWebinarSettings\`, and caught up when both are on.

*Sync recordings* returns one item per file. A recording or transcript that Zoom still works on is *deferred* and looked for again. **Files** chooses more kinds (chat, audio, captions); **Return** gives the files themselves.

A webinar that cannot be read goes to *Could not run*: it lands in the log and in \`n8nWebinarOpen\`, the summary says so, and it is tried again.`,
	7,
);
sticky(
	flow,
	'Write to HubSpot',
	[4360, -480],
	[640, 1340],
	`### 5. Write to HubSpot
**Preview** is on only for *${BY_HAND}*.

**Add As**, **Transcript** and **Associate With** choose what is written and to whom. Until HubSpot knows who attended, a recording is *deferred*.

Run it as often as you like: what is there already is not written again.`,
	5,
);
