import { parsedUrl } from '../../../shared/transport/baseUrl';
import { pause, sendWithRetry } from '../../../shared/transport/send';
import { withoutTrailing } from '../../../shared/transport/trailing';
import { classify, isElement, statusOf } from '../classify';
import type { AdobeAccount } from '../credential';
import { errorFromAnswer, errorFromLoss, SIGN_IN } from '../errors';
import type { Ask } from '../http';
import { MOST_LOGINS_WITHOUT_SESSION, RETRY } from '../limits';
import { attributeOf, childOf, NOTHING, type XmlElement } from '../../xml/element';
import { checkedCookie, cookieHeader, sessionCookie } from './cookie';
import { logIn } from './logIn';
import { forEverybody, sessionMissing } from './refused';

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

export interface SignInOptions {
	/** Called before each login that is sent; may throw instead. */
	beforeLogin?(): void;
	signal?: AbortSignal;
}

/**
 * Signs in: `common-info` gives an anonymous session and tells of the account, `login` turns it into
 * the user's. With enhanced security, which hosted accounts have, the answer to `login` brings a second
 * session, and the first stays anonymous for ever.
 * https://helpx.adobe.com/adobe-connect/webservices/login.html
 * @throws VendorError when login or password are not accepted; they are never sent twice then
 * @throws CancelledError when the execution is cancelled
 */
export async function signIn(
	ask: Ask,
	account: AdobeAccount,
	{ beforeLogin, signal }: SignInOptions = {},
): Promise<Session> {
	const { common, cookie: anonymous } = await commonInfo(ask, '', signal);
	for (let tries = 1; ; tries += 1) {
		beforeLogin?.();
		const given = sessionCookie(await logIn(ask, account, anonymous, signal));
		const cookie = given || anonymous;
		const isSignedIn =
			(given !== '' && given !== anonymous) || (await isKnown(ask, cookie, signal));
		if (isSignedIn) return toSession(cookie, common, account);
		if (tries >= MOST_LOGINS_WITHOUT_SESSION) throw sessionMissing();
		await pause(RETRY.baseMs, signal);
	}
}

/** Who is signed in with the session, as shown to people; empty = nobody. */
export async function userOf(ask: Ask, cookie: string, signal?: AbortSignal): Promise<string> {
	const { common } = await commonInfo(ask, cookie, signal);
	const user = childOf(common, 'user');
	if (attributeOf(user, 'user-id') === '') return '';
	return childOf(user, 'login').text || childOf(user, 'name').text || 'a user';
}

async function isKnown(ask: Ask, cookie: string, signal?: AbortSignal): Promise<boolean> {
	return cookie !== '' && (await userOf(ask, cookie, signal)) !== '';
}

/** https://helpx.adobe.com/adobe-connect/webservices/common-info.html */
async function commonInfo(
	ask: Ask,
	cookie: string,
	signal?: AbortSignal,
): Promise<{ common: XmlElement; cookie: string }> {
	let internalErrors = 0;
	const exchanged = await sendWithRetry({
		send: async () =>
			await ask({
				action: 'common-info',
				parameters: [],
				asForm: false,
				...(cookie !== '' && { headers: cookieHeader(cookie) }),
			}),
		classify: (answer) => {
			if (statusOf(answer.body).code === 'internal-error') internalErrors += 1;
			return classify(answer, internalErrors <= 1, Date.now());
		},
		repeatable: true,
		signal,
		policy: RETRY,
	});
	if (exchanged.kind === 'lost') throw errorFromLoss(SIGN_IN, Date.now());
	const { answer, verdict } = exchanged;
	if (verdict.kind !== 'done') {
		throw forEverybody(errorFromAnswer(SIGN_IN, answer, verdict, Date.now(), [cookie]));
	}
	const common = childOf(isElement(answer.body) ? answer.body : NOTHING, 'common');
	const told = checkedCookie(childOf(common, 'cookie').text);
	return { common, cookie: sessionCookie(answer) || told };
}

function toSession(cookie: string, common: XmlElement, account: AdobeAccount): Session {
	return {
		cookie,
		accountId: account.accountId || attributeOf(childOf(common, 'account'), 'account-id'),
		webAddress: webAddress(common, account),
		version: childOf(common, 'version').text,
		timeZoneId: attributeOf(common, 'time-zone-id'),
		timeZone: attributeOf(common, 'time-zone-java-id'),
	};
}

/** Links are made of it and mailed to people, so only an address of the web is taken. */
function webAddress(common: XmlElement, { baseUrl }: AdobeAccount): string {
	const host = parsedUrl(childOf(common, 'host').text);
	if (host === undefined || !/^https?:$/.test(host.protocol) || host.username !== '') {
		return baseUrl;
	}
	const address = withoutTrailing(`${host.origin}${host.pathname}`, '/');
	// Servers behind a gateway call themselves http although people reach them by https.
	return baseUrl.startsWith('https:') ? address.replace(/^http:/, 'https:') : address;
}
