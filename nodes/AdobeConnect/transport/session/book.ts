import { CancelledError } from '../../../shared/transport/send';
import { isRunWide, VendorError } from '../../../shared/transport/vendorError';
import { MOST_VAIN_LOGINS, REFUSED_LOGIN_MS, SESSION_LIFE_MS } from '../limits';
import { loginsInVain } from './refused';
import type { Session } from './signIn';

interface Entry {
	session: Promise<Session>;
	/** Epoch milliseconds. */
	startedAt: number;
}

/** Starts a session; calls `beforeLogin` before each login that it sends. */
export type Start = (beforeLogin: () => void) => Promise<Session>;

/**
 * The sessions of this process: one per user, used by all executions, so that a poll every minute is
 * not a login every minute. Whoever has the same secret gets the same session, and nobody else.
 */
export class SessionBook {
	private readonly entries = new Map<string, Entry>();
	private readonly refused = new Map<string, { error: VendorError; until: number }>();
	/** Logins since the last call that was answered. */
	private readonly vain = new Map<string, { logins: number; since: number }>();

	/**
	 * The user's session, started unless there is one.
	 * @param lost the one that the server no longer knows
	 * @param now epoch milliseconds
	 * @throws VendorError as `start` does, also for a while without asking again
	 */
	async get(fingerprint: string, start: Start, now: number, lost?: Session): Promise<Session> {
		this.forgetOld(now);
		const refused = this.refused.get(fingerprint);
		if (refused !== undefined) throw refused.error;
		const known = this.entries.get(fingerprint);
		if (known !== undefined) {
			const session = await known.session.catch(othersCancelled);
			// Somebody else may have renewed the lost one meanwhile.
			if (session !== undefined && session !== lost) return session;
			if (this.entries.get(fingerprint) === known) this.entries.delete(fingerprint);
			return await this.get(fingerprint, start, now, lost);
		}
		const entry = { session: start(() => this.countLogin(fingerprint, now)), startedAt: now };
		this.entries.set(fingerprint, entry);
		return await entry.session.catch((error: unknown) => {
			if (this.entries.get(fingerprint) === entry) this.entries.delete(fingerprint);
			this.remember(fingerprint, error, now);
			throw error;
		});
	}

	/** The session is good: the server has answered what was asked for with it. */
	proved(fingerprint: string): void {
		this.vain.delete(fingerprint);
	}

	/** The next one who asks gets a new session. */
	forget(fingerprint: string): void {
		this.entries.delete(fingerprint);
	}

	private countLogin(fingerprint: string, now: number): void {
		const { logins, since } = this.vain.get(fingerprint) ?? { logins: 0, since: now };
		if (logins >= MOST_VAIN_LOGINS) throw loginsInVain(since + REFUSED_LOGIN_MS);
		this.vain.set(fingerprint, { logins: logins + 1, since });
	}

	/** A wrong password or a lock-out is not to be tried again at once. */
	private remember(fingerprint: string, error: unknown, now: number): void {
		if (!(error instanceof VendorError)) return;
		const { code, retryAt } = error.details;
		if (code === 'invalid/user-suspended') {
			this.refused.set(fingerprint, { error, until: Date.parse(retryAt ?? '') });
		} else if (code === 'no-data' && isRunWide(error)) {
			this.refused.set(fingerprint, { error, until: now + REFUSED_LOGIN_MS });
		}
	}

	private forgetOld(now: number): void {
		for (const [key, { startedAt }] of this.entries) {
			if (now - startedAt >= SESSION_LIFE_MS) this.entries.delete(key);
		}
		for (const [key, { since }] of this.vain) {
			if (now - since >= REFUSED_LOGIN_MS) this.vain.delete(key);
		}
		for (const [key, { until }] of this.refused) {
			if (!(now < until)) this.refused.delete(key);
		}
	}
}

/** Whoever started it was cancelled; that is not the matter of those who waited along. */
function othersCancelled(error: unknown): undefined {
	if (!(error instanceof CancelledError)) throw error;
}

export const sessions = new SessionBook();
