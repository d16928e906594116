import { marketoAsks } from './blocks/marketoAsks';
import { REGISTERING_SCOPES, WRITING_PERMISSIONS } from './blocks/registering';

export const flow = marketoAsks({
	key: 'marketo-flow-step-register',
	title: 'Marketo flow step → webinar',
	calledBy: 'flowStep',
	minute: 25,
	about: `## Marketo flow step → webinar

**What it does.** Gives Marketo's smart campaigns a flow step *Register for Webinar*. Whoever comes to it is registered for the program's Zoom webinar, or for one that you choose in the step. The program gets the status Registered, or Registration Error, and the personal join link as \`{{member.webinar url}}\`, before the campaign goes on: the mail behind the step has the link. Every person ends up in the table \`n8nWebinarLog\` with a result, and, where somebody was refused, with the reason and what to do about it.

**Who it is for.** Marketing teams that work in Marketo Engage with Self-Service Flow Steps (Admin → Service Providers) and hold Zoom Webinars.

### Set up
1. Type a long random text into **Flow Step API Key** of a credential *Marketo Incoming API*. Pick it in *Marketo asks*, your **Marketo** credential in *Return result*, your **Zoom** credential in *Add contact to webinar*. Check that no node shows a red mark.
2. **Publish** (activate) the workflow.
3. Copy the Production URL of *Marketo asks* that ends in \`openapi.json\`. In Marketo: *Admin → Service Providers → Add New Service*, paste it, then the API key of step 1. Map Email, First name and Last name under *Outgoing fields*, and **Enable** the service.
4. Connect each program to its webinar, once: *Connect a program* below.
5. In a smart campaign **of the program**: *Register for Webinar*, and *Send Email* behind it, operational, with \`{{member.webinar url}}\`.

### You need
- **Zoom:** Zoom Webinars and a Server-to-Server OAuth app with the scopes
${REGISTERING_SCOPES}, and for the list of webinars \`report:read:upcoming_meetings_webinars:admin\`, \`webinar:read:list_webinars:admin\`.
- **Marketo:** a LaunchPoint service with an API-only user whose role has ${WRITING_PERMISSIONS}.
- n8n reachable from the internet over https.

### Compared with Zoom for Marketo, and with Interactive Webinars
**The same:** people of a campaign are registered, with their own link in \`{{member.webinar url}}\`, and who cannot be gets Registration Error.
**More here:** a list of webinars in the step, batch campaigns, an explained result on the person's activity, people beyond Zoom's daily limits registered later by themselves, any webinar of the account in one program, and everything open to change.
**Better there:** no n8n is needed, and the program's own Event Settings name the webinar.
**Impossible:** Marketo's column *Status Reason* cannot be written by its API; a custom member field can.

Do not use it in a program that has an event partner: people would be registered twice.

Log rows are kept for 90 days.`,
});
