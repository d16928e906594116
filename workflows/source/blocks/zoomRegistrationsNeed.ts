import { code, CREDENTIAL_TEST } from './platforms';

/** What the main notes of the templates for Zoom's registrations say of Zoom. */
export const zoomRegistrationsNeed = {
	scopes: `- **Zoom:** Zoom Webinars with registration, and a Server-to-Server OAuth app with the scopes
${CREDENTIAL_TEST}, ${code(
		'webinar:read:registrant:admin',
		'webinar:read:list_registrants:admin',
		'webinar:read:webinar:admin',
		'webinar:read:list_webinars:admin',
		'report:read:webinar:admin',
	)}. The app's Secret Token goes into the credential.`,
	subscription:
		'Copy the **Production URL** of the trigger. In the Zoom App Marketplace open your Server-to-Server OAuth app → *Features → Access → Event Subscription*, add the events *Webinar registration has been created*, *approved*, *cancelled* and *denied*, paste the URL, press *Validate*, then *Save*.',
};
