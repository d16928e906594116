import { ParameterError } from '../../shared/node/errors';
import { parsedUrl } from '../../shared/transport/baseUrl';
import { withoutTrailing } from '../../shared/transport/trailing';
import { asText } from '../../shared/transport/json';

/** How a webinar is named: by its sco-id, or by the path of its address. */
export type WebinarKey = { scoId: string } | { urlPath: string };

const SCO_ID = /^\d{1,18}$/;
/** `/r3wrt7zkrpg/`, and of events `/content/connect/c1/7/en/events/event/shared/…/event_landing.html?sco-id=…`. */
const PATH = /^\/([A-Za-z0-9_-]{1,60})\/?$/;

/**
 * What somebody typed for a webinar: its ID, or a link to it.
 * @param baseUrl of the credential: links of other servers are refused
 * @throws ParameterError with what to do instead
 */
export function webinarKeyOf(typed: unknown, baseUrl: string): WebinarKey {
	const text = asText(typed).trim();
	if (SCO_ID.test(text)) return { scoId: text };
	if (!/^https?:\/\//i.test(text)) {
		throw new ParameterError(
			text === '' ? 'Webinar is empty' : 'Webinar is not an ID of Adobe Connect',
			'Choose the webinar from the list, paste its link, or enter its ID, which has digits only (sco-id in the address of its page in Adobe Connect Central)',
		);
	}
	const url = parsedUrl(text);
	const base = parsedUrl(baseUrl);
	if (url === undefined || base === undefined || url.hostname !== base.hostname) {
		throw new ParameterError(
			'The link does not lead to the Adobe Connect of the credential',
			`Paste a link that begins with ${baseUrl}, or choose another credential`,
		);
	}
	const scoId = url.searchParams.get('sco-id') ?? '';
	if (SCO_ID.test(scoId)) return { scoId };
	const prefix = withoutTrailing(base.pathname, '/');
	const path = url.pathname.startsWith(`${prefix}/`) ? url.pathname.slice(prefix.length) : '';
	const name = PATH.exec(path)?.[1];
	if (name !== undefined) return { urlPath: `/${name}/` };
	throw new ParameterError(
		'The link contains no webinar',
		'Paste the address of the room or of the event, e.g. https://example.adobeconnect.com/r3wrt7zkrpg/, or enter its ID',
	);
}
