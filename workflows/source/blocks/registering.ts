import { ours } from '../flow';
import { code, CREDENTIAL_TEST } from './platforms';

/** What *Add contact to webinar* and *Webinar to connect* need of Zoom. */
export const REGISTERING_SCOPES = `${CREDENTIAL_TEST}, ${code(
	'webinar:read:webinar:admin',
	'webinar:read:list_registrants:admin',
	'webinar:read:list_registration_questions:admin',
	'webinar:write:registrant:admin',
	'webinar:write:batch_registrants:admin',
)}`;

/** What *Return result*, *Sync registrations* and *Connect webinar* need of Marketo. */
export const WRITING_PERMISSIONS = 'Read-Write Person and Read-Write Assets';

/** A smart campaign of Marketo calls. */
export const MARKETO_ASKS = [ours('marketoFlowStepTrigger'), 1] as const;

/** Marketo is asked what happened. */
export const MARKETO_TELLS = [ours('marketoTrigger'), 1] as const;
