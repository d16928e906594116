import { ParameterError } from '../../shared/node/errors';

const REPAIR =
	'Set Base URL in the HubSpot credential to https://api.hubapi.com, or to the https address of your own gateway';

/**
 * The credential's base URL without trailing slashes. The service key is sent there, so only https
 * is taken, and http on this machine alone.
 * @throws ParameterError naming the field
 */
export function checkedBaseUrl(value: unknown): string {
	const text = typeof value === 'string' ? value.trim() : '';
	const url = URL.canParse(text) ? new URL(text) : null;
	if (url === null) throw new ParameterError('Base URL is not an address', REPAIR);
	if (url.username !== '' || url.password !== '') {
		throw new ParameterError('Base URL must not contain a user name or password', REPAIR);
	}
	const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) {
		throw new ParameterError('Base URL must start with https://', REPAIR);
	}
	return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
