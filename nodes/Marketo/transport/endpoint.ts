import { ParameterError } from '../../shared/node/errors';
import { checkedBaseUrl, type AddressField } from '../../shared/transport/baseUrl';
import { asText } from '../../shared/transport/json';

const FIELD: AddressField = {
	credential: 'Marketo',
	field: 'Endpoint',
	repair:
		'Copy the REST API Endpoint from Admin → Integration → Web Services in Marketo into the credential, as https://123-ABC-456.mktorest.com/rest',
};

const MUNCHKIN_ID = /^[0-9]{3}-[a-z]{3}-[0-9]{3}$/i;
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;
/** Other spellings mean the same to a browser, but n8n's expression does not know them. */
const PLAIN =
	/^(https:\/\/[^@/?#\p{Cc}]+|http:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?)(\/[^?#\p{Cc}]*)?$/iu;
/** What people paste below the address; not a host of that name. */
const SERVED = /(?<![:/])\/+(?:rest|identity|bulk)(?:\/.*)?$/is;

/**
 * The address below which Marketo serves /rest, /bulk and /identity. People paste the REST endpoint
 * or the identity one, with a slash or without, or the Munchkin ID alone; all of them lead here. The
 * credential says the same rule as an expression, because n8n fetches the token by itself.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/base-url
 * @throws ParameterError that names the field
 */
export function marketoBaseUrl(value: unknown): string {
	const typed = asText(value).trim();
	const host = MUNCHKIN_ID.test(typed) ? `${typed}.mktorest.com` : typed;
	const address = host === '' || HAS_SCHEME.test(host) ? host : `https://${host}`;
	const checked = checkedBaseUrl(address, FIELD);
	if (!PLAIN.test(address)) {
		throw new ParameterError(
			'Endpoint of the Marketo credential is not written as Marketo shows it',
			FIELD.repair,
		);
	}
	return checked.replace(SERVED, '');
}
