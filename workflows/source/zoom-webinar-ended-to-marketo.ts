import { ended } from './blocks/ended';
import { marketo, zoom } from './blocks/platforms';

export const flow = ended({
	key: 'zoom-webinar-ended-to-marketo',
	platform: zoom,
	crm: marketo,
	times: [5, 35, 45],
	about: `## Zoom webinar ended → Marketo

**What it does.** A Zoom webinar ends. This workflow waits until Zoom's report is ready and writes everybody to the webinar's Marketo program: who came is *Attended*, who registered and did not come is *No Show*, and polls, questions and surveys become activities. Every person ends up in the table \`n8nWebinarLog\` with a result, and, where something was left out or refused, with the reason and what to do about it.

**Who it is for.** Marketing teams that hold Zoom Webinars and work in Marketo Engage.

### Set up
1. Pick your **Zoom** credential in the node *Webinar ended* and your **Marketo** credential in the node *Sync attendance*. Choose from the list even where n8n shows one already: then it puts them into the other nodes too. Save with Ctrl+S (⌘S); no node may keep a red mark.
2. **Connect a program** to a webinar: see the note *Once per webinar*, below the canvas' first nodes.
3. **Try it:** press the arrow beside *Execute workflow*, choose *Try it with a past webinar* and press the button. It takes your latest webinar and only looks (Preview). To choose another one, open *Pick a past webinar*, set **Webinar** to *Fixed* and choose from the list.
4. **Publish** (activate) the workflow.
5. Open *Webinar ended* → *Webhook URLs* and copy the **Production URL**. In the Zoom App Marketplace open your Server-to-Server OAuth app → *Features → Access → Event Subscription*, add the event *Webinar → Webinar has ended*, paste the URL, press *Validate*, then *Save*.

### You need
${zoom.needs}
${marketo.needs}
- n8n reachable from the internet over https.

### Compared with Zoom for Marketo
**The same:** Attended and No Show after the webinar; a status never moves back.
**More here:** webinars of every host, recurring webinars, people who registered on Zoom's own page, polls, questions and surveys, an explained result for everybody, Preview, and results when the report is there instead of within 48 hours.
**Better there:** no n8n; the program is tied to the webinar in its Event Settings, and registering people is built in.
**Impossible:** setting back a status, and deleting an activity that was written. Activities are written at least once, statuses exactly once.
**Not both:** a program with Zoom as event partner is written by Zoom already. Use one of the two.

A webinar without a program is not lost: its people stay open until you connect one. To leave it out for good, switch its \`sync\` off in \`n8nWebinarSettings\`.`,
});
