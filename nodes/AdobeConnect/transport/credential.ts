import { createHash } from 'crypto';
import type { INode } from 'n8n-workflow';

import { ParameterError } from '../../shared/node/errors';
import { checkedAddress, type AddressField } from '../../shared/transport/baseUrl';
import { asObject, asText } from '../../shared/transport/json';
import { withoutTrailing } from '../../shared/transport/trailing';

export const ADOBE_CONNECT_CREDENTIAL = 'adobeConnectApi';

const HOST: AddressField = {
	credential: 'Adobe Connect',
	field: 'Host',
	repair:
		'Copy the address at which you open Adobe Connect into the credential, as https://example.adobeconnect.com',
};

const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
/** Pages that people paste along with the address. */
const SERVED = /\/(?:api\/xml|admin|system|common|app)(?:\/.*)?$/is;
/** RFC 9110: what a header's name is made of, and what can be sent as its value. */
const HEADER_NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;
const HEADER_VALUE = /^[\u0020-\u007E\u00A0-\u00FF]+$/;

/** What the parts of this vendor need of any of n8n's contexts to reach a credential. */
export interface CredentialContext {
	getNode(): INode;
	getCredentials(type: string): Promise<object>;
}

/** How to sign in: by password, or by a header that the server trusts (single sign-on, on-premise). */
export type SignInBy =
	| { kind: 'password'; login: string; password: string }
	| { kind: 'header'; header: string; login: string };

/** What a credential says. Its secrets stay in this folder and never reach a text or an item. */
export interface AdobeAccount {
	/** Checked; /api/xml lies below it. */
	baseUrl: string;
	signIn: SignInBy;
	/** Empty where the host serves one account only. */
	accountId: string;
	/** An own server's certificate that nobody vouches for is taken, too. */
	ignoreCertificate: boolean;
	/** The same for the same host, account and user with the same secret, and for nobody else. */
	fingerprint: string;
}

/**
 * The account behind the credential.
 * @throws ParameterError that names the field which cannot be used
 */
export async function adobeAccount(context: CredentialContext): Promise<AdobeAccount> {
	return readAccount(await context.getCredentials(ADOBE_CONNECT_CREDENTIAL));
}

/** The same, of the credential's fields. @throws ParameterError that names the field */
export function readAccount(fields: unknown): AdobeAccount {
	const { host, accountId, ignoreSslIssues, ...rest } = asObject(fields);
	const baseUrl = adobeBaseUrl(host);
	const signIn = readSignIn(rest);
	const account = asText(accountId).trim();
	const ignoreCertificate = ignoreSslIssues === true;
	// What was heard from a server that nobody vouches for stays with those who trust it all the same.
	const all = JSON.stringify([baseUrl, account, signIn, ignoreCertificate]);
	return {
		baseUrl,
		signIn,
		accountId: account,
		ignoreCertificate,
		fingerprint: createHash('sha256').update(all).digest('hex'),
	};
}

/** People type the host alone, or paste any page of it. @throws ParameterError */
function adobeBaseUrl(value: unknown): string {
	const typed = asText(value).trim();
	const address = typed === '' || HAS_SCHEME.test(typed) ? typed : `https://${typed}`;
	const { origin, pathname } = checkedAddress(address, HOST);
	const path = withoutTrailing(pathname, '/').replace(SERVED, '');
	return `${origin}${withoutTrailing(path, '/')}`;
}

function readSignIn(fields: Record<string, unknown>): SignInBy {
	const login = asText(fields.login).trim();
	if (login === '') {
		throw new ParameterError(
			'Login of the Adobe Connect credential is empty',
			'Enter the login of a user of Adobe Connect, which is mostly an email address',
		);
	}
	if (fields.authentication === 'header') {
		const header = asText(fields.headerName).trim();
		if (!HEADER_NAME.test(header)) {
			throw new ParameterError(
				'Header Name of the Adobe Connect credential is not the name of a header',
				'Enter the name that your server is set up with; Adobe Connect itself suggests x-user-id',
			);
		}
		if (!HEADER_VALUE.test(login)) {
			throw new ParameterError(
				'Login of the Adobe Connect credential cannot be sent in a header',
				'Enter a login of Latin letters, digits and signs',
			);
		}
		return { kind: 'header', header, login };
	}
	const password = asText(fields.password);
	if (password === '') {
		throw new ParameterError(
			'Password of the Adobe Connect credential is empty',
			'Enter the password of that user',
		);
	}
	return { kind: 'password', login, password };
}
