import { asArray, asText } from '../../../shared/transport/json';
import { CancelledError, sendWithRetry, type HttpAnswer } from '../../../shared/transport/send';
import { classify, isElement, statusOf } from '../classify';
import type { AdobeAccount, SignInBy } from '../credential';
import { errorFromAnswer, errorFromLoss } from '../errors';
import { sendCall, type AdobeCall, type Sender } from '../http';
import { RETRY } from '../limits';
import { attributeOf, childOf, NOTHING, type XmlElement } from '../../xml/element';
import { loginLocked, loginRefused } from './refused';

/** What the server tells when somebody signs in, and the session itself. */
export interface Session {
	/** The value of the cookie BREEZESESSION. A secret. */
	cookie: string;
	accountId: string;
	/** The address of rooms and landing pages, without a slash at its end. */
	webAddress: string;
	version: string;
	/** Of the account: Adobe's number and the IANA name. */
	timeZoneId: string;
	timeZone: string;
}

/**
 * Signs in: `common-info` gives an anonymous session and tells of the account, `login` turns it into
 * the user's. With enhanced security, which hosted accounts have, the answer to `login` brings a second
 * session, and the first stays anonymous for ever.
 * https://helpx.adobe.com/adobe-connect/webservices/login.html
 * @throws VendorError when login or password are not accepted; they are never sent twice
 * @throws CancelledError when the execution is cancelled
 */
export async function signIn(
	send: Sender,
	account: AdobeAccount,
	signal?: AbortSignal,
): Promise<Session> {
	const info = await ask(send, account, commonInfo, signal);
	const common = childOf(isElement(info.body) ? info.body : NOTHING, 'common');
	const anonymous = sessionCookie(info) || childOf(common, 'cookie').text;
	const signedIn = await logIn(send, account, anonymous, signal);
	return {
		cookie: sessionCookie(signedIn) || anonymous,
		accountId: account.accountId || attributeOf(childOf(common, 'account'), 'account-id'),
		webAddress: webAddress(common, account),
		version: childOf(common, 'version').text,
		timeZoneId: attributeOf(common, 'time-zone-id'),
		timeZone: attributeOf(common, 'time-zone-java-id'),
	};
}

const commonInfo: AdobeCall = { action: 'common-info', parameters: [], asForm: false };

const WHAT = 'the sign-in';

async function ask(
	send: Sender,
	account: AdobeAccount,
	call: AdobeCall,
	signal?: AbortSignal,
): Promise<HttpAnswer> {
	let tries = 0;
	const exchanged = await sendWithRetry({
		send: async () => {
			tries += 1;
			return await sendCall(send, account, call);
		},
		classify: (answer) => classify(answer, tries === 1, Date.now()),
		repeatable: true,
		reserve: () => 0,
		signal,
		policy: RETRY,
	});
	if (exchanged.kind === 'lost') throw errorFromLoss(WHAT, Date.now());
	const { answer, verdict } = exchanged;
	if (verdict.kind !== 'done') throw errorFromAnswer(WHAT, answer, verdict, Date.now());
	return answer;
}

/** One try only: every refused one brings the user closer to being locked out. */
async function logIn(
	send: Sender,
	account: AdobeAccount,
	cookie: string,
	signal?: AbortSignal,
): Promise<HttpAnswer> {
	const call = loginCall(account, cookie);
	const sent = await attemptLogin(send, account, call, signal);
	// A server that does not read forms says that the login is missing; it has not counted a try.
	const { code, field, subcode } = statusOf(sent.body);
	const unread =
		sent.status === 405 || (code === 'invalid' && subcode === 'missing' && field === 'login');
	const answer = unread
		? await attemptLogin(send, account, { ...call, asForm: false }, signal)
		: sent;
	return checked(answer, account.signIn);
}

async function attemptLogin(
	send: Sender,
	account: AdobeAccount,
	call: AdobeCall,
	signal?: AbortSignal,
): Promise<HttpAnswer> {
	return await sendCall(send, account, call).catch(() => {
		if (signal?.aborted) throw new CancelledError();
		throw errorFromLoss(WHAT, Date.now());
	});
}

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

/** @throws VendorError unless the server has taken the login */
function checked(answer: HttpAnswer, by: SignInBy): HttpAnswer {
	const { code, subcode, param } = statusOf(answer.body);
	if (code === 'ok') return answer;
	if (subcode === 'user-suspended') throw loginLocked(Number(param), Date.now());
	if (code === 'no-data' || (code === 'no-access' && /^(?:denied|no-login|)$/.test(subcode))) {
		throw loginRefused(by);
	}
	const verdict = classify(answer, false, Date.now());
	throw errorFromAnswer(WHAT, answer, verdict, Date.now());
}

export function cookieHeader(cookie: string): { cookie: string } {
	return { cookie: `BREEZESESSION=${cookie}` };
}

/** Nothing that could end the header or add to it. */
const COOKIE = /^\s*BREEZESESSION=([A-Za-z0-9._~-]+)\s*(?:;|$)/i;

function sessionCookie({ headers }: HttpAnswer): string {
	const set = headers['set-cookie'];
	const values = typeof set === 'string' ? [set] : asArray(set).map(asText);
	return values.map((value) => COOKIE.exec(value)?.[1] ?? '').find((value) => value !== '') ?? '';
}

/** Links are made of it and mailed to people, so only an address of the web is taken. */
function webAddress(common: XmlElement, { baseUrl }: AdobeAccount): string {
	const host = childOf(common, 'host').text.replace(/\/+$/, '');
	if (!/^https?:\/\/[^\s/@?#]+(?:\/[^\s?#]*)?$/i.test(host)) return baseUrl;
	// Servers behind a gateway call themselves http although people reach them by https.
	return baseUrl.startsWith('https:') ? host.replace(/^http:/i, 'https:') : host;
}
