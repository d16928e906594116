import { addContact } from './blocks/addContact';
import { zoomNeeds } from './blocks/addContactNeeds';
import { hubspot, zoom } from './blocks/platforms';

export const flow = addContact({
	key: 'hubspot-webhook-add-contact-to-webinar',
	title: 'HubSpot workflow (Send a webhook) → webinar',
	platform: zoom,
	calledBy: 'webhook',
	minute: 45,
	about: `## HubSpot workflow (Send a webhook) → webinar

**What it does.** A HubSpot workflow sends a contact with its own action *Send a webhook*. This workflow registers the contact for the Zoom webinar, and writes the registration to HubSpot: the join link and the last registered webinar on the contact, the registration of the marketing event. HubSpot can then send its own email with the link. Whoever could not be registered is in the table \`n8nWebinarLog\` with the reason and what to do about it.

**Who it is for.** Teams whose registration form is in HubSpot. No app of your own is needed.

### Set up
1. In the credential *HubSpot Webinar Service Key API* type a long random text into **Webhook Secret**. Pick the credential in *HubSpot asks*, and your **Zoom** credential in *Add contact to webinar*. Choose from the list even where n8n shows one already: then it puts them into the other nodes too. Save with Ctrl+S (⌘S); no node may keep a red mark.
2. **Publish** (activate) the workflow. Copy the **Production URL** of *HubSpot asks* that ends in \`hubspot-action\`.
3. In HubSpot open a workflow of contacts, add the action *Send a webhook*: method **POST**, the URL with the webinar at its end, \`…/hubspot-action?webinarId=85212345678\`.
4. Authentication: *API key*, in the request **header**, name \`X-API-Key\`, value the text of step 1. Body: *Include all contact properties*.
5. **Try it:** press *Test* there with a contact of your own. HubSpot shows \`{"received":true}\`, Zoom has a registrant, and the contact's group *Webinars* has the link.
6. An email with the link: behind the action add a delay of some minutes, then branch on *Last registered webinar link* is known.

### You need
- **HubSpot:** Data Hub (Operations Hub) Professional for *Send a webhook*.
${hubspot.needs}
${zoomNeeds(false)}
- n8n reachable from the internet over https.

### Compared with HubSpot's own *Add contact to Zoom webinar*
**The same:** a step of any contact workflow registers the contact; the join link is on the contact.
**More here:** an explained result for everybody, limits of the day waited for, answers to the webinar's own questions, the webinar from a contact property (send it as \`webinarId\`).
**Better there:** the webinar is chosen from a list, and the workflow can branch on the result. The template *HubSpot workflow (custom action) → webinar* does both, with an app of your own.
**Impossible for both:** to register somebody without a first name, the host, or a panelist: Zoom refuses.`,
});
