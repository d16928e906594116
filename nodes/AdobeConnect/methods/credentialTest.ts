import type {
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	IHttpRequestOptions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { causeOf } from '../../shared/node/errors';
import { readAccount } from '../transport/credential';
import { sendCall, type Ask, type Sender } from '../transport/http';
import { sessions } from '../transport/session/book';
import { sessionMissing } from '../transport/session/refused';
import { signIn, userOf } from '../transport/session/signIn';

/**
 * Logs in as the nodes do, and asks with the session who is logged in: with enhanced security a wrong
 * cookie would look like a login all the same. n8n tests a credential each time it is opened, so a wrong
 * password is kept from being sent again here, too.
 */
export async function testAdobeConnectCredential(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const account = readAccount(credential.data);
		const send = senderOf(this.helpers);
		const ask: Ask = async (call) => await sendCall(send, account, call);
		sessions.forget(account.fingerprint);
		const { cookie, version } = await sessions.get(
			account.fingerprint,
			async (beforeLogin) => await signIn(ask, account, { beforeLogin }),
			Date.now(),
		);
		const user = await userOf(ask, cookie);
		if (user === '') throw sessionMissing();
		sessions.proved(account.fingerprint);
		return { status: 'OK', message: `Signed in as ${user} (Adobe Connect ${version})` };
	} catch (error) {
		const { message, repair } = causeOf(error);
		return { status: 'Error', message: `${message}. ${repair}.` };
	}
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
