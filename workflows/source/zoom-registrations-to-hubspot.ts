import { code, hubspot, zoom } from './blocks/platforms';
import { registrations } from './blocks/registrations';
import { zoomRegistrationsNeed } from './blocks/zoomRegistrationsNeed';

export const flow = registrations({
	key: 'zoom-registrations-to-hubspot',
	platform: zoom,
	crm: hubspot,
	times: [4, 50, 25],
	about: `## Zoom registrations → HubSpot

**What it does.** Somebody registers for a Zoom webinar on Zoom's own page, is approved or denied by the host, or cancels. HubSpot knows at once: the contact, the registration in the marketing event, the counters, and the personal join link in the property *Webinar join link* for your reminder emails. Every person ends up in the table \`n8nWebinarLog\` with a result and, where something was left out or refused, with the reason and what to do about it.

**Who it is for.** Marketing teams whose audience registers at Zoom and who remind, segment and follow up in HubSpot.

### Set up
1. Pick your **Zoom** credential in the node *Somebody registers or cancels* and your **HubSpot** credential in *Sync registrations*. Choose from the list even where n8n shows one already: then it puts them into the other nodes too. Save with Ctrl+S (⌘S); no node may keep a red mark.
2. **Try it:** press the arrow beside *Execute workflow*, choose *Try it with a coming webinar* and press the button. It takes your next webinar and only looks (Preview): nothing is written to HubSpot.
3. **Publish** (activate) the workflow.
4. ${zoomRegistrationsNeed.subscription}

### You need
${zoomRegistrationsNeed.scopes}
${hubspot.needs}
- n8n reachable from the internet over https.

### Compared with HubSpot's own Zoom integration
**The same:** contacts and registrations before the webinar, approved and cancelled ones, by primary email only, with the same people left out. Sync on and off per host or webinar: the table \`n8nWebinarSettings\`.
**More here:** at once, with the personal join link, counters that follow cancellations, an explained result for everybody, Preview, a daily repair of what was missed, and your own contact fields.
**Better there:** no n8n and no app of your own are needed, and it gives HubSpot's own Zoom filters for segments, which no public API can create.
**Impossible for both:** to know whether people cancelled themselves or were cancelled by the host, and people of Zoom Events.

Rows of the log and of the open list are deleted after 90 days (${code('Every hour')}).

The marketing event before anybody registers, attendance and recordings are templates of their own.`,
});
