import { isLoopback, parsedUrl } from './baseUrl';
import { unsafeAddress, type FileVendor } from './downloadErrors';
import { isLinkLocal, isPrivateHost } from './privateHost';

/**
 * An address that a file may be fetched from: https, or http on this machine where the API itself is
 * on this machine. A vendor in the internet names no address inside of n8n's own network.
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
	const api = new URL(apiUrl);
	if (url === undefined || !isPlain(url) || !isOpenTo(url, api)) throw unsafeAddress(vendor);
	return url;
}

function isPlain({ username, password }: URL): boolean {
	return username === '' && password === '';
}

function isOpenTo(url: URL, api: URL): boolean {
	const local = url.protocol === 'http:' && isLoopback(url) && isLoopback(api);
	if (url.protocol !== 'https:' && !local) return false;
	if (url.origin === api.origin) return true;
	return !isLinkLocal(url) && (!isPrivateHost(url) || isPrivateHost(api));
}
