import { ParameterError } from '../../shared/node/errors';
import {
	checkedAddress,
	checkedBaseUrl,
	type AddressField,
	parsedUrl,
} from '../../shared/transport/baseUrl';

/** Zoom writes "954 2637 1234" and "954-2637-1234" where people see the ID. */
export function normaliseWebinarId(typed: unknown): string {
	const digits = (
		typeof typed === 'number' ? String(typed) : typeof typed === 'string' ? typed : ''
	)
		.trim()
		.replace(/[\s-]/g, '');
	if (!/^\d{9,12}$/.test(digits)) {
		throw new ParameterError(
			`The webinar ID "${String(typed).slice(0, 60)}" is not one of Zoom's`,
			'Enter the 9 to 12 digits of the webinar ID, e.g. 954 2637 1234',
		);
	}
	return digits;
}

/**
 * A session's UUID as a path segment. Zoom wants UUIDs that start with `/` or contain `//` encoded
 * twice; encoding every one twice is safe on these endpoints.
 * https://developers.zoom.us/docs/api/using-zoom-apis/#meeting-id-and-uuid
 */
export function sessionSegment(uuid: string): string {
	const trimmed = uuid.trim();
	const readable = trimmed.length <= 128 && /^[\x21-\x7e]+$/.test(trimmed);
	if (!readable || isDots(trimmed)) {
		throw new ParameterError(
			"The session ID is not one of Zoom's",
			'Use the sessionId that the Zoom Webinar Trigger or Get Many gives',
		);
	}
	return encodeURIComponent(encodeURIComponent(trimmed));
}

/**
 * One path segment, encoded once.
 * @throws ParameterError for what would name another path
 */
export function segment(value: string): string {
	if (value === '' || isDots(value)) {
		throw new ParameterError(`"${value}" cannot be used as an ID`, 'Enter an email or an ID');
	}
	return encodeURIComponent(value);
}

/** Dots survive the encoding, and the URL parser would walk up the path with them. */
function isDots(value: string): boolean {
	return /^\.{1,2}$/.test(value);
}

const BASE_URL: AddressField = {
	credential: 'Zoom',
	repair:
		'Choose Region Global or Zoom for Government, or Custom with the https address of your own gateway, e.g. https://zoom-gateway.example.com',
};

/** By region: the domain that Zoom's hosts end with. */
const ZOOM_DOMAINS = {
	global: 'zoom.us',
	government: 'zoomgov.com',
} as const;

/** Whether an address leads to Zoom itself: https, the usual port, a host below one of these domains. */
function isZooms(url: URL, domains: readonly string[]): boolean {
	const { protocol, port, hostname, username, password } = url;
	// An empty label, as in `.zoom.us`, is no name that leads anywhere.
	const isName = !hostname.split('.').includes('');
	const below = isName && domains.some((domain) => `.${hostname}`.endsWith(`.${domain}`));
	return protocol === 'https:' && port === '' && username === '' && password === '' && below;
}

/** Whether an address leads to Zoom itself, in whatever region. */
export function isZoomsOwn(url: URL): boolean {
	return isZooms(url, Object.values(ZOOM_DOMAINS));
}

/**
 * The API's address of a credential: Zoom's own hosts for the regions, a gateway of the user's own
 * for Custom.
 * @throws ParameterError that says what to enter
 */
export function checkedApiUrl(apiUrl: unknown, region: unknown): string {
	const url = checkedAddress(apiUrl, BASE_URL);
	if (region !== 'custom' && !isZoomsOwn(url)) {
		throw new ParameterError("Base URL of the Zoom credential is not Zoom's", BASE_URL.repair);
	}
	return checkedBaseUrl(apiUrl, BASE_URL);
}

/**
 * The regional API that Zoom named with the token (`api_url`), which is nearer to the account's data
 * than the global one. Taken only when it is Zoom's own host of the chosen region; with a gateway it
 * never is, because the user wants the calls to go there.
 * https://developers.zoom.us/docs/integrations/oauth/ ("api_url": optional, the global one always works)
 * @returns undefined when the address of the region is to be used
 */
export function regionalApiUrl(told: unknown, region: unknown): string | undefined {
	if (region !== 'global' && region !== 'government') return undefined;
	const url = typeof told === 'string' ? parsedUrl(told) : undefined;
	return url && isZooms(url, [ZOOM_DOMAINS[region]]) ? `${url.origin}/v2` : undefined;
}
