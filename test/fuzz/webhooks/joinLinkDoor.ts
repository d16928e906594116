/** The page that serves personal join links of Adobe Connect: the query is signed, and there is no body. */
import { createHmac } from 'node:crypto';

import { verifyJoinLink } from '../../../nodes/AdobeConnect/joinLink/sign';
import type { Random } from '../../story/random';

const SECRET = 'FAKE-join-link-secret';

export interface JoinLinkCall {
	query: unknown;
	/** undefined = must be refused. */
	means?: { webinarId: string; occurrenceId: string; registrantId: string };
	why: string;
}

/** docs/adobe-connect/join-links.md, written down a second time. */
function signature(secret: string, w: string, o: string, r: string): string {
	const text = `adobeConnect join link\nv1\n${w}\n${o}\n${r}`;
	return createHmac('sha256', secret).update(text).digest('base64url');
}

/** What makes a signed query one that must be refused. */
export const SPOILS: Record<string, (query: Record<string, string>, random: Random) => unknown> = {
	'another webinar': (query) => ({ ...query, w: `${query.w}1` }),
	'another person': (query) => ({ ...query, r: `1${query.r}` }),
	'another date': (query) => ({ ...query, o: `${query.o}7` }),
	'IDs moved across': ({ w = '', r = '', ...rest }) => ({
		...rest,
		w: w + r[0],
		r: `${r.slice(1)}1`,
	}),
	'another secret': (query) => ({
		...query,
		s: signature('FAKE-another-secret-of-it', query.w!, query.o ?? '', query.r!),
	}),
	'one letter': ({ s = '', ...rest }, random) => {
		// The last letter of 43 holds two bits that mean nothing, but the text is compared.
		const at = random.int(0, s.length - 1);
		return { ...rest, s: `${s.slice(0, at)}${s[at] === 'A' ? 'B' : 'A'}${s.slice(at + 1)}` };
	},
	padding: (query) => ({ ...query, s: `${query.s}=` }),
	'cut off': (query) => ({ ...query, s: query.s?.slice(0, -1) }),
	'no signature': ({ s: _s, ...rest }) => rest,
	twice: (query) => ({ ...query, s: [query.s, query.s] }),
	'as an object': (query) => ({ ...query, w: { toString: () => query.w } }),
	'other digits': (query) => ({ ...query, w: '１２３' }),
	'a line more': (query) => ({ ...query, w: `${query.w}\n` }),
	'very long': (query) => ({ ...query, w: '1'.repeat(100_000) }),
	nothing: () => undefined,
	'a list': (query) => Object.values(query),
};

export function joinLinkCall(random: Random): JoinLinkCall {
	const id = () => String(random.int(1, 1e15));
	const [w, o, r] = [id(), random.pick(['', id()]), id()];
	const query = { w, ...(o !== '' && { o }), r, s: signature(SECRET, w, o, r) };
	if (random.chance(0.4)) {
		const means = { webinarId: w, occurrenceId: o, registrantId: r };
		return { query: { ...query, utm_source: 'mail', __proto__: null }, means, why: 'good' };
	}
	const why = random.pick(Object.keys(SPOILS));
	return { query: SPOILS[why]!({ ...query, o }, random), why };
}

export function joinLinkHolder(query: unknown): unknown {
	const verified = verifyJoinLink(query, SECRET);
	return verified.kind === 'valid' ? verified.holder : undefined;
}
