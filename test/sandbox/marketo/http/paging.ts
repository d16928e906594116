import { MarketoError } from './errors';
import { isRecord, type JsonRecord } from './input';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Tokens look like Marketo's: base 32, padded. What is in them is nobody's business. */
export function encodeToken(content: JsonRecord): string {
	let bits = '';
	for (const byte of Buffer.from(JSON.stringify(content)))
		bits += byte.toString(2).padStart(8, '0');
	let text = '';
	for (let at = 0; at < bits.length; at += 5) {
		text += ALPHABET[Number.parseInt(bits.slice(at, at + 5).padEnd(5, '0'), 2)];
	}
	return text.padEnd(Math.ceil(text.length / 8) * 8, '=');
}

/** @throws MarketoError 1003 for anything that no call has given out */
export function decodeToken(token: string): JsonRecord {
	try {
		let bits = '';
		for (const letter of token.replace(/=+$/, '')) {
			const value = ALPHABET.indexOf(letter);
			if (value < 0) throw new Error('not of the alphabet');
			bits += value.toString(2).padStart(5, '0');
		}
		const bytes = bits.match(/.{8}/g) ?? [];
		const content: unknown = JSON.parse(
			Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2))).toString('utf8'),
		);
		if (isRecord(content)) return content;
	} catch {
		// Said below.
	}
	throw new MarketoError('1003', `Invalid value '${token}' for 'nextPageToken'`);
}

/** One page of rows; `nextPageToken` only while more follow. */
export function pageOf<T>(
	rows: readonly T[],
	size: number,
	token: string | undefined,
): { rows: T[]; next: { nextPageToken?: string; moreResult?: boolean } } {
	const from = token === undefined ? 0 : Number(decodeToken(token).offset);
	const until = from + size;
	const hasMore = until < rows.length;
	return {
		rows: rows.slice(from, until),
		next: hasMore ? { nextPageToken: encodeToken({ offset: until }), moreResult: true } : {},
	};
}
