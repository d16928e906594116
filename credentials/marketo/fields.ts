import { SAFE_ADDRESS } from '../shared/fields';

/**
 * The address below which Marketo serves everything, from whatever people paste: the REST endpoint,
 * the identity one, or the Munchkin ID alone. The nodes hold the same rule (transport/endpoint.ts);
 * this form of it is for n8n, which sends the client secret by itself.
 */
const BASE =
	'$self["endpoint"].trim().replace(/^([0-9]{3}-[a-z]{3}-[0-9]{3})$/i, "$1.mktorest.com").replace(/^(?![a-z][a-z0-9+.-]*:)/i, "https://").replace(/\\/+$/, "").replace(/\\/+(?:rest|identity|bulk)(?:\\/.*)?$/i, "")';

/** Where the token comes from; empty where the endpoint must not be used. */
export const TOKEN_URL = `={{ ${SAFE_ADDRESS}.test(${BASE}) ? ${BASE} + "/identity/oauth/token" : "" }}`;
