import { createHmac } from 'crypto';

import { ParameterError } from '../../shared/node/errors';
import { parsedUrl } from '../../shared/transport/baseUrl';
import { asObject } from '../../shared/transport/json';
import { sameText } from '../../shared/transport/sameText';

/** Whom a personal link belongs to, in Adobe Connect's IDs. The link says nothing else of the person. */
export interface JoinLinkHolder {
	/** sco-id of the event or of the room. */
	webinarId: string;
	/** sco-id of one seminar session; empty = none. */
	occurrenceId: string;
	/** principal-id of the person. */
	registrantId: string;
}

export type VerifiedJoinLink =
	| { kind: 'valid'; holder: JoinLinkHolder }
	| {
			/** `incomplete` = it is no such link at all; `forged` = its signature does not fit. */
			kind: 'incomplete' | 'forged';
	  };

/** An ID of Adobe Connect; what is signed can then be taken apart in one way only. */
const ID = /^\d{1,18}$/;

/** HMAC-SHA256 in base64url. */
const SIGNATURE = /^[A-Za-z0-9_-]{43}$/;

/** A secret that can be guessed would let anybody make links in the name of others. */
export const SHORTEST_SECRET = 16;

/**
 * The person's own link to a webinar: the address with the three IDs and their signature in its query.
 * Adobe Connect has no such links for events; whoever serves the address leads the person on.
 * @param address of the webhook that serves the links; another query in it stays
 * @param secret of the credential
 * @throws ParameterError when the address or an ID cannot be used, or the secret is too short
 */
export function signJoinLink(address: string, secret: string, holder: JoinLinkHolder): string {
	if (secret.length < SHORTEST_SECRET) {
		throw new ParameterError(
			secret === ''
				? 'Join Link Secret of the Adobe Connect credential is empty'
				: `Join Link Secret of the Adobe Connect credential is shorter than ${SHORTEST_SECRET} characters`,
			'Enter a long random text of your own into Join Link Secret; personal join links are signed with it',
		);
	}
	if (!isHolder(holder)) {
		throw new ParameterError(
			'Adobe Connect gave no IDs that a personal join link can be made of',
			'Leave Personal Join Link Address empty; people then get the general link',
		);
	}
	const url = servedAddress(address);
	const { webinarId, occurrenceId, registrantId } = holder;
	url.searchParams.set('w', webinarId);
	if (occurrenceId === '') url.searchParams.delete('o');
	else url.searchParams.set('o', occurrenceId);
	url.searchParams.set('r', registrantId);
	url.searchParams.set('s', signatureOf(secret, holder));
	return url.href;
}

/**
 * Whom a link belongs to, when its signature was made with the secret. Never throws, whatever the
 * query is.
 * @param query of the webhook's call
 */
export function verifyJoinLink(query: unknown, secret: string): VerifiedJoinLink {
	const { w, o = '', r, s } = asObject(query);
	if (![w, o, r, s].every((part) => typeof part === 'string')) return { kind: 'incomplete' };
	const holder = { webinarId: String(w), occurrenceId: String(o), registrantId: String(r) };
	const signature = String(s);
	if (!isHolder(holder) || !SIGNATURE.test(signature)) return { kind: 'incomplete' };
	// Without a secret anybody could have signed it.
	if (secret.length < SHORTEST_SECRET) return { kind: 'forged' };
	return sameText(signatureOf(secret, holder), signature)
		? { kind: 'valid', holder }
		: { kind: 'forged' };
}

function isHolder({ webinarId, occurrenceId, registrantId }: JoinLinkHolder): boolean {
	return (
		ID.test(webinarId) && ID.test(registrantId) && (occurrenceId === '' || ID.test(occurrenceId))
	);
}

/** What it is for and its version are signed too: the secret may come to sign other things. */
function signatureOf(
	secret: string,
	{ webinarId, occurrenceId, registrantId }: JoinLinkHolder,
): string {
	const signed = ['adobeConnect join link', 'v1', webinarId, occurrenceId, registrantId].join('\n');
	return createHmac('sha256', secret).update(signed).digest('base64url');
}

function servedAddress(address: string): URL {
	const url = parsedUrl(address.trim());
	const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
	if (url !== undefined && isWeb && url.username === '' && url.password === '') {
		// A part behind # would never reach the webhook, and swallow nothing.
		url.hash = '';
		return url;
	}
	throw new ParameterError(
		'Personal Join Link Address is not a web address',
		'Copy the Production URL of the webhook in your workflow that serves the links, e.g. https://n8n.example.com/webhook/adobe-connect-join',
	);
}
