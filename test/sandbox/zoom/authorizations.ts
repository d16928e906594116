import { createHash, randomBytes } from 'node:crypto';

import { keepSecret } from '../../secrets/book';

const CODE_LIFE_MS = 5 * 60 * 1000;
const REFRESH_LIFE_MS = 90 * 24 * 60 * 60 * 1000;

/** What the token request must fit to. */
export interface CodeRequest {
	redirect_uri?: string;
	code_challenge?: string;
	code_challenge_method?: string;
}

interface CodeRedemption {
	code?: string;
	redirect_uri?: string;
	code_verifier?: string;
}

/** Codes and refresh tokens: each is good once. */
export interface Authorizations {
	code(request: CodeRequest): string;
	/** @returns undefined when the code is good, else Zoom's words and number */
	takeCode(redemption: CodeRedemption): { reason: string; code: number } | undefined;
	refreshToken(): string;
	/** Whether it was good; from now on it is not. */
	takeRefreshToken(token: string | undefined): boolean;
}

/** https://developers.zoom.us/docs/integrations/oauth/ */
export function createAuthorizations(now: () => number): Authorizations {
	const codes = new Map<string, CodeRequest & { expiresAt: number }>();
	const refreshTokens = new Map<string, number>();

	return {
		code(request) {
			const code = randomBytes(18).toString('base64url');
			keepSecret('Zoom authorization code', code);
			codes.set(code, { ...request, expiresAt: now() + CODE_LIFE_MS });
			return code;
		},
		takeCode({ code = '', redirect_uri, code_verifier }) {
			const asked = codes.get(code);
			codes.delete(code);
			if (!asked) return { reason: 'Invalid authorization code', code: 4734 };
			if (now() >= asked.expiresAt) {
				return { reason: 'The authorization code has expired', code: 4733 };
			}
			if (asked.redirect_uri !== redirect_uri) {
				return { reason: 'Redirect URI mismatch', code: 4709 };
			}
			return isVerified(asked, code_verifier)
				? undefined
				: { reason: 'Invalid code verifier', code: 4734 };
		},
		refreshToken() {
			const token = randomBytes(32).toString('base64url');
			keepSecret('Zoom refresh token', token);
			refreshTokens.set(token, now() + REFRESH_LIFE_MS);
			return token;
		},
		takeRefreshToken(token = '') {
			const expiresAt = refreshTokens.get(token);
			refreshTokens.delete(token);
			return expiresAt !== undefined && now() < expiresAt;
		},
	};
}

function isVerified(asked: CodeRequest, verifier: string | undefined): boolean {
	if (asked.code_challenge === undefined) return true;
	if (verifier === undefined) return false;
	const plain = asked.code_challenge_method !== 'S256';
	const proof = plain ? verifier : createHash('sha256').update(verifier).digest('base64url');
	return proof === asked.code_challenge;
}
