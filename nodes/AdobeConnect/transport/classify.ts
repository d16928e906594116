import { asObject } from '../../shared/transport/json';
import { retryAfterMs, type Verdict } from '../../shared/transport/retry';
import type { HttpAnswer } from '../../shared/transport/send';
import { unreadable } from './http';
import { attributeOf, childOf, type XmlElement } from '../xml/element';

/** What `<status>` of an answer says. */
export interface AdobeStatus {
	/** `ok`, `invalid`, `no-access`, `no-data`, `too-much-data`, `operation-size-error`, `internal-error`, … */
	code: string;
	/** Of the status itself or, with `invalid`, of the field. */
	subcode: string;
	/** With `invalid`: the parameter that was refused. */
	field: string;
	/** Of a length or a number that was out of range. */
	min: string;
	max: string;
	/** Adobe Connect's own words, with `internal-error`. */
	exception: string;
	/** `<param value>`: with `user-suspended` the minutes of the lock-out. */
	param: string;
}

/**
 * Reads `<status>`; an answer without one has an empty code.
 * https://helpx.adobe.com/adobe-connect/webservices/common-xml-elements-attributes.html
 */
export function statusOf(body: unknown): AdobeStatus {
	const status = isElement(body) ? childOf(body, 'status') : undefined;
	if (status === undefined) {
		return { code: '', subcode: '', field: '', min: '', max: '', exception: '', param: '' };
	}
	const invalid = childOf(status, 'invalid');
	return {
		code: word(attributeOf(status, 'code')),
		subcode: word(attributeOf(invalid, 'subcode') || attributeOf(status, 'subcode')),
		field: word(attributeOf(invalid, 'field')),
		min: word(attributeOf(invalid, 'min')),
		max: word(attributeOf(invalid, 'max')),
		exception: childOf(status, 'exception').text.slice(0, LONGEST_EXCEPTION),
		param: word(attributeOf(childOf(status, 'param'), 'value')),
	};
}

/** All of this goes into texts for people, whatever the server makes of it. */
function word(text: string): string {
	return text.slice(0, LONGEST_WORD);
}

const LONGEST_WORD = 100;
const LONGEST_EXCEPTION = 500;

/** Whether a body was read as XML, and is an answer of the API at all. */
export function isElement(body: unknown): body is XmlElement {
	return asObject(body).name === 'results';
}

/** Adobe Connect breaks down over what it was given; the same again would break down again. */
const WRONG_INPUT = /incorrect input/i;

/**
 * What an answer means. Adobe Connect answers with HTTP 200 whatever happened.
 * @param isFirst whether it is the first internal error: one is worth a further try, because the reports'
 * database is restored every 15 minutes
 * @param now epoch milliseconds
 */
export function classify(answer: HttpAnswer, isFirst: boolean, now: number): Verdict {
	const { status, body } = answer;
	const wish = retryAfterMs(answer.headers['retry-after'], now);
	if (status === 429) return { kind: 'throttled', retryAfterMs: wish };
	if (status === 408 || status >= 500) return { kind: 'unavailable', retryAfterMs: wish };
	if (status < 200 || status >= 300) return { kind: 'refused' };
	const flaw = unreadable(body);
	// Half an answer, or one that stopped coming; everything else comes again as it is.
	if (flaw?.trouble === 'malformed' || flaw?.trouble === 'stalled') return { kind: 'unavailable' };
	if (flaw !== undefined || !isElement(body)) return { kind: 'refused' };
	const { code, subcode, exception } = statusOf(body);
	if (code === 'ok') return { kind: 'done' };
	if (code === 'no-access' && subcode === 'no-login') return { kind: 'tokenExpired' };
	if (code === 'internal-error') {
		return { kind: isFirst && !WRONG_INPUT.test(exception) ? 'unavailable' : 'refused' };
	}
	return { kind: 'refused' };
}
