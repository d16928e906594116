import { addContact } from './blocks/addContact';
import { zoomNeeds } from './blocks/addContactNeeds';
import { hubspot, zoom } from './blocks/platforms';

export const flow = addContact({
	key: 'hubspot-workflow-action-add-contact-to-webinar',
	title: 'HubSpot workflow (custom action) → webinar',
	platform: zoom,
	calledBy: 'workflowAction',
	minute: 55,
	about: `## HubSpot workflow (custom action) → webinar

**What it does.** The action *Add contact to webinar* in a HubSpot workflow offers your coming Zoom webinars in a drop-down. A contact that comes to it waits, is registered, and goes on with the result: registered, already registered, pending, deferred or failed, the join link, a code and a sentence to branch on. Then the registration is written to HubSpot: webinar properties and marketing event. Everybody is in the table \`n8nWebinarLog\`.

**Who it is for.** Teams whose registration form is in HubSpot, and whose workflow is to do one thing for who is registered and another for who is not. Somebody uploads a small app at the command line, once.

### Set up
1. Upload the HubSpot project of this package (folder \`docs/hubspot-project\`) as its README says, and make the credential *HubSpot Webinar OAuth2 API* with the app's client ID and client secret. Press *Connect*.
2. Pick that credential in *HubSpot asks*, *Return choices* and *Complete workflow action*; your **HubSpot service key** in *Sync registrations*; your **Zoom** credential in *Add contact to webinar*. Check that no node shows a red mark.
3. **Publish** (activate) the workflow. Open the **Production URL** of *HubSpot asks* that ends in \`hubspot-definition\`, put the file into the project and upload it again: it has the right addresses.
4. In a HubSpot workflow of contacts add *Add contact to webinar*, choose the webinar, and branch on *Registration status*.
5. **Try it:** enroll a contact of your own. It goes on after some seconds, and Zoom has a registrant.

### You need
- **HubSpot:** Professional with workflows, and an app of your own with the scopes \`automation\` and \`crm.objects.contacts.read\`.
${hubspot.needs}
${zoomNeeds(true)}
- n8n reachable from the internet over https.

### Compared with HubSpot's own *Add contact to Zoom webinar*
**The same:** a step of any contact workflow with the webinar from a list, the join link on the contact, and a result to branch on.
**More here:** a code and the words for every refusal, limits of the day waited for, answers to the webinar's own questions, the webinar from a contact property.
**Better there:** nothing is to be uploaded, and no n8n has to be up: here a contact waits 60 minutes at most (option *Wait at Most*), then goes on without a result.
**Impossible for both:** to register somebody without a first name, the host, or a panelist. HubSpot takes one answer per contact: who is deferred and registered later is written to the contact, but the workflow is not told again.`,
});
