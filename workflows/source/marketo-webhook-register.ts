import { marketoAsks } from './blocks/marketoAsks';
import { REGISTERING_SCOPES, WRITING_PERMISSIONS } from './blocks/registering';

export const flow = marketoAsks({
	key: 'marketo-webhook-register',
	title: 'Marketo Call Webhook → webinar',
	calledBy: 'webhook',
	minute: 50,
	about: `## Marketo Call Webhook → webinar

**What it does.** A smart campaign of Marketo calls n8n with its step *Call Webhook*, for one person at a time. The person is registered for the program's Zoom webinar. The program gets the status Registered, or Registration Error, and the personal join link as \`{{member.webinar url}}\`; the answer carries status, link and reason for your response mappings. Every person ends up in the table \`n8nWebinarLog\` with a result, and, where somebody was refused, with the reason and what to do about it.

**Who it is for.** Marketing teams that work in Marketo Engage and hold Zoom Webinars. Works in every Marketo; where yours has Self-Service Flow Steps, the template *Marketo flow step → webinar* does more.

### Set up
1. Type a long random text into **Webhook Secret** of a credential *Marketo Incoming API*. Pick it in *Marketo asks*, your **Marketo** credential in *Return result*, your **Zoom** credential in *Add contact to webinar*. Check that no node shows a red mark.
2. **Publish** (activate) the workflow.
3. In Marketo: *Admin → Integration → Webhooks → New Webhook*, the Production URL of *Marketo asks* that ends in \`call-webhook\`, POST, JSON. The page of the template has the payload to paste and the response mappings.
4. *Webhook Actions → Set Custom Header*: \`X-Webhook-Secret\` with the text of step 1.
5. Connect each program to its webinar, once: *Connect a program* below.
6. In a trigger campaign **of the program**: *Call Webhook*, and *Send Email* behind it, operational, with \`{{member.webinar url}}\`.

### You need
- **Zoom:** Zoom Webinars and a Server-to-Server OAuth app with the scopes
${REGISTERING_SCOPES}.
- **Marketo:** a LaunchPoint service with an API-only user whose role has ${WRITING_PERMISSIONS}.
- n8n reachable from the internet over https.

### Compared with Zoom for Marketo
**The same:** people of a campaign are registered, with their own link in \`{{member.webinar url}}\`, and who cannot be gets Registration Error.
**More here:** status, link and reason as fields of the person, people beyond Zoom's daily limits registered later by themselves, any webinar of the account in one program, and everything open to change.
**Better there:** no n8n is needed, the program's own Event Settings name the webinar, and batch campaigns work; *Call Webhook* is for trigger campaigns only.
**Impossible:** Marketo's column *Status Reason* cannot be written by its API; a custom member field can.

Do not use it in a program that has an event partner: people would be registered twice.

Log rows are kept for 90 days.`,
});
