import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { isPublicUrl } from '../../shared/node/webhookAddress';
import { readSettings, type Settings } from './settings';
import { isGuessable, SHORTEST_SECRET } from './verify';

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
	const flaw = secretFlaw(settings) ?? portalFlaw(settings) ?? addressFlaw(settings);
	if (flaw !== undefined) {
		throw new NodeOperationError(context.getNode(), flaw.message, {
			description: flaw.description,
		});
	}
}

function secretFlaw({ verification }: Settings): Flaw | undefined {
	if (verification.kind === 'none') return undefined;
	if (verification.secret !== '') return shortFlaw(verification);
	return verification.kind === 'signature'
		? {
				message: 'The field Client Secret of the credential is empty',
				description:
					'HubSpot signs its requests with it. Copy it from the Auth page of your HubSpot app into the credential of this node.',
			}
		: {
				message: 'The field Webhook Secret of the credential is empty',
				description:
					'Type the same value there and as API key into the "Send a webhook" action of the HubSpot workflow.',
			};
}

function shortFlaw({ kind, secret }: Exclude<Settings['verification'], { kind: 'none' }>) {
	if (kind === 'signature' || !isGuessable(secret)) return undefined;
	return {
		message: `The field Webhook Secret of the credential is shorter than ${SHORTEST_SECRET} characters`,
		description:
			'Whoever finds it out can call this workflow. Make a long random text of your own, and type it as API key into the "Send a webhook" action of the HubSpot workflow, too.',
	};
}

function portalFlaw({ acceptedPortals }: Settings): Flaw | undefined {
	const wrong = acceptedPortals.find((id) => !/^[0-9]+$/.test(id));
	if (wrong === undefined) return undefined;
	return {
		message: `Accepted Account IDs holds “${wrong}”, which is not a HubSpot account ID`,
		description: 'The ID has digits only; HubSpot shows it under its account menu.',
	};
}

function addressFlaw({ publicUrl }: Settings): Flaw | undefined {
	if (isPublicUrl(publicUrl)) return undefined;
	return {
		message: 'Public URL is not an address that HubSpot can call',
		description:
			'It must start with https:// and contain no question mark, e.g. https://n8n.example.com',
	};
}
