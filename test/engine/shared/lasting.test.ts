import type { Outcome } from '../../../nodes/shared/model/outcome';
import { WRITES } from '../../sandbox/adobeConnect/http/describe';
import type { BookEntry, Fault } from '../../sandbox/contract';
import { shortThrottle } from '../marketo/transport/client';
import type { Stage } from '../support/world';
import { ENDLESS, JOBS, jobStage, PEOPLE, shortWaits, type Vendor } from './jobs';

/** How often one request may be sent: the most tries of any vendor. */
const MOST = 6;

const status = (code: number, policy?: 'QPS' | 'Daily-limit' | 'DAILY'): Fault => ({
	kind: 'status',
	status: code,
	...(policy && { policy }),
});
const marketo = (code: string): Fault => ({ kind: 'marketoError', code });

/** What a vendor may say for ever. */
const REFUSALS: Record<Vendor, Array<[string, Fault]>> = {
	zoom: [
		['Daily-limit', status(429, 'Daily-limit')],
		['500', status(500)],
		['an HTML page', { kind: 'html' }],
		['half an answer', { kind: 'truncated' }],
		['nothing, after the write', { kind: 'cutAfter' }],
	],
	hubspot: [
		['DAILY', status(429, 'DAILY')],
		['502', status(502)],
		['an HTML page', { kind: 'html' }],
		['half an answer', { kind: 'truncated' }],
		['nothing, after the write', { kind: 'cutAfter' }],
	],
	marketo: [
		['602, token expired', marketo('602')],
		['606, rate limit', marketo('606')],
		['607, daily quota', marketo('607')],
		['608, not available', marketo('608')],
		['611, system error', marketo('611')],
		['615, too many at once', marketo('615')],
		['502', status(502)],
		['an HTML page', { kind: 'html' }],
		['nothing, after the write', { kind: 'cutAfter' }],
	],
	adobeConnect: [
		['503', status(503)],
		['an HTML page', { kind: 'html' }],
		['half an answer', { kind: 'truncated' }],
		['internal-error', { kind: 'adobeError', code: 'internal-error' }],
		['no-access', { kind: 'adobeError', code: 'no-access', subcode: 'no-login' }],
		['nothing, after the write', { kind: 'cutAfter' }],
	],
};

const CASES = JOBS.flatMap((job) =>
	REFUSALS[job.vendor].map(([says, fault]) => ({ ...job, says, fault })),
);

type Kind = 'reads' | 'writes';

/** By method and path; n8n asks for tokens, not the node. */
const USUAL: Record<Kind, RegExp> = {
	reads: /^GET (?!.*(oauth|identity))/,
	writes: /^(POST|PUT|PATCH|DELETE) (?!.*(oauth|identity))/,
};
const WRITE = `action=(${[...WRITES].join('|')})$`;
const SIGN_IN = 'action=(login|common-info)$';
const OTHERS: Partial<Record<Vendor, Record<Kind, RegExp>>> = {
	// Reads people by POST as well.
	hubspot: { ...USUAL, writes: /^(POST|PUT|PATCH|DELETE) (?!.*(oauth|\/read$|\/search$))/ },
	// Writes by GET: the action tells.
	adobeConnect: { reads: new RegExp(`^(?!.*(${WRITE}|${SIGN_IN}))`), writes: new RegExp(WRITE) },
};

let here: Stage;
beforeAll(async () => {
	await shortWaits();
	await shortThrottle(2);
});
beforeEach(async () => {
	here = await jobStage();
});
afterEach(async () => await here.close());

const isWrite = (call: BookEntry) => call.write;
const isRead = (call: BookEntry) => !call.write;

/** How often the request that was sent most often was sent; n8n asks for tokens, not the node. */
function mostSent(vendor: Vendor, kind: (call: BookEntry) => boolean): number {
	const times = new Map<string, number>();
	for (const call of here.sandbox.books.calls(vendor).filter(kind)) {
		const { method, path, query, request } = call;
		if (/oauth|identity/.test(path)) continue;
		const key = JSON.stringify([method, path, query, request]);
		times.set(key, (times.get(key) ?? 0) + 1);
	}
	return Math.max(0, ...times.values());
}

describe.each<[Kind, typeof isRead]>([
	['reads', isRead],
	['writes', isWrite],
])('what concerns %s', (kind, isOfKind) => {
	test.each(CASES)('$name: $says for ever ends, everybody told why', async (one) => {
		const { vendor, fault, ready } = one;
		const run = ready(here);
		const match = (OTHERS[vendor] ?? USUAL)[kind];
		here.sandbox.addFault({ vendor, match, fault, times: ENDLESS });
		const { outputs, error } = await run('continueRegularOutput');
		expect(error).toBeNull();
		const outcomes = outputs[0]!.map(({ json }) => json.outcome as Outcome);
		expect(outcomes).toHaveLength(PEOPLE);
		for (const { result, reason, message, repair } of outcomes) {
			if (result === 'synced' || result === 'unchanged') continue;
			expect([reason, message, repair]).not.toContain('');
		}
		const met = here.sandbox.books.calls(vendor).filter((call) => call.fault === fault.kind);
		expect(met.filter(isOfKind)).not.toEqual([]);
		expect(met.filter((call) => !isOfKind(call))).toEqual([]);
		expect(mostSent(vendor, isRead)).toBeLessThanOrEqual(MOST);
		expect(mostSent(vendor, isWrite)).toBeLessThanOrEqual(MOST);
	});
});
