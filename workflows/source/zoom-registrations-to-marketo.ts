import { code, marketo, zoom } from './blocks/platforms';
import { registrations } from './blocks/registrations';
import { zoomRegistrationsNeed } from './blocks/zoomRegistrationsNeed';

export const flow = registrations({
	key: 'zoom-registrations-to-marketo',
	platform: zoom,
	crm: marketo,
	times: [5, 5, 55],
	about: `## Zoom registrations → Marketo

**What it does.** Somebody registers for a Zoom webinar on Zoom's own page, is approved or denied by the host, or cancels. Marketo knows at once: the person, their status in the program (Registered, Pending Approval, Rejected, Cancelled), and the personal join link in \`{{member.webinar url}}\` for your reminder emails. Every person ends up in the table \`n8nWebinarLog\` with a result and, where something was left out or refused, with the reason and what to do about it.

**Who it is for.** Marketing teams whose audience registers at Zoom and who remind and follow up in Marketo.

### Set up
1. Pick your **Zoom** credential in the node *Somebody registers or cancels* and your **Marketo** credential in *Sync registrations*. Choose from the list even where n8n shows one already: then it puts them into the other nodes too. Save with Ctrl+S (⌘S); no node may keep a red mark.
2. **Connect a program**, once per webinar: see below the starts.
3. **Try it:** press the arrow beside *Execute workflow*, choose *Try it with a coming webinar* and press the button. It takes your next webinar and only looks (Preview): nothing is written to Marketo.
4. **Publish** (activate) the workflow.
5. ${zoomRegistrationsNeed.subscription}

### You need
${zoomRegistrationsNeed.scopes}
- **Marketo:** a Custom service with an API-only user, whose role has under *Access API* ${code(
		'Read-Write Person',
	)} and ${code('Read-Only Assets')}; for *Connect webinar* ${code('Read-Write Assets')}.
- n8n reachable from the internet over https.

### Compared with Zoom for Marketo and Interactive Webinars
**The same:** program statuses and the personal link in \`{{member.webinar url}}\`.
**More here:** the other direction. There people register in Marketo and Marketo registers them at Zoom; who registers on Zoom's own page is not in the program before the webinar. Also denials and cancellations, an explained result for everybody, Preview, and a daily repair of what was missed.
**Better there:** no n8n is needed, the webinar is picked in the program's Event Settings, and the status reason is written by Marketo itself.
**Impossible for an API:** to move a member to a lower step. Give Registered, Cancelled and Rejected steps in which each can follow the other, or who cancels stays Registered, and the log says so.

Rows of the log and of the open list are deleted after 90 days.

Do not let it register back: use *Marketo status Registered → Zoom* for another program, or people go in a circle (it ends, because they are registered already).`,
});
