import { ParameterError } from '../node/errors';
import { withoutTrailing } from './trailing';

/** This machine: the whole of 127.0.0.0/8, as the URL parser writes it. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * The address as a URL, undefined when it is none. Not by URL.canParse: once compiled, Node 20 answers
 * it wrongly for letters beyond ASCII.
 * @param base the address that names this one, for relative addresses
 */
export function parsedUrl(text: string, base?: URL): URL | undefined {
	try {
		return new URL(text, base);
	} catch {
		return undefined;
	}
}

/** Whether an address leads to this machine. */
export function isLoopback({ hostname }: URL): boolean {
	return LOOPBACK.test(hostname);
}

/** Whose address it is, for the words of a refusal. */
export interface AddressField {
	/** As people know the credential, e.g. `Zoom`. */
	credential: string;
	/** The field's name; default `Base URL`. */
	field?: string;
	/** What to enter instead, as a whole sentence without its period. */
	repair: string;
}

/**
 * The address in a credential's field: the one check for all vendors. Secrets are sent
 * there, so only https is taken, and http on this machine alone; and nothing that hides where it
 * leads (a user name before the host) or that would swallow the path that follows (query, fragment).
 * @returns the parsed address; names of other alphabets are in their ASCII form
 * @throws ParameterError that names the field and the credential, and repeats nothing of the address
 */
export function checkedAddress(
	value: unknown,
	{ credential, field = 'Base URL', repair }: AddressField,
): URL {
	const refuse = (what: string): never => {
		throw new ParameterError(`${field} of the ${credential} credential ${what}`, repair);
	};
	const text = typeof value === 'string' ? value.trim() : '';
	// Programs do not agree on what a backslash is, nor where a blank ends the address.
	const url = /[\\\s]/.test(text) ? undefined : parsedUrl(text);
	if (url === undefined) return refuse('is not an address');
	if (url.username !== '' || url.password !== '') {
		return refuse('must not contain a user name or password');
	}
	const local = url.protocol === 'http:' && isLoopback(url);
	if (url.protocol !== 'https:' && !local) return refuse('must start with https://');
	if (url.search !== '' || url.hash !== '') return refuse('must not contain ? or #');
	return url;
}

/** The same as text, without slashes at its end, ready for a path. */
export function checkedBaseUrl(value: unknown, field: AddressField): string {
	const { origin, pathname } = checkedAddress(value, field);
	return withoutTrailing(`${origin}${pathname}`, '/');
}
