import { isLoopback, parsedUrl } from './baseUrl';
import { unsafeAddress, type FileVendor } from './downloadErrors';

/**
 * An address that a file may be fetched from: https, or http on this machine where the API itself is
 * on this machine.
 * @param base the address that names this one, for relative redirects
 * @throws VendorError for everything else; the address is not in the message, it may hold a secret
 */
export function checkedFileUrl(
	address: string,
	apiUrl: string,
	vendor: FileVendor,
	base?: URL,
): URL {
	const url = parsedUrl(address, base);
	const local = url?.protocol === 'http:' && isLoopback(url) && isLoopback(new URL(apiUrl));
	const plain = url !== undefined && url.username === '' && url.password === '';
	if (url === undefined || !plain || !(url.protocol === 'https:' || local)) {
		throw unsafeAddress(vendor);
	}
	return url;
}
