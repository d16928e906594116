import { ended } from './blocks/ended';
import { hubspot, zoom } from './blocks/platforms';

export const flow = ended({
	key: 'zoom-webinar-ended-to-hubspot',
	platform: zoom,
	crm: hubspot,
	times: [5, 20, 40],
	about: `## Zoom webinar ended → HubSpot

**What it does.** A Zoom webinar ends. This workflow waits until Zoom's report is ready, collects who attended, for how long, and who registered and did not come, and writes it to HubSpot: contacts, the marketing event with its registrations and attendance, and webinar properties on each contact. Every person ends up in the table \`n8nWebinarLog\` with a result, and, where something was left out or refused, with the reason and what to do about it.

**Who it is for.** Marketing teams that hold Zoom Webinars and work in HubSpot.

### Set up
1. Pick your **Zoom** credential in the node *Webinar ended* and your **HubSpot** credential in the node *Sync attendance*. Choose from the list even where n8n shows one already: then it puts them into the other nodes too. Save with Ctrl+S (⌘S); no node may keep a red mark.
2. **Try it:** press the arrow beside *Execute workflow*, choose *Try it with a past webinar* and press the button. It takes your latest webinar and only looks (Preview): nothing is written to HubSpot. To choose another one, open *Pick a past webinar*, set **Webinar** to *Fixed* and choose from the list.
3. **Publish** (activate) the workflow.
4. Open *Webinar ended* → *Webhook URLs* and copy the **Production URL**. In the Zoom App Marketplace open your Server-to-Server OAuth app → *Features → Access → Event Subscription*, add the event *Webinar → Webinar has ended*, paste the URL, press *Validate*, then *Save*.

### You need
${zoom.needs}
${hubspot.needs}
- n8n reachable from the internet over https.

### Compared with HubSpot's own Zoom integration
**The same rules:** contacts by primary email only; account users, excluded domains, invalid and secondary addresses are left out; contacts that were deleted are not created again (HubSpot shows deleted contacts for 90 days; earlier ones cannot be seen). Sync on and off per host or webinar: the table \`n8nWebinarSettings\`.
**More here:** an explained result for every person, Preview, people who rejoin or use two devices counted once, engagement from polls, Q&A and survey, and everything open to change.
**Better there:** no n8n and no app of your own are needed, the settings live inside HubSpot, and it gives HubSpot's own Zoom filters for segments, which no public API can create.
**Impossible for both:** guests whose email address Zoom does not give (turn on registration), and webinars of Zoom Events.

Registrations before the webinar, recordings and the workflow action are templates of their own.`,
});
