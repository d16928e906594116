import { CancelledError, type HttpAnswer } from '../../../shared/transport/send';
import type { VendorError } from '../../../shared/transport/vendorError';
import { classify, statusOf } from '../classify';
import type { AdobeAccount, SignInBy } from '../credential';
import { errorFromAnswer, errorFromLoss, SIGN_IN } from '../errors';
import type { AdobeCall, Ask } from '../http';
import { cookieHeader } from './cookie';
import { forEverybody, loginLocked, loginRefused } from './refused';

/**
 * One try only: every refused one brings the user closer to being locked out.
 * https://helpx.adobe.com/adobe-connect/webservices/login.html
 * @param cookie the anonymous session that is to become the user's; empty = none
 * @returns the answer, with status `ok`
 */
export async function logIn(
	ask: Ask,
	account: AdobeAccount,
	cookie: string,
	signal?: AbortSignal,
): Promise<HttpAnswer> {
	const call = loginCall(account, cookie);
	const sent = await attempt(ask, call, signal);
	const answer = isUnread(sent) ? await attempt(ask, { ...call, asForm: false }, signal) : sent;
	const refusal = refusalOf(answer, account.signIn, cookie);
	if (refusal !== undefined) throw refusal;
	return answer;
}

/** A server that does not read forms says that the login is missing; it has not counted a try. */
function isUnread({ status, body }: HttpAnswer): boolean {
	const { code, field, subcode } = statusOf(body);
	return status === 405 || (code === 'invalid' && subcode === 'missing' && field === 'login');
}

async function attempt(ask: Ask, call: AdobeCall, signal?: AbortSignal): Promise<HttpAnswer> {
	if (signal?.aborted) throw new CancelledError();
	return await ask(call).catch(() => {
		if (signal?.aborted) throw new CancelledError();
		throw errorFromLoss(SIGN_IN, Date.now());
	});
}

/** The password goes in a form, which no log of addresses holds; a name in a header, as it is set up. */
function loginCall({ signIn: by, accountId }: AdobeAccount, cookie: string): AdobeCall {
	const account = ['account-id', accountId || undefined] as const;
	const headers = cookie === '' ? undefined : cookieHeader(cookie);
	if (by.kind === 'header') {
		return {
			action: 'login',
			parameters: [['external-auth', 'use'], account],
			asForm: false,
			headers: { ...headers, [by.header]: by.login },
		};
	}
	return {
		action: 'login',
		parameters: [['login', by.login], ['password', by.password], account],
		asForm: true,
		headers,
	};
}

/** undefined = the server has taken the login. */
function refusalOf(answer: HttpAnswer, by: SignInBy, cookie: string): VendorError | undefined {
	const { code, subcode, param } = statusOf(answer.body);
	if (code === 'ok') return undefined;
	if (subcode === 'user-suspended') return loginLocked(Number(param), Date.now());
	if (code === 'no-data' || (code === 'no-access' && /^(?:denied|no-login|)$/.test(subcode))) {
		return loginRefused(by);
	}
	const verdict = classify(answer, false, Date.now());
	const secrets = [cookie, by.kind === 'password' ? by.password : ''];
	return forEverybody(errorFromAnswer(SIGN_IN, answer, verdict, Date.now(), secrets));
}
