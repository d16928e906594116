import { parsedUrl } from '../../shared/transport/baseUrl';

/** What an account is reached by. */
export interface OwnAddresses {
	/** Of the credential. */
	baseUrl: string;
	/** As Adobe Connect names itself. */
	webAddress: string;
}

/**
 * The address itself when it leads to the account, else empty: whoever follows a link that n8n serves
 * must never be led anywhere else, whatever an answer says.
 */
export function ownAddress(address: string, { baseUrl, webAddress }: OwnAddresses): string {
	const url = parsedUrl(address);
	if (url === undefined || url.username !== '' || url.password !== '') return '';
	const base = parsedUrl(baseUrl);
	// An own server without https can only be on this machine.
	const isSafe =
		url.protocol === 'https:' || (url.protocol === 'http:' && base?.protocol === 'http:');
	const hosts = [base?.host, parsedUrl(webAddress)?.host];
	return isSafe && hosts.includes(url.host) ? url.href : '';
}
