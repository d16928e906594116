import { unless } from '../../../shared/transport/unless';
import { VendorError } from '../../../shared/transport/vendorError';
import type { AdobeClient } from '../request';
import { childOf } from '../../xml/element';

/**
 * The address by which one registrant enters an event directly, good for a short while. Only for
 * events with password bypass: anywhere else it would count as a wrong password, and many lock the
 * person out. It is asked for without the session of the credential, because whoever logs in with a
 * session has it from then on.
 * @returns empty where Adobe Connect gives none; the landing page of the event then has to do
 */
export async function getEntryUrl(
	client: AdobeClient,
	eventId: string,
	login: string,
): Promise<string> {
	const answer = await unless(
		(error) => error instanceof VendorError,
		client.call({
			action: 'event-login',
			parameters: [
				['sco-id', eventId],
				['login', login],
			],
			write: 'enterEvent',
			anonymous: true,
			what: 'the entry to the event',
		}),
	);
	return answer === undefined ? '' : childOf(answer, 'session', 'entry-url').text;
}
