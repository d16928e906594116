import { ParameterError } from '../../shared/node/errors';

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
			"The session UUID is not one of Zoom's",
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

const ALLOWED_HOST = /^(?:[a-z0-9-]+\.)*(?:zoom\.us|zoomgov\.com)$/;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * The API's address of a credential. Zoom's own hosts for the regions; a custom gateway must be
 * https (http only on this machine) and must not carry a name or password.
 */
export function checkedApiUrl(apiUrl: unknown, region: unknown): string {
	const text = typeof apiUrl === 'string' ? apiUrl : '';
	let url: URL | undefined;
	try {
		url = new URL(text);
	} catch {
		url = undefined;
	}
	const secure =
		url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname));
	const ours = region === 'custom' || (url !== undefined && ALLOWED_HOST.test(url.hostname));
	const plain = url !== undefined && !url.username && !url.password && !url.search && !url.hash;
	if (url === undefined || !secure || !ours || !plain) {
		throw new ParameterError(
			'The Base URL of the Zoom credential cannot be used',
			'Enter an https address without a user name, e.g. https://zoom-gateway.example.com',
		);
	}
	return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
