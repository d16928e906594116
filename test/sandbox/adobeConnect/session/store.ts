import { randomUUID } from 'node:crypto';
import { keepSecret } from '../../../secrets/book';
import type { AdobeConnectWorld } from '../world';

interface Session {
	/** null: anonymous. */
	principalId: string | null;
	/** Epoch milliseconds. */
	usedAt: number;
}

const DEFAULT_TRIES = 5;
const DEFAULT_LOCK_MINUTES = 5;
const DEFAULT_SESSION_MINUTES = 30;
const MINUTE_MS = 60_000;

/** Sessions (cookie BREEZESESSION) and logins that are locked. */
export class SessionStore {
	private readonly sessions = new Map<string, Session>();
	private readonly wrong = new Map<string, number>();
	/** Until when, epoch milliseconds. */
	private readonly locked = new Map<string, number>();

	constructor(
		private readonly now: () => number,
		private readonly world: AdobeConnectWorld,
	) {}

	open(principalId: string | null): string {
		const id = `na1breez${randomUUID().replaceAll('-', '').slice(0, 16)}`;
		keepSecret('Adobe Connect session', id);
		this.sessions.set(id, { principalId, usedAt: this.now() });
		return id;
	}

	/** A session that is known and has not ended; using it keeps it. */
	use(id: string | null): Session | undefined {
		const session = id === null ? undefined : this.sessions.get(id);
		if (id === null || !session) return undefined;
		const life = (this.world.sessionMinutes ?? DEFAULT_SESSION_MINUTES) * MINUTE_MS;
		if (this.now() - session.usedAt > life) {
			this.sessions.delete(id);
			return undefined;
		}
		session.usedAt = this.now();
		return session;
	}

	close(id: string): void {
		this.sessions.delete(id);
	}

	expireAll(): void {
		this.sessions.clear();
	}

	lock(login: string, minutes: number): void {
		this.locked.set(login.toLowerCase(), this.now() + minutes * MINUTE_MS);
	}

	/** Minutes that the login stays locked; 0: it is not. */
	lockedMinutes(login: string): number {
		const until = this.locked.get(login.toLowerCase()) ?? 0;
		return Math.max(0, Math.ceil((until - this.now()) / MINUTE_MS));
	}

	countWrong(login: string): void {
		const key = login.toLowerCase();
		const count = (this.wrong.get(key) ?? 0) + 1;
		this.wrong.set(key, count);
		if (count < (this.world.loginTries ?? DEFAULT_TRIES)) return;
		this.wrong.delete(key);
		this.lock(login, this.world.lockMinutes ?? DEFAULT_LOCK_MINUTES);
	}

	countRight(login: string): void {
		this.wrong.delete(login.toLowerCase());
	}
}
