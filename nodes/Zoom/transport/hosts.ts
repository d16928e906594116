import type { FileVendor } from '../../shared/transport/downloadErrors';
import { isZoomsOwn } from './paths';

export const ZOOM_FILES: FileVendor = {
	vendor: 'zoom',
	name: 'Zoom',
	website: 'the Zoom website',
};

/**
 * Whether the access token may be sent to this address: Zoom's own hosts, or the very origin of the
 * credential (a custom gateway). Everybody else, also where Zoom redirects to, gets no token.
 */
export function mayCarryToken(url: URL, apiUrl: string): boolean {
	if (url.origin === new URL(apiUrl).origin) return true;
	return isZoomsOwn(url);
}
