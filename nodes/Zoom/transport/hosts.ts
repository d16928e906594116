import { isLoopback, parsedUrl } from '../../shared/transport/baseUrl';
import { VendorError } from '../../shared/transport/vendorError';
import { isZoomsOwn } from './paths';

/**
 * Whether the access token may be sent to this address: Zoom's own hosts, or the very origin of the
 * credential (a custom gateway). Everybody else, also where Zoom redirects to, gets no token.
 */
export function mayCarryToken(url: URL, apiUrl: string): boolean {
	if (url.origin === new URL(apiUrl).origin) return true;
	return isZoomsOwn(url);
}

/**
 * An address that a file may be fetched from: https, or http on this machine where the API itself is
 * on this machine.
 * @param base the address that names this one, for relative redirects
 * @throws VendorError for everything else; the address is not in the message, it may hold a secret
 */
export function checkedFileUrl(address: string, apiUrl: string, base?: URL): URL {
	const url = parsedUrl(address, base);
	const local = url?.protocol === 'http:' && isLoopback(url) && isLoopback(new URL(apiUrl));
	const plain = url !== undefined && url.username === '' && url.password === '';
	if (url === undefined || !plain || !(url.protocol === 'https:' || local)) {
		throw new VendorError({
			vendor: 'zoom',
			status: 0,
			code: '',
			message: 'Zoom named an address for the file that is not safe to fetch',
			repair: 'Run again; if it stays so, download the file on the Zoom website',
			reason: 'vendorRejected',
		});
	}
	return url;
}
