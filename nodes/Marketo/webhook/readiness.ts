import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { isPublicUrl } from '../../shared/node/webhookAddress';
import { secretFlaw } from './secrets';
import { readSettings, type Settings } from './settings';

/** What to mend in the node's fields or in its credential. */
interface Flaw {
	message: string;
	description: string;
}

/**
 * Says at activation, and when listening for a test event starts, what would make every request be
 * refused later without a trace on the canvas.
 * @throws NodeOperationError that names the field to mend
 */
export async function assertReady(context: IHookFunctions): Promise<void> {
	const settings = await readSettings(context);
	const flaw =
		keyFlaw(settings) ?? munchkinFlaw(settings) ?? addressFlaw(settings) ?? serviceFlaw(settings);
	if (flaw !== undefined) {
		throw new NodeOperationError(context.getNode(), flaw.message, {
			description: flaw.description,
		});
	}
}

function keyFlaw({ calledBy, apiKey, webhookSecret }: Settings): Flaw | undefined {
	const isWebhook = calledBy === 'webhook';
	const flaw = secretFlaw(isWebhook ? webhookSecret : apiKey);
	if (flaw === undefined) return undefined;
	const field = isWebhook ? 'Webhook Secret' : 'Flow Step API Key';
	return {
		message: `The field ${field} of the credential ${flaw}`,
		description: isWebhook
			? 'Make a long random text of your own. It is also the custom header of the webhook under Admin → Webhooks in Marketo.'
			: 'Make a long random text of your own. Marketo asks for it under Admin → Service Providers.',
	};
}

function munchkinFlaw({ acceptedMunchkinIds }: Settings): Flaw | undefined {
	const wrong = acceptedMunchkinIds.find((id) => !/^[0-9]{3}-[A-Z]{3}-[0-9]{3}$/.test(id));
	if (wrong === undefined) return undefined;
	return {
		message: `Accepted Munchkin IDs holds “${wrong}”, which is not a Munchkin ID`,
		description: 'It looks like 123-ABC-456; Marketo shows it under Admin → Munchkin.',
	};
}

function addressFlaw({ publicUrl }: Settings): Flaw | undefined {
	if (isPublicUrl(publicUrl)) return undefined;
	return {
		message: 'Public URL is not an address that Marketo can call',
		description:
			'It must start with https:// and contain no question mark, e.g. https://n8n.example.com',
	};
}

/** Names that Marketo keeps for itself. */
const RESERVED = ['success', 'reason', 'errorCode'];

function serviceFlaw({ calledBy, service }: Settings): Flaw | undefined {
	if (calledBy === 'webhook') return undefined;
	if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(service.apiName) || RESERVED.includes(service.apiName)) {
		return {
			message: 'Service API Name is not a name that Marketo takes',
			description: 'It starts with a letter and has letters, digits and underscores only.',
		};
	}
	const wrong = service.furtherFields.find((name) => !/^[A-Za-z][A-Za-z0-9_]*$/.test(name));
	if (wrong === undefined) return undefined;
	return {
		message: `Further Fields holds “${wrong}”, which is not the REST API name of a field`,
		description: 'Marketo lists the names under Admin → Field Management → Export Field Names.',
	};
}
