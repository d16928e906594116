import fc from 'fast-check';

import { verdictOf } from '../../../../nodes/Marketo/actions/flowStep/returnResult/verdict';
import { STATUSES } from '../../../../nodes/shared/items/registrationStatus';
import { readInvocation, type Invocation } from '../../../../nodes/Marketo/webhook/invocation';
import type { JsonObject } from '../../../../nodes/shared/transport/json';
import { chunk, NOW, OWN_URL } from './samples';

const TOKENS = { 'Webinar ID': '852', 'Webinar Join URL': 'https://example.com/j/1' };

const outcome = (over: JsonObject) => ({ outcome: { destination: 'zoom', ...over } });

describe('what an item says became of somebody', () => {
	it.each<[string, JsonObject, string, string | null]>([
		['registered', outcome({ result: 'synced' }), 'registered', 'registered'],
		['registered before', outcome({ result: 'unchanged' }), 'already_registered', 'registered'],
		[
			'waits for the host',
			outcome({ result: 'synced', reason: 'pendingApproval' }),
			'pending',
			'pending',
		],
		['on the wait list', { registrant: { status: 'waitlisted' } }, 'pending', 'waitListed'],
		['denied', { firstName: 'P', registrant: { status: 'denied' } }, 'failed', 'rejected'],
		['cancelled', { firstName: 'P', registrant: { status: 'cancelled' } }, 'failed', 'cancelled'],
		[
			'refused for good',
			outcome({ result: 'failed', reason: 'webinarFull' }),
			'failed',
			'registrationError',
		],
		['to be tried later', outcome({ result: 'deferred', reason: 'dailyLimit' }), 'deferred', null],
		['previewed', outcome({ result: 'synced', preview: true }), 'failed', null],
		['a broken node', { error: 'No connection' }, 'failed', null],
		['nothing', { firstName: 'P' }, 'failed', null],
	])('%s', (_what, json, status, kind) => {
		const verdict = verdictOf(json);
		expect([verdict.result.registrationStatus, verdict.kind]).toEqual([status, kind]);
	});

	it("is a Registration Error where the trigger tells no first name, and its link is nobody's own", () => {
		const { people } = readInvocation(
			chunk({ myTokenContext: TOKENS }, { objectContext: { id: 1, email: 'a@example.com' } }),
			NOW,
			OWN_URL,
		) as Invocation;
		expect(people[0]!.joinUrl).not.toBe('');
		const { result, kind } = verdictOf(people[0]!);
		expect(result).toMatchObject({ success: false, errorCode: 'MISSING_FIRST_NAME', joinUrl: '' });
		expect(kind).toBe('registrationError');
	});

	it('of a webinar without registration is the general link', () => {
		const refused = outcome({ result: 'skipped', reason: 'registrationNotEnabled' });
		const { result, kind } = verdictOf({ ...refused, joinUrl: 'https://example.com/j/1' });
		expect(result).toMatchObject({ success: true, joinUrl: 'https://example.com/j/1' });
		expect(kind).toBe('registered');
	});

	it('is always something that Marketo can be told, whatever stands in the item', () => {
		const members = fc.constantFrom(
			'outcome',
			'registrant',
			'error',
			'email',
			'firstName',
			'webinar',
		);
		const words = fc.constantFrom('synced', 'failed', 'zoom', 'waitlisted', 'duplicate', 'denied');
		const value = fc.oneof(
			fc.anything(),
			fc.dictionary(fc.constantFrom('result', 'status', 'reason', 'destination'), words),
		);
		fc.assert(
			fc.property(fc.dictionary(members, value), fc.string(), (json, failure) => {
				const { result, kind } = verdictOf(json, failure);
				expect(result.success).toBe(STATUSES[result.registrationStatus].done);
				if (!result.success) expect(result.errorCode).not.toBe('');
				// Nobody who failed may look registered in the program.
				if (!result.success)
					expect([null, 'registrationError', 'rejected', 'cancelled']).toContain(kind);
				else expect(['registered', 'pending', 'waitListed']).toContain(kind);
			}),
		);
	});
});
