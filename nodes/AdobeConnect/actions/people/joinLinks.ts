import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Registrant } from '../../../shared/model/registrant';
import { asObject, asText, type JsonObject } from '../../../shared/transport/json';
import { joinLinkSecret } from '../../joinLink/secret';
import { signJoinLink } from '../../joinLink/sign';
import type { AdobeWebinar } from '../../mapping/webinar';
import type { CredentialContext } from '../../transport/credential';

/** Offered by every operation that gives registrants with their links. */
export const joinLinkOption: INodeProperties = {
	displayName: 'Personal Join Link Address',
	name: 'joinLinkAddress',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://n8n.example.com/webhook/adobe-connect-join',
	description:
		'The Production URL of the webhook that serves personal join links, as in the template Adobe Connect Join Link. If empty, everybody gets the same link to the event or the room.',
};

/** Gives registrants their links. */
export class JoinLinks {
	constructor(
		/** Empty = no personal links. */
		private readonly address: string,
		private readonly secret: string,
	) {}

	/**
	 * The registrant with a link, once it is of use.
	 * @param occurrenceId the seminar session that was chosen; empty = none
	 */
	withLink(registrant: Registrant, webinar: AdobeWebinar, occurrenceId: string): Registrant {
		const { registrantId, status } = registrant;
		if (status !== 'approved') return { ...registrant, joinUrl: '', joinUrlIsPersonal: false };
		if (this.address === '' || registrantId === '') {
			return { ...registrant, joinUrl: webinar.joinUrl, joinUrlIsPersonal: false };
		}
		const holder = { webinarId: webinar.webinarId, occurrenceId, registrantId };
		const joinUrl = signJoinLink(this.address, this.secret, holder);
		return { ...registrant, joinUrl, joinUrlIsPersonal: true };
	}
}

/**
 * As the first item's Options say.
 * @throws ParameterError before anybody is written, when the address or the secret cannot be used
 */
export async function readJoinLinks(context: IExecuteFunctions, itemIndex = 0): Promise<JoinLinks> {
	const options = asObject(context.getNodeParameter('options', itemIndex, {}));
	return await joinLinksOf(context, options);
}

/** The same of Options that were read already. @throws ParameterError likewise */
export async function joinLinksOf(
	context: CredentialContext,
	options: JsonObject,
): Promise<JoinLinks> {
	const address = asText(options.joinLinkAddress).trim();
	if (address === '') return new JoinLinks('', '');
	const secret = await joinLinkSecret(context);
	signJoinLink(address, secret, { webinarId: '1', occurrenceId: '', registrantId: '1' });
	return new JoinLinks(address, secret);
}
