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
	return checkedBaseUrl(address, FIELD).replace(/\/+(?:rest|identity|bulk)(?:\/.*)?$/i, '');
}
