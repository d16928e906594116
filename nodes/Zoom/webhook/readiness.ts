import {
	NodeOperationError,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IHookFunctions,
} from 'n8n-workflow';

import { asText } from '../../shared/transport/json';
import type { Choice } from './choice';
import { namesHostEmail } from './events';
import { readChoice } from './settings';

/** What to mend in the node's fields or in its credential. */
interface Flaw {
	message: string;
	description: string;
}

/**
 * Says at activation, and when listening for a test event starts, what would make every delivery be
 * refused or dropped later without a trace on the canvas.
 * @throws NodeOperationError that names the field to mend
 */
export function assertReady(
	context: IHookFunctions,
	credentials: ICredentialDataDecryptedObject,
): void {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const choice = readChoice(context.getNodeParameter('events', []), options);
	const flaw = [
		secretFlaw(credentials),
		eventsFlaw(choice),
		webinarIdsFlaw(choice),
		hostsFlaw(choice),
	].find((found) => found !== undefined);
	if (flaw !== undefined) {
		throw new NodeOperationError(context.getNode(), flaw.message, {
			description: flaw.description,
		});
	}
}

function secretFlaw(credentials: ICredentialDataDecryptedObject): Flaw | undefined {
	if (asText(credentials.webhookSecretToken).trim() !== '') return undefined;
	return {
		message: 'The field Webhook Secret Token of the credential is empty',
		description:
			'Zoom signs its deliveries with it. In the Zoom App Marketplace open your app → Features → Access, copy the Secret Token and paste it into the credential of this node.',
	};
}

function eventsFlaw({ events }: Choice): Flaw | undefined {
	if (events.length > 0) return undefined;
	return {
		message: 'Nothing is chosen under Trigger On',
		description: 'Choose at least one event, for example Webinar Ended',
	};
}

function webinarIdsFlaw({ webinarIds }: Choice): Flaw | undefined {
	const wrong = webinarIds.find((id) => !/^[0-9]+$/.test(id));
	if (wrong === undefined) return undefined;
	return {
		message: `Webinar IDs holds “${wrong}”, which is not a webinar ID`,
		description:
			'A webinar ID has digits only, as in 852 1234 5678. Separate several ones by commas.',
	};
}

/** With emails alone such an event would never come through, and nobody would know why. */
function hostsFlaw({ hosts, events }: Choice): Flaw | undefined {
	if (hosts.length === 0 || hosts.some((host) => !host.includes('@'))) return undefined;
	const mute = events.find((event) => !namesHostEmail(event));
	if (mute === undefined) return undefined;
	return {
		message: `Hosts holds emails only, but Zoom names the host of ${mute} by user ID`,
		description:
			'Add the user ID of the host under Hosts, for example KdYKjnimT4KPd8FFgQt9FQ. Each event of this trigger shows it as hostId.',
	};
}
