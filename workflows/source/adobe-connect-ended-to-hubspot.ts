import { ended } from './blocks/ended';
import { adobeConnect, hubspot } from './blocks/platforms';

export const flow = ended({
	key: 'adobe-connect-ended-to-hubspot',
	platform: adobeConnect,
	crm: hubspot,
	times: [6, 5, 55],
	about: `## Adobe Connect webinar ended → HubSpot

**What it does.** An event or seminar in Adobe Connect ends. This workflow collects who came, for how long, and who was registered or invited and did not come, and writes it to HubSpot: contacts, the marketing event with its registrations and attendance, and webinar properties on each contact. Every person ends up in the table \`n8nWebinarLog\` with a result, and, where something was left out or refused, with the reason and what to do about it.

**Who it is for.** Marketing teams with an Adobe Connect account of their own (hosted by Adobe or on their own server) that work in HubSpot.

### Set up
1. Pick your **Adobe Connect** credential in the node *Webinar ended* and your **HubSpot** credential in the node *Sync attendance*. Choose from the list even where n8n shows one already: then it puts them into the other nodes too. Save with Ctrl+S (⌘S); no node may keep a red mark.
2. **Try it:** press the arrow beside *Execute workflow*, choose *Try it with a past webinar* and press the button. It takes your latest webinar and only looks (Preview): nothing is written to HubSpot. To choose another one, open *Pick a past webinar*, set **Webinar** to *Fixed* and choose from the list.
3. **Publish** (activate) the workflow. Adobe Connect is asked every 5 minutes (**Poll Times** of *Webinar ended*); nothing has to be set up there.

### You need
${adobeConnect.needs}
${hubspot.needs}

### Compared with HubSpot's own integrations
HubSpot has integrations of its own for Zoom and other platforms; for Adobe Connect we know of none. So this follows what HubSpot does with Zoom.
**The same:** contacts by primary email only; account users, excluded domains, invalid and secondary addresses are left out; contacts that were deleted are not created again (HubSpot shows deleted contacts for 90 days; earlier ones cannot be seen). Sync on and off per webinar: the table \`n8nWebinarSettings\`.
**More here:** an explained result for every person, Preview, people who rejoin or use two devices counted once, engagement from polls, questions and files.
**Better there:** no n8n is needed, the settings live inside HubSpot, and HubSpot's own filters for segments, which no public API can create.
**Impossible:** Adobe Connect does not say whose webinar it is, so the marketing event's organizer is *Webinar*, and rows of the settings for a host have no effect. Guests who typed only a name have no address and are left out: let registered users in only.`,
});
