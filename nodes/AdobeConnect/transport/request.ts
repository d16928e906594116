import type { IExecuteFunctions } from 'n8n-workflow';

import { breakerOf, type Breaker } from '../../shared/transport/breaker';
import type { Verdict } from '../../shared/transport/retry';
import { sendWithRetry, type HttpAnswer } from '../../shared/transport/send';
import { slotsOf } from '../../shared/transport/slots';
import { isRunWide, lostWrite, VendorError } from '../../shared/transport/vendorError';
import { classify, isElement, statusOf } from './classify';
import { adobeAccount, type AdobeAccount, type CredentialContext } from './credential';
import { errorFromAnswer, errorFromLoss } from './errors';
import { sendCall, senderOf, unreadable, type AdobeCall, type Ask, type Parameters } from './http';
import { CALLS_AT_ONCE, RETRY } from './limits';
import { sessions } from './session/book';
import { cookieHeader } from './session/cookie';
import { signIn, type Session } from './session/signIn';
import { WRITES, type WriteName } from './writes';
import { NOTHING, type XmlElement } from '../xml/element';

/** What sends: an execution, a poll, or a field of the node's panel that loads its choices. */
export type AdobeContext = CredentialContext & {
	helpers: Pick<IExecuteFunctions['helpers'], 'httpRequest'>;
	getExecutionCancelSignal?(): AbortSignal | undefined;
};

export interface AdobeRequest {
	/** https://helpx.adobe.com/adobe-connect/webservices/<action>.html; names are case-sensitive. */
	action: string;
	parameters?: Parameters;
	/** Names the write, so that its natural key decides about sending it again; absent for reads. */
	write?: WriteName;
	/** What is asked for, as the end of "Adobe Connect refused …". */
	what: string;
	/** Some reports answer with nothing at all where there is nothing to tell. */
	mayBeEmpty?: boolean;
	/** Sent without the session of the credential: it says itself on whose behalf it comes. */
	anonymous?: boolean;
}

export interface AdobeClient {
	/**
	 * Sends, one call after the other, and with tries again.
	 * @returns the element `<results>` with status `ok`; nothing in it is trusted
	 * @throws VendorError when Adobe Connect refuses or cannot be reached; reason `uncertain` when the effect
	 * of a write without a natural key is not known
	 * @throws CancelledError when the execution is cancelled
	 */
	call(request: AdobeRequest): Promise<XmlElement>;
	/** The session, started on first use: account, address of links, time zone. */
	session(): Promise<Session>;
	/** For files, which lie beside the API: the checked address and how to send. */
	account: AdobeAccount;
	/** Calls sent so far, tries included, the sign-in left out. */
	calls(): number;
	/** Ends waits when the execution is cancelled. */
	signal: AbortSignal | undefined;
}

/** The one way to Adobe Connect: every call of these nodes goes through what this returns. */
export async function createClient(context: AdobeContext): Promise<AdobeClient> {
	const account = await adobeAccount(context);
	const send = senderOf(context);
	const signal = context.getExecutionCancelSignal?.();
	const slots = slotsOf(`adobeConnect ${account.fingerprint}`, CALLS_AT_ONCE);
	const ask: Ask = async (call) => await slots.run(async () => await sendCall(send, account, call));
	const breaker = breakerOf(signal, `adobeConnect ${account.fingerprint}`, () =>
		errorFromLoss('the next call', Date.now()),
	);
	let calls = 0;

	const session = async (lost?: Session): Promise<Session> =>
		await sessions.get(
			account.fingerprint,
			async (beforeLogin) => await signIn(ask, account, { beforeLogin, signal }),
			Date.now(),
			lost,
		);
	return {
		account,
		signal,
		session: async () => await session(),
		calls: () => calls,
		async call(request) {
			const { what, write, anonymous } = request;
			const repeatable = write === undefined || WRITES[write].repeatable;
			breaker.check(repeatable);
			let current = await signedIn(breaker, session);
			let internalErrors = 0;
			const exchanged = await sendWithRetry({
				send: async () => {
					calls += 1;
					return await ask(callOf(request, current));
				},
				classify: (answer) => {
					if (statusOf(answer.body).code === 'internal-error') internalErrors += 1;
					return readVerdict(answer, request, internalErrors <= 1);
				},
				repeatable,
				refreshToken: async () => {
					current = await signedIn(breaker, async () => await session(current));
				},
				worthAnother: () => breaker.worthAnother(),
				signal,
				policy: RETRY,
			});
			if (exchanged.kind === 'lost') {
				throw breaker.noted(
					repeatable ? errorFromLoss(what, Date.now()) : lostWrite('adobeConnect', what),
				);
			}
			const { answer, verdict } = exchanged;
			if (anonymous !== true && isElement(answer.body) && verdict.kind !== 'tokenExpired') {
				sessions.proved(account.fingerprint);
			}
			if (!repeatable && isUncertain(answer, verdict)) {
				throw breaker.noted(lostWrite('adobeConnect', what, answer.status));
			}
			if (verdict.kind !== 'done') {
				throw breaker.noted(errorFromAnswer(what, answer, verdict, Date.now(), [current.cookie]));
			}
			breaker.answered();
			return isElement(answer.body) ? answer.body : NOTHING;
		},
	};
}

/** A refused sign-in is everybody's matter, whatever was asked for. */
async function signedIn(breaker: Breaker, session: () => Promise<Session>): Promise<Session> {
	return await session().catch((error: unknown) => {
		if (error instanceof VendorError && !isRunWide(error)) throw breaker.noted(error);
		throw error;
	});
}

function readVerdict(
	answer: HttpAnswer,
	{ mayBeEmpty, anonymous }: AdobeRequest,
	isFirst: boolean,
): Verdict {
	const isNothing = answer.status === 200 && unreadable(answer.body)?.trouble === 'empty';
	if (mayBeEmpty === true && isNothing) return { kind: 'done' };
	const verdict = classify(answer, isFirst, Date.now());
	// It came without a session; a new one would not help.
	const isFinal = anonymous === true && verdict.kind === 'tokenExpired';
	return isFinal ? { kind: 'refused' } : verdict;
}

/** Whether a write may have taken effect: the server broke down over it, or what came is no answer to it. */
function isUncertain({ status, body }: HttpAnswer, verdict: Verdict): boolean {
	const flaw = unreadable(body)?.trouble;
	const isLost = status >= 200 && status < 300 && verdict.kind === 'refused' && flaw !== undefined;
	return verdict.kind === 'unavailable' || isLost;
}

function callOf(
	{ action, parameters = [], write, anonymous }: AdobeRequest,
	session: Session,
): AdobeCall {
	return {
		action,
		parameters,
		asForm: write !== undefined,
		headers: anonymous === true ? {} : cookieHeader(session.cookie),
	};
}
