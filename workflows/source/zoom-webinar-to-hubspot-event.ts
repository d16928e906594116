import { plannedEvents } from './blocks/plannedEvents';
import { code, CREDENTIAL_TEST, hubspot, zoom } from './blocks/platforms';

export const flow = plannedEvents({
	key: 'zoom-webinar-to-hubspot-event',
	title: 'Zoom webinar → HubSpot marketing event',
	platform: zoom,
	crm: hubspot,
	times: [4, 35, 10],
	about: `## Zoom webinar → HubSpot marketing event

**What it does.** A webinar is planned in Zoom, moved, renamed or cancelled. This workflow keeps its marketing event in HubSpot right: created, moved, renamed and cancelled with it. A recurring webinar has one event per date. What was written lands in the table \`n8nWebinarLog\`.

**Who it is for.** Marketing teams that plan webinars in Zoom and want to see them in HubSpot at once, for reports, segments and workflows before anybody registers.

### Set up
1. Pick your **Zoom** credential in the node *Webinar created, moved or cancelled* and your **HubSpot** credential in *Sync webinar*. Choose from the list even where n8n shows one already: then it puts them into the other nodes too. Save with Ctrl+S (⌘S); no node may keep a red mark.
2. **Try it:** press the arrow beside *Execute workflow*, choose *Try it with your coming webinars* and press the button. It only looks (Preview): nothing is written to HubSpot.
3. **Publish** (activate) the workflow. The next *Every day* also makes the events of webinars that are planned already; to have them now, switch Preview of *Sync webinar* off, try it once more, and switch it back.
4. Copy the **Production URL** of the trigger. In the Zoom App Marketplace open your Server-to-Server OAuth app → *Features → Access → Event Subscription*, add the events *Webinar has been created*, *updated* and *deleted*, paste the URL, press *Validate*, then *Save*.

### You need
- **Zoom:** Zoom Webinars and a Server-to-Server OAuth app with the scopes
${CREDENTIAL_TEST}, ${code(
		'webinar:read:webinar:admin',
		'webinar:read:list_webinars:admin',
		'report:read:webinar:admin',
	)}. The app's Secret Token goes into the credential.
- **HubSpot:** a service key with the scopes
${CREDENTIAL_TEST}, ${code('crm.objects.marketing_events.read', 'crm.objects.marketing_events.write')}.
- n8n reachable from the internet over https.

### Compared with HubSpot's own Zoom integration
**The same:** every webinar has its marketing event, before anybody has registered. Sync on and off per host or webinar: the table \`n8nWebinarSettings\`.
**More here:** an event that is moved, renamed and cancelled with its webinar, one per date of a series, Preview, repair of what was missed, and a log.
**Better there:** no n8n and no app of your own are needed.
**Impossible here:** an event that the integration has made is not ours to move by its external ID. It is found and reported, not doubled; *Events of Other Apps* of *Sync webinar* can use it instead. A whole series that is deleted while n8n is down longer than Zoom repeats its news (85 minutes) keeps its events.

Rows of the log and of the open list are deleted after 90 days.

Registrations and attendance are templates of their own; they write into the same event.`,
});
