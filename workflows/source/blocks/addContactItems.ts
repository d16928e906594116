/** What the nodes of `addContact` are set to and make of a contact. */
import { by } from '../nodes';
import { switchOf } from './settings';

export const ADD = 'Add contact to webinar';

/** *Add contact to webinar* for items of the trigger. */
export const ADDING = {
	resource: 'registrant',
	operation: 'add',
	webinar: by('$json.webinarId'),
	email: '={{ $json.email }}',
	firstName: '={{ $json.firstName }}',
	lastName: '={{ $json.lastName }}',
	options: {},
};

/** Keeps what became of the registration, because later nodes have outcomes of their own. */
export const KEEP_RESULT = `{
	...$json,
	webinar: $json.webinar ?? { webinarId: $json.webinarId },
	registration: $json.outcome ?? {
		result: 'failed',
		action: 'none',
		reason: '',
		message: '${ADD}: ' + ($json.error?.message ?? $json.error ?? 'the node could not run'),
		repair: 'Open the execution and correct what the node shows',
		preview: false
	}
}`;

/** Nothing that anybody mends makes these contacts fit: the call itself was wrong. */
const NEVER = "['missingFirstName', 'webinarNotFound', 'notAWebinar', 'zoomEventsWebinar']";

/**
 * Whom the platform did not take. Deferred people, and those whose webinar can be mended, are tried
 * again; HubSpot's workflow is told that they are deferred or failed, and branches on that now.
 */
export const NOT_REGISTERED = `{
	...$json,
	outcome: $json.registration,
	lost: !$json.openKey && $json.registration.result === 'failed' && ${NEVER}.includes($json.registration.reason)
}`;

/** @param person members of the item that is registered; the item itself is the webinar */
export const TO_SYNC = (person: string): string => `{
	${person},
	webinar: $json,
	outcome: $('Is registered?').item.json.registration,
	sync: ${switchOf('sync', '$json')}
}`;
