import { randomUUID } from 'node:crypto';
import { keepSecret } from '../../../secrets/book';
import { standardError } from '../http/errors';
import { isRecord } from '../http/input';

/** How long a dead token is still known as expired (602) and not as wrong (601). */
interface Token {
	value: string;
	/** Epoch milliseconds. */
	expiresAt: number;
	state: 'alive' | 'invalid' | 'expired';
}

/** One service, one token: while it lives, the same one is handed out with its remaining life. */
export class TokenStore {
	private readonly tokens: Token[] = [];

	constructor(
		private readonly now: () => number,
		private readonly lifeSeconds: () => number,
	) {}

	/** @returns the token and its remaining life in whole seconds */
	issue(): { value: string; expiresIn: number } {
		const now = this.now();
		let token = this.tokens.find((one) => one.state === 'alive' && one.expiresAt > now);
		if (token === undefined) {
			token = {
				value: `${randomUUID()}:int`,
				expiresAt: now + this.lifeSeconds() * 1000,
				state: 'alive',
			};
			keepSecret('Marketo access token', token.value);
			this.tokens.push(token);
		}
		return { value: token.value, expiresIn: Math.floor((token.expiresAt - now) / 1000) };
	}

	/**
	 * The header alone counts: the parameter access_token has been switched off.
	 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/authentication
	 * @throws MarketoError 601 or 602
	 */
	check(authorization: string | undefined, query: unknown): void {
		if (isRecord(query) && 'access_token' in query) throw standardError('601');
		const value = /^bearer (.+)$/i.exec(authorization ?? '')?.[1];
		const token = this.tokens.find((one) => one.value === value);
		if (token === undefined || token.state === 'invalid') throw standardError('601');
		if (token.state === 'expired' || token.expiresAt <= this.now()) throw standardError('602');
	}

	revokeAll(as: 'invalid' | 'expired'): void {
		for (const token of this.tokens) if (token.state === 'alive') token.state = as;
	}
}
