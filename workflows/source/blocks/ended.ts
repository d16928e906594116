import { Flow } from '../flow';
import { by, sticky, WAIT } from '../nodes';
import { account } from './account';
import { couldNotRun } from './broken';
import { connectProgram } from './connectProgram';
import { marketo, type Crm, type Platform } from './platforms';
import { runsToSync } from './runs';
import { EXCLUDED_DOMAINS } from './settings';
import { EVERY_DAY, EVERY_HOUR, startedBy } from './starts';

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
	sticky(flow, 'About this template', [-900, -480], [760, 1340], about);
	startsNote(flow, platform);
	whichNote(flow, crm);
	const runs = runsToSync(flow, platform, {
		event: { name: ENDED, listensTo: ['webinar.ended'] },
		byHand: BY_HAND,
		times,
		days: 3,
		onlyNew: true,
		people: true,
		switches: ['sync'],
	});
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
	flow.wire(runs.on, attendees).wire(wait, attendees);
	cameNote(flow, platform);

	const sync = flow.add(
		'Sync attendance',
		crm.action,
		[4460, 20],
		{
			resource: 'attendance',
			operation: 'sync',
			...crm.attendance.fields,
			mapData: 'automatic',
			preview: `={{ ${startedBy(BY_HAND)} }}`,
			options: { ...crm.attendance.options, excludedDomains: EXCLUDED_DOMAINS },
		},
		{ onError: 'continueErrorOutput' },
	);
	writeNote(flow, crm);
	const accounts = account(flow, [4860, 0], {
		section: 6,
		destination: crm.name,
		unit: ['person', 'people'],
		writer: sync,
	});
	const broken = couldNotRun(flow, [4120, 620], accounts);
	flow
		.wire(attendees, sync)
		.wire(attendees, wait, 1)
		.wire(attendees, broken, 2)
		.wire(runs.person!, sync, 1)
		.wire(sync, accounts)
		.wire(runs.off, accounts);
	for (const name of runs.read) flow.wire(name, broken, 1);
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
- **${EVERY_HOUR}:** takes up whoever could not be written before, and webinars whose sync was switched on.`,
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
- **${EVERY_HOUR}:** everybody who is open and whose time has come, up to 8 tries. After that they stay in \`n8nWebinarOpen\` for you to look at: do what \`repair\` says, set \`attempts\` to 0, and ${name} gets them within the hour.`,
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
