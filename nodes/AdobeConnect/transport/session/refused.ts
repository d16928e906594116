import { isTemporary, VendorError } from '../../../shared/transport/vendorError';
import type { SignInBy } from '../credential';
import { adobeError } from '../errors';
import { MOST_VAIN_LOGINS, REFUSED_LOGIN_MS } from '../limits';

const REFUSED_MINUTES = REFUSED_LOGIN_MS / 60_000;

const GATEWAY =
	'Check whether a gateway or proxy between this n8n and Adobe Connect drops cookies or answers';

/** A wrong login or password. */
export function loginRefused(by: SignInBy): VendorError {
	const refused = {
		status: 200,
		code: 'no-data',
		failure: { cause: 'credential-invalid' } as const,
	};
	return adobeError(
		by.kind === 'header'
			? {
					...refused,
					message: 'Adobe Connect does not accept the user that the header names',
					repair:
						'Check Login and Header Name of the credential, and whether the server takes external authentication from this n8n',
					reason: 'permissionMissing',
				}
			: {
					...refused,
					message: 'Adobe Connect does not accept login or password',
					repair: `Correct Login and Password in the credential; with several accounts on one host, Account ID too. So that Adobe Connect does not lock the user out, the same ones are not tried again for ${REFUSED_MINUTES} minutes`,
					reason: 'permissionMissing',
				},
	);
}

/**
 * Too many wrong tries, by whomever.
 * @param minutes as Adobe Connect tells; NaN when it does not
 * @param now epoch milliseconds
 */
export function loginLocked(minutes: number, now: number): VendorError {
	const known = Number.isFinite(minutes) && minutes > 0 && minutes < 7 * 24 * 60;
	const wait = known ? minutes : REFUSED_MINUTES;
	return adobeError({
		status: 200,
		code: 'invalid/user-suspended',
		message: known
			? `Adobe Connect has locked the user of the credential out for ${minutes} minutes, after too many wrong passwords`
			: 'Adobe Connect has locked the user of the credential out, after too many wrong passwords',
		repair: 'Wait until then. Check Login and Password in the credential before you run again',
		reason: 'temporarilyUnavailable',
		retryAt: new Date(now + wait * 60_000).toISOString(),
		failure: { cause: 'temporarily-unavailable' },
	});
}

/** The login was taken, and no session came with it. */
export function sessionMissing(): VendorError {
	return adobeError({
		status: 200,
		code: 'no-access/no-login',
		message: 'Adobe Connect took the login, but knows nobody by its session afterwards',
		repair: GATEWAY,
		reason: 'permissionMissing',
	});
}

/** One login after the other, and nothing that was asked for afterwards was answered. @param until epoch milliseconds */
export function loginsInVain(until: number): VendorError {
	return adobeError({
		status: 0,
		code: '',
		message: `Adobe Connect was asked to log in ${MOST_VAIN_LOGINS} times in a row and answered nothing afterwards, so it is not asked again for ${REFUSED_MINUTES} minutes`,
		repair: GATEWAY,
		reason: 'temporarilyUnavailable',
		retryAt: new Date(until).toISOString(),
		failure: { cause: 'temporarily-unavailable' },
	});
}

/** A refused sign-in concerns everybody, unless it can be tried again later. */
export function forEverybody(error: VendorError): VendorError {
	if (isTemporary(error)) return error;
	return new VendorError({ ...error.details, reason: 'permissionMissing' });
}
