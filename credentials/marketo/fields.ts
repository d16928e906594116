import { SAFE_ADDRESS } from '../shared/fields';

/**
 * The address below which Marketo serves everything, from whatever people paste: the REST endpoint,
 * the identity one, or the Munchkin ID alone. The nodes hold the same rule (transport/endpoint.ts);
 * this form of it is for n8n, which sends the client secret by itself.
 */
const WHOLE =
	'$self["endpoint"].trim().replace(/^([0-9]{3}-[a-z]{3}-[0-9]{3})$/i, "$1.mktorest.com").replace(/^(?![a-z][a-z0-9+.-]*:)/i, "https://").replace(/\\/+$/, "")';

const BASE = `${WHOLE}.replace(/(?<![:/])\\/+(?:rest|identity|bulk)(?:\\/.*)?$/i, "")`;

function below(path: string): string {
	// Control characters: programs do not agree on where they end an address.
	const isSafe = `${SAFE_ADDRESS}.test(${WHOLE}) && !/\\p{Cc}/u.test(${WHOLE})`;
	return `={{ ${isSafe} ? ${BASE} + "${path}" : "" }}`;
}

/** The address itself, for the Test button; empty where the endpoint must not be used. */
export const BASE_URL = below('');

/** Where the token comes from; empty where the endpoint must not be used. */
export const TOKEN_URL = below('/identity/oauth/token');
