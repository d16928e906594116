import { keepSecret } from './book';

/** Fields of our credentials, and of n8n's OAuth2, that nobody may see. */
const SECRET_FIELD = /secret|password|apiKey|token$/i;
/** What sounds like one and is none. */
const PUBLIC_FIELD = /^(?:accessTokenUrl|webhookHeader)$/;

/** Keeps the secrets among a credential's fields, and the tokens that n8n holds for it. */
export function keepCredential(type: string, fields: Readonly<Record<string, unknown>>): void {
	for (const [field, value] of Object.entries(fields)) {
		if (SECRET_FIELD.test(field) && !PUBLIC_FIELD.test(field)) {
			keepSecret(`${field} of ${type}`, value);
		}
	}
	const { oauthTokenData } = fields;
	if (typeof oauthTokenData === 'object' && oauthTokenData !== null) {
		keepCredential(`${type}, held by n8n`, { ...oauthTokenData });
	}
}
