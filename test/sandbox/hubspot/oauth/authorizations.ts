import { randomBytes, randomUUID } from 'node:crypto';

import { keepSecret } from '../../../secrets/book';

/** RFC 6749, 4.1.2 advises ten minutes; HubSpot names no figure. */
const CODE_LIFE_MS = 10 * 60 * 1000;

/** What a user agreed to. */
export interface Consent {
	redirectUri: string;
	scopes: string[];
}

/** Codes are good once, refresh tokens until they are revoked. */
export class Authorizations {
	private readonly codes = new Map<string, Consent & { expiresAt: number }>();
	private readonly refreshTokens = new Map<string, string[]>();

	constructor(private readonly now: () => number) {}

	code(consent: Consent): string {
		const code = `na1-${randomBytes(18).toString('base64url')}`;
		keepSecret('HubSpot authorization code', code);
		this.codes.set(code, { ...consent, expiresAt: this.now() + CODE_LIFE_MS });
		return code;
	}

	/** @returns undefined for a code that is unknown, used or too old */
	takeCode(code: string): Consent | undefined {
		const consent = this.codes.get(code);
		this.codes.delete(code);
		return consent && this.now() < consent.expiresAt ? consent : undefined;
	}

	refreshToken(scopes: string[]): string {
		const token = `na1-${randomUUID()}`;
		keepSecret('HubSpot refresh token', token);
		this.refreshTokens.set(token, scopes);
		return token;
	}

	/** The scopes behind a refresh token, undefined when it is not good. */
	scopesOf(refreshToken: string): string[] | undefined {
		return this.refreshTokens.get(refreshToken);
	}

	revoke(refreshToken: string): void {
		this.refreshTokens.delete(refreshToken);
	}

	revokeAll(): void {
		this.refreshTokens.clear();
	}
}
