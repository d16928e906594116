import { code, CREDENTIAL_TEST } from './platforms';

/** Markdown: what the credential's app may do in Zoom. @param choices a drop-down of webinars is offered */
export const zoomNeeds = (choices: boolean): string =>
	`- **Zoom:** Zoom Webinars and a Server-to-Server OAuth app with the scopes
${CREDENTIAL_TEST}, ${code(
		'webinar:read:webinar:admin',
		'webinar:read:list_registrants:admin',
		'webinar:read:registrant:admin',
		'webinar:read:list_registration_questions:admin',
		'webinar:write:registrant:admin',
		'webinar:write:batch_registrants:admin',
	)}${choices ? `, and for the drop-down ${code('webinar:read:list_webinars:admin')}` : ''}.`;
