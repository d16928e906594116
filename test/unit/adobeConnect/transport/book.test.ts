import {
	MOST_VAIN_LOGINS,
	REFUSED_LOGIN_MS,
	SESSION_LIFE_MS,
} from '../../../../nodes/AdobeConnect/transport/limits';
import { SessionBook } from '../../../../nodes/AdobeConnect/transport/session/book';
import {
	loginLocked,
	loginRefused,
	loginsInVain,
} from '../../../../nodes/AdobeConnect/transport/session/refused';
import type { Session } from '../../../../nodes/AdobeConnect/transport/session/signIn';
import { errorFromLoss } from '../../../../nodes/AdobeConnect/transport/errors';
import { CancelledError } from '../../../../nodes/shared/transport/send';

const NOW = Date.parse('2026-12-01T10:00:00Z');
const USER = 'the user';
const BY = { kind: 'password', login: 'a', password: 'b' } as const;

/** Sign-ins that end when the test says so. */
class Desk {
	readonly book = new SessionBook();
	readonly started: Array<{ end(session: Session): void; fail(error: unknown): void }> = [];

	ask(now = NOW, lost?: Session, user = USER): Promise<Session> {
		const start = async (beforeLogin: () => void) =>
			await new Promise<Session>((end, fail) => {
				this.started.push({ end, fail });
				beforeLogin();
			});
		return this.book.get(user, start, now, lost);
	}

	async has(session: Session): Promise<void> {
		const asked = this.ask();
		this.started.at(-1)!.end(session);
		await asked;
	}
}

function session(cookie: string): Session {
	const nothing = { accountId: '', webAddress: '', version: '', timeZoneId: '', timeZone: '' };
	return { cookie, ...nothing };
}

let desk: Desk;
beforeEach(() => {
	desk = new Desk();
});

test('one sign-in serves all who ask meanwhile and afterwards', async () => {
	const asked = [desk.ask(), desk.ask(), desk.ask()];
	desk.started[0]!.end(session('a'));
	expect((await Promise.all(asked)).map(({ cookie }) => cookie)).toEqual(['a', 'a', 'a']);
	expect((await desk.ask(NOW + SESSION_LIFE_MS - 1)).cookie).toBe('a');
	expect(desk.started).toHaveLength(1);
});

test('another user gets another session', async () => {
	await desk.has(session('a'));
	void desk.ask(NOW, undefined, 'somebody else');
	expect(desk.started).toHaveLength(2);
});

test('a session ends by itself after a while', async () => {
	await desk.has(session('a'));
	const asked = desk.ask(NOW + SESSION_LIFE_MS);
	desk.started[1]!.end(session('b'));
	expect((await asked).cookie).toBe('b');
});

test('a lost session is renewed once, however many have lost it', async () => {
	const lost = session('a');
	await desk.has(lost);
	const asked = [desk.ask(NOW, lost), desk.ask(NOW, lost), desk.ask(NOW, lost)];
	await Promise.resolve();
	await Promise.resolve();
	desk.started[1]!.end(session('b'));
	expect((await Promise.all(asked)).map(({ cookie }) => cookie)).toEqual(['b', 'b', 'b']);
	// One who hears of the loss late.
	expect((await desk.ask(NOW, lost)).cookie).toBe('b');
	expect(desk.started).toHaveLength(2);
});

test('who is cancelled while signing in leaves the others their sign-in', async () => {
	const cancelled = desk.ask();
	const others = [desk.ask(), desk.ask()];
	const refused = expect(cancelled).rejects.toBeInstanceOf(CancelledError);
	desk.started[0]!.fail(new CancelledError());
	await refused;
	await new Promise(setImmediate);
	expect(desk.started).toHaveLength(2);
	desk.started[1]!.end(session('b'));
	expect((await Promise.all(others)).map(({ cookie }) => cookie)).toEqual(['b', 'b']);
});

test.each([
	['a wrong password', () => loginRefused(BY), REFUSED_LOGIN_MS],
	['a lock-out of 7 minutes', () => loginLocked(7, NOW), 7 * 60_000],
	['a lock-out of which nobody tells the time', () => loginLocked(NaN, NOW), REFUSED_LOGIN_MS],
])('%s is not tried again before its time', async (_, error, forMs) => {
	const asked = [desk.ask(), desk.ask()];
	desk.started[0]!.fail(error());
	const said = { message: error().message };
	for (const one of asked) await expect(one).rejects.toMatchObject(said);
	for (const later of [0, 1, forMs - 1]) {
		await expect(desk.ask(NOW + later)).rejects.toMatchObject(said);
	}
	expect(desk.started).toHaveLength(1);
	void desk.ask(NOW, undefined, 'another password');
	void desk.ask(NOW + forMs);
	expect(desk.started).toHaveLength(3);
});

test('trouble on the way is tried again, but not for ever', async () => {
	for (let tries = 0; tries < MOST_VAIN_LOGINS; tries += 1) {
		const asked = desk.ask();
		desk.started.at(-1)!.fail(errorFromLoss('the sign-in', NOW));
		await expect(asked).rejects.toThrow(/could not be reached/);
	}
	const refusal = loginsInVain(NOW + REFUSED_LOGIN_MS);
	await expect(desk.ask(NOW + 1)).rejects.toMatchObject({
		message: refusal.message,
		details: { retryAt: '2026-12-01T10:10:00.000Z' },
	});
	void desk.ask(NOW + REFUSED_LOGIN_MS);
	await new Promise(setImmediate);
	desk.started.at(-1)!.end(session('a'));
	expect((await desk.ask(NOW + REFUSED_LOGIN_MS)).cookie).toBe('a');
});

test('a session that is lost at once, again and again, is given up', async () => {
	let lost: Session | undefined;
	for (let tries = 0; tries < MOST_VAIN_LOGINS; tries += 1) {
		const asked = desk.ask(NOW, lost);
		await new Promise(setImmediate);
		lost = session(String(tries));
		desk.started.at(-1)!.end(lost);
		await asked;
	}
	await expect(desk.ask(NOW, lost)).rejects.toThrow(/asked to log in 4 times in a row/);
});

test('one answer in between is enough to go on', async () => {
	let lost: Session | undefined;
	for (let tries = 0; tries < 3 * MOST_VAIN_LOGINS; tries += 1) {
		const asked = desk.ask(NOW, lost);
		await new Promise(setImmediate);
		lost = session(String(tries));
		desk.started.at(-1)!.end(lost);
		await asked;
		if (tries % 3 === 0) desk.book.proved(USER);
	}
	expect(desk.started).toHaveLength(3 * MOST_VAIN_LOGINS);
});
