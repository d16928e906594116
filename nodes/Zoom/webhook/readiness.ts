import { NodeOperationError, type IDataObject, type IHookFunctions } from 'n8n-workflow';

import { asText } from '../../shared/transport/json';
import { CREDENTIAL, readChoice } from './settings';

/**
 * Says at activation, and when listening for a test event starts, what would make every delivery be
 * refused or dropped later without a trace on the canvas.
 * @throws NodeOperationError that names the field to mend
 */
export async function assertReady(context: IHookFunctions): Promise<void> {
	const node = context.getNode();
	const credentials = await context.getCredentials(CREDENTIAL);
	if (asText(credentials.webhookSecretToken).trim() === '') {
		throw new NodeOperationError(
			node,
			'The field Webhook Secret Token of the credential is empty',
			{
				description:
					'Zoom signs its deliveries with it. In the Zoom App Marketplace open your app → Features → Access, copy the Secret Token and paste it into the credential of this node.',
			},
		);
	}
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const choice = readChoice(context.getNodeParameter('events', []), options);
	if (choice.events.length === 0) {
		throw new NodeOperationError(node, 'Nothing is chosen under Trigger On', {
			description: 'Choose at least one event, for example Webinar Ended',
		});
	}
	const wrong = choice.webinarIds.find((id) => !/^[0-9]+$/.test(id));
	if (wrong !== undefined) {
		throw new NodeOperationError(node, `Webinar IDs holds “${wrong}”, which is not a webinar ID`, {
			description:
				'A webinar ID has digits only, as in 852 1234 5678. Separate several ones by commas.',
		});
	}
}
