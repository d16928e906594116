import { asArray, asText } from '../../../shared/transport/json';
import type { HttpAnswer } from '../../../shared/transport/send';

/** RFC 6265: what the value of a cookie is made of. Nothing that could end the header or add to it. */
const VALUE = /^[!#-+\--:<-[\]-~]+$/;
const SET_COOKIE = /^\s*BREEZESESSION=([^;]*)/i;

/** The session that an answer hands out, the last one as browsers do; empty when there is none. */
export function sessionCookie({ headers }: HttpAnswer): string {
	const set = headers['set-cookie'];
	const values = typeof set === 'string' ? [set] : asArray(set).map(asText);
	return values
		.map((value) => checkedCookie(SET_COOKIE.exec(value)?.[1]?.trim() ?? ''))
		.reduce((a, b) => b || a, '');
}

/** A session that was told otherwise, if it can be sent as a cookie; else empty. */
export function checkedCookie(text: string): string {
	return VALUE.test(text) ? text : '';
}

/** The header that a session is sent with. */
export function cookieHeader(cookie: string): { cookie: string } {
	return { cookie: `BREEZESESSION=${cookie}` };
}
