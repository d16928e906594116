import { ended } from './blocks/ended';
import { adobeConnect, marketo } from './blocks/platforms';

export const flow = ended({
	key: 'adobe-connect-ended-to-marketo',
	platform: adobeConnect,
	crm: marketo,
	times: [5, 50, 50],
	about: `## Adobe Connect webinar ended → Marketo

**What it does.** An event or seminar in Adobe Connect ends. This workflow collects who came and who was registered or invited and did not come, and writes everybody to the webinar's Marketo program: *Attended* or *No Show*, and polls, questions, surveys and files taken as activities. Every person ends up in the table \`n8nWebinarLog\` with a result, and, where something was left out or refused, with the reason and what to do about it.

**Who it is for.** Marketing teams with an Adobe Connect account of their own (hosted by Adobe or on their own server) that work in Marketo Engage.

### Set up
1. Pick your **Adobe Connect** credential in the node *Webinar ended* and your **Marketo** credential in the node *Sync attendance*. Choose from the list even where n8n shows one already: then it puts them into the other nodes too. Save with Ctrl+S (⌘S); no node may keep a red mark.
2. **Connect a program** to a webinar: see the note *Once per webinar*, below the canvas' first nodes.
3. **Try it:** press the arrow beside *Execute workflow*, choose *Try it with a past webinar* and press the button. It takes your latest webinar and only looks (Preview). To choose another one, open *Pick a past webinar*, set **Webinar** to *Fixed* and choose from the list.
4. **Publish** (activate) the workflow. Adobe Connect is asked every 5 minutes (**Poll Times** of *Webinar ended*); nothing has to be set up there.

### You need
${adobeConnect.needs}
${marketo.needs}

### Compared with Marketo's Interactive Webinars
They run on an Adobe Connect that Adobe keeps for Marketo; this is for an account of your own.
**The same:** Attended, No Show, polls and questions of each person, engagement by Adobe's own rule.
**More here:** any size and length your own licence allows, seminars and meetings that exist already, servers of your own, an explained result for everybody, Preview. One kind of activity for every platform.
**Better there:** no n8n; the webinar is made in the program itself, filters and triggers such as *Attended event* are built in, chat and link clicks count, and viewing times of recordings are reported.
**Impossible:** viewing times of recordings: Adobe Connect shows them to nobody else. Activities are written at least once, statuses exactly once.
Guests who typed only a name have no address and are left out: let registered users in only.

A webinar without a program is not lost: its people stay open until you connect one. To leave it out for good, switch its \`sync\` off in \`n8nWebinarSettings\`.`,
});
