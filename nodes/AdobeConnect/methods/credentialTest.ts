import type {
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	IHttpRequestOptions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { causeOf } from '../../shared/node/errors';
import { isElement } from '../transport/classify';
import { readAccount, type AdobeAccount } from '../transport/credential';
import { sendCall, type Sender } from '../transport/http';
import { cookieHeader, signIn } from '../transport/session/signIn';
import { attributeOf, childOf, NOTHING } from '../xml/element';

/**
 * Logs in as the nodes do, and asks with the session who is logged in: with enhanced security a wrong
 * cookie would look like a login all the same.
 */
export async function testAdobeConnectCredential(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const account = readAccount(credential.data);
		const send = senderOf(this.helpers);
		const { cookie, version } = await signIn(send, account);
		const user = await whoIs(send, account, cookie);
		if (user === '') {
			return refused(
				'Adobe Connect took the login, but does not know its session afterwards. Check whether a gateway in between drops cookies.',
			);
		}
		return { status: 'OK', message: `Signed in as ${user} (Adobe Connect ${version})` };
	} catch (error) {
		const { message, repair } = causeOf(error);
		return refused(`${message}. ${repair}.`);
	}
}

async function whoIs(send: Sender, account: AdobeAccount, cookie: string): Promise<string> {
	const { body } = await sendCall(send, account, {
		action: 'common-info',
		parameters: [],
		asForm: false,
		headers: cookieHeader(cookie),
	});
	const user = childOf(isElement(body) ? body : NOTHING, 'common', 'user');
	return attributeOf(user, 'user-id') === '' ? '' : childOf(user, 'login').text || 'a user';
}

/** n8n gives the test of a credential its older request only; it is asked for the same things. */
function senderOf({ request }: ICredentialTestFunctions['helpers']): Sender {
	return async (options: IHttpRequestOptions) =>
		(await request({
			method: options.method,
			uri: options.url,
			headers: options.headers,
			body: options.body,
			timeout: options.timeout,
			useStream: true,
			followRedirect: false,
			followAllRedirects: false,
			simple: false,
			resolveWithFullResponse: true,
			rejectUnauthorized: options.skipSslCertificateValidation !== true,
		})) as unknown;
}

function refused(message: string): INodeCredentialTestResult {
	return { status: 'Error', message };
}
