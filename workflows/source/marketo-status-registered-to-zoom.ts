import { registeredInMarketo } from './blocks/registeredInMarketo';
import { REGISTERING_SCOPES } from './blocks/registering';

export const flow = registeredInMarketo({
	key: 'marketo-status-registered-to-zoom',
	title: 'Marketo status Registered → Zoom',
	minute: 5,
	about: `## Marketo status Registered → Zoom

**What it does.** Somebody gets the status *Registered* in a Marketo program: by a form, a list import, by hand. This workflow sees it within minutes, registers the person for the program's Zoom webinar, and writes the personal join link to the program member as \`{{member.webinar url}}\`. Then it requests the smart campaign that you choose, which sends the mail with the link. Whoever cannot be registered gets Registration Error. Every person ends up in the table \`n8nWebinarLog\` with a result, and, where somebody was refused, with the reason and what to do about it.

**Who it is for.** Marketing teams that work in Marketo Engage and hold Zoom Webinars. Needs no admin of Marketo beyond the API user, and n8n need not be reachable from the internet.

### Set up
1. Pick your **Marketo** credential in *Registered in Marketo* and your **Zoom** credential in *Add contact to webinar*. Choose from the list even where n8n shows one already: then it puts them into the other nodes too. Save with Ctrl+S (⌘S); no node may keep a red mark.
2. Choose your webinar programs in **Program Names or IDs** of *Registered in Marketo*. None chosen: all that are connected to a webinar.
3. Make a smart campaign with the trigger *Campaign is Requested*, source *Web Service API*, that sends the mail, and activate it. Enter its number (behind \`SC\` in the address of its page) as \`campaignId\` in the node *Which campaign*. Left empty, no mail is requested.
4. Connect each program to its webinar **before people register**: *Connect a program* below.
5. **Publish** (activate) the workflow.

### You need
- **Zoom:** Zoom Webinars and a Server-to-Server OAuth app with the scopes
${REGISTERING_SCOPES}.
- **Marketo:** a LaunchPoint service with an API-only user whose role has Read-Only Activity, Read-Write Person, Read-Write Assets, Read-Only Campaign and Execute Campaign.

### Compared with Zoom for Marketo
**The same:** the status Registered registers, the link lands in \`{{member.webinar url}}\`, who cannot be registered gets Registration Error.
**More here:** the mail is sent when the link is there, an explained result for every person, the reason on the member, people beyond Zoom's daily limits registered later by themselves, and everything open to change.
**Better there:** no n8n is needed, and the program's own Event Settings name the webinar.
**Impossible:** Marketo shows a status minutes later, and its column *Status Reason* cannot be written by its API; a custom member field can.

Do not use it in a program that has an event partner: people would be registered twice.

Log rows are kept for 90 days.`,
});
