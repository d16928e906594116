import { Flow, native, ours } from './flow';
import { FILTER, IF, only, sticky } from './nodes';

const RESPOND = [native('respondToWebhook'), 1.4] as const;

export const flow = new Flow('adobe-connect-join-link', 'Adobe Connect join link');

sticky(
	flow,
	'Read me first',
	[-820, -520],
	[720, 900],
	`## Adobe Connect join link

**What it does.** Everybody gets a join link of their own. Whoever opens it is led straight on: before and during the webinar to the event or the room, afterwards to the recording, where there is one. Somebody who was not there and opens the recording comes out as *Attended On-Demand*, ready for HubSpot or Marketo.

**Who it is for.** Marketing teams that hold webinars in Adobe Connect, which has no personal links for events and does not say who watched a recording.

### Set up
1. Open your **Adobe Connect** credential and enter a long random text of your own under **Join Link Secret**. The links are signed with it: whoever knows it can make links in the name of others, and links of an old secret stop working.
2. Pick the credential in *Open join link*.
3. **Publish** (activate) the workflow and copy the **Production URL** of *Somebody opens their link*.
4. Where you register people (*Adobe Connect → Add Contact to Webinar*), add the option **Personal Join Link Address** and paste that URL. From then on \`registrant.joinUrl\` is the personal link.
5. To write *Attended On-Demand*, connect *Sync attendance* of HubSpot Webinar or Marketo Program behind *Attends on demand*.

### You need
- n8n reachable from the internet over https, because the people who register open it.
- In Adobe Connect a user with rights on the webinars and their reports.
- Recordings that people may watch: *Sync Recordings* of the node Adobe Connect can make them public.

### What it cannot do
- **A link is like a key:** who forwards it lets others in under that name. It holds three IDs and a signature, no name and no address.
- **Straight in** only at events that let people in by their email address (*password bypass*). Other events open their page, rooms ask for a name or a login.
- **Opening counts, watching is not measured.** Adobe Connect gives no viewing times. Programs that check links in mails open them, too, and then somebody counts as having opened the recording.
- A room without a date has no end: its link always opens the room.
- While n8n is down the links do not work. People can still use the address of the event.

### Compared with Marketo's Interactive Webinars
They run on Adobe Connect, too, and have all of this built in: personal links, *Attended On-Demand*, and viewing times of recordings, which no other account of Adobe Connect gives. Personal links and on-demand viewers for your own Adobe Connect are new here.`,
	4,
);

const opens = flow.add(
	'Somebody opens their link',
	[native('webhook'), 2],
	[0, 0],
	{ httpMethod: 'GET', path: 'adobe-connect-join', responseMode: 'responseNode', options: {} },
	{ webhook: true },
);
const open = flow.add(
	'Open join link',
	[ours('adobeConnect'), 1],
	[240, 0],
	{ resource: 'registrant', operation: 'openJoinLink', query: '={{ $json.query }}' },
	{ onError: 'continueRegularOutput' },
);
sticky(
	flow,
	'The link',
	[-60, -520],
	[500, 900],
	`### 1. The link
The signature is checked first. Links that were made up or cut off end here: Adobe Connect is not asked about them.

Then the person, the webinar, its runs and its recordings are looked up.`,
	7,
);

const leads = flow.add(
	'It leads somewhere',
	IF,
	[560, 0],
	only(flow, 'leads', {
		left: "$json.redirectUrl ?? ''",
		type: 'string',
		operation: 'notEmpty',
	}),
);
/** The link is a key: nobody keeps it, and nobody is told where somebody came from. */
const PRIVATE = [
	{ name: 'Cache-Control', value: 'no-store' },
	{ name: 'Referrer-Policy', value: 'no-referrer' },
];
const leadOn = flow.add('Lead on', RESPOND, [800, -120], {
	respondWith: 'redirect',
	redirectURL: '={{ $json.redirectUrl }}',
	options: { responseCode: 302, responseHeaders: { entries: PRIVATE } },
});
const page = flow.add('Show a page', RESPOND, [800, 120], {
	respondWith: 'text',
	responseBody: `=<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ $json.pageTitle ?? 'Please try again' }}</title>
<style>body { font: 18px/1.5 system-ui, sans-serif; max-width: 36em; margin: 15vh auto; padding: 0 1em; color: #222; }</style>
</head>
<body>
<h1>{{ $json.pageTitle ?? 'Please try again' }}</h1>
<p>{{ $json.pageText ?? 'Your webinar cannot be opened right now. Please open your link again in a few minutes.' }}</p>
</body>
</html>`,
	options: {
		responseCode: '={{ $json.reason ? 404 : 503 }}',
		responseHeaders: {
			entries: [{ name: 'Content-Type', value: 'text/html; charset=utf-8' }, ...PRIVATE],
		},
	},
});
sticky(
	flow,
	'Where it leads',
	[480, -520],
	[500, 900],
	`### 2. Where it leads
*Lead on* goes to addresses of your Adobe Connect only, whatever comes.

*Show a page* is for links that do not work, webinars that are gone, and moments in which Adobe Connect does not answer. Change its words as you like; put nothing into it that came with the request.`,
	7,
);

const onDemand = flow.add(
	'Attends on demand',
	FILTER,
	[1120, -120],
	only(flow, 'on demand', {
		left: '$json.attendanceStatus',
		type: 'string',
		operation: 'equals',
		right: 'attendedOnDemand',
	}),
);
sticky(
	flow,
	'On demand',
	[1020, -520],
	[400, 900],
	`### 3. Attended on demand
Only registrants who were not there live and open the recording. The item has the form of *Get attendees*: connect *Sync attendance* of HubSpot Webinar or Marketo Program here.`,
	7,
);

flow.chain(opens, open, leads, leadOn, onDemand).wire(leads, page, 1);
