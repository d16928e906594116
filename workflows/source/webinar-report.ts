import { account } from './blocks/account';
import { begin } from './blocks/begin';
import { couldNotRun } from './blocks/broken';
import { latest, sweep } from './blocks/past';
import { zoom } from './blocks/platforms';
import { mail, recipients, report } from './blocks/reportSteps';
import { whatCame } from './blocks/runs';
import { EVERY_DAY, EVERY_HOUR } from './blocks/starts';
import { tryAgain } from './blocks/tryAgain';
import { Flow } from './flow';
import { raw, SET, sticky } from './nodes';

const ENDED = 'Webinar ended';
const BY_HAND = 'Try it with a past webinar';

function webinarReport(): Flow {
	const made = new Flow('webinar-report', 'Webinar report');
	sticky(made, 'About this template', [-900, -480], [760, 1340], ABOUT);
	const from = begin(made, zoom, {
		event: { name: ENDED, listensTo: ['webinar.ended'] },
		byHand: BY_HAND,
		times: [6, 10, 25],
	});
	sticky(made, 'Starts', [-100, -480], [580, 1340], STARTS, 7);
	const oneByOne = whatCame(made, from(ENDED));
	const byHandPart = latest(made, zoom, from(BY_HAND), [2340, 60]);
	const daily = sweep(made, zoom, from(EVERY_DAY), [2340, 260], {
		days: 3,
		onlyNew: true,
	});
	const back = tryAgain(made, from(EVERY_HOUR), [2340, 460]);
	sticky(made, 'Which webinar', [2020, -480], [1060, 1340], WHICH, 7);

	const webinar = made.add(
		'Webinar to report',
		SET,
		[3180, 20],
		raw(`{
	webinar: $json.webinar ?? $json,
	...($json.openKey ? { openKey: $json.openKey, attempts: $json.attempts } : {})
}`),
	);
	for (const name of [oneByOne, byHandPart.last, daily.last, back]) made.wire(name, webinar);
	const who = recipients(made, [3420, 20]);
	const read = report(made, zoom, [3660, 20]);
	made.wire(webinar, who).wire(who, read);
	sticky(made, 'Make the report', [3100, -480], [1000, 1340], MAKE, 7);

	const accounts = account(made, [5400, 0], {
		section: 6,
		destination: 'the recipients',
		unit: ['report', 'reports'],
		done: 'mailed',
		kind: 'report',
		reenters: true,
	});
	mail(made, read, BY_HAND, accounts, [4200, 20]);
	const broken = couldNotRun(made, [3900, 620], accounts);
	made.wire(read, broken, 2);
	for (const name of [...byHandPart.read, daily.read]) made.wire(name, broken, 1);
	return made;
}

const ABOUT = `## Webinar report

**What it does.** A Zoom webinar ends. This workflow waits until Zoom's report is ready and mails it: the key figures in the mail, and attached a page with charts (attendance over time, engagement, polls, questions) that opens in any browser without a network, and a CSV of everybody who registered or came.

**Who it is for.** Speakers, sales and marketing people who want to know how it went, without a login to Zoom.

### Set up
1. Pick your **Zoom** credential in *Webinar ended* and your **SMTP** credential in *Mail the report*. Choose from the list even where n8n shows one already: then it puts them into the other nodes too. Save with Ctrl+S (⌘S); no node may keep a red mark.
2. Open *Who gets the report* and fill in **to**: addresses with commas between them. Left empty, the webinar's host gets it. **from** is the sender, an address of your mail server; left empty, the first recipient.
3. **Try it:** press the arrow beside *Execute workflow*, choose *Try it with a past webinar* and press the button. Nothing is mailed: open *Get report* and look at its two files under *Binary*.
4. **Publish** (activate) the workflow.
5. Open *Webinar ended* → *Webhook URLs* and copy the **Production URL**. In the Zoom App Marketplace open your Server-to-Server OAuth app → *Features → Access → Event Subscription*, add the event *Webinar → Webinar has ended*, paste the URL, press *Validate*, then *Save*.

### You need
${zoom.needs} For who viewed the recording also \`cloud_recording:read:recording_analytics_details:admin\`.
- A mail server (SMTP), or Slack: see *Mail the report*.
- n8n reachable from the internet over https.

### Compared with the dashboard of Interactive Webinars
**The same:** registered, attended, show-up rate, time, attendance over time, engagement, polls, questions, on-demand viewers.
**More here:** it comes by itself, is a file that can be kept, forwarded and printed, and has everybody as a CSV.
**Better there:** a live dashboard that is filtered and compared inside Marketo.
**Impossible for both:** what the platform does not report, e.g. people without an email address. The page says so.

The CSV names people: send it only to those who may see them. Rows of the log are deleted after 90 days.`;

const STARTS = `### 1. Four starts
- **${ENDED}:** Zoom calls. The same event delivered twice goes on once.
- **${BY_HAND}:** makes the report and mails nothing.
- **${EVERY_DAY}:** picks up webinars that ended while n8n was down.
- **${EVERY_HOUR}:** tries again what could not be mailed.`;

const WHICH = `### 3. Which webinar
- **By hand:** your latest webinar, or the one you pick in *Pick a past webinar*.
- **${EVERY_DAY}:** webinars of the last 3 days that ended 3 hours ago or more and are not in the log. On the first day it therefore also reports webinars that were held before you activated this workflow.
- **${EVERY_HOUR}:** webinars whose report could not be made or mailed, up to 8 tries.

A report that was mailed is in \`n8nWebinarLog\` (kind \`report\`) and is not mailed again.`;

const MAKE = `### 4. Make the report
**Who gets the report** is yours: **to** and **from**.

Zoom's report takes a while. Until then *Get report* sends the webinar to *Not Ready*, and after 10 minutes it is asked again. 2 hours after the end the report counts as final. **Options** of *Get report*: time zone, names of people, minimum attendance.`;

export const flow = webinarReport();
