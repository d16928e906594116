import fc from 'fast-check';

import { whatBecame } from '../../../../nodes/shared/items/became';
import { outputFieldsOf } from '../../../../nodes/HubSpot/actions/workflowAction/outputs';
import {
	errorCodeOf,
	isRegistrationStatus,
	STATUSES,
} from '../../../../nodes/shared/items/registrationStatus';
import { ALL_REASONS } from '../../../../nodes/shared/model/reasons';

const RESULTS = ['synced', 'unchanged', 'skipped', 'deferred', 'failed', 'nonsense', undefined];

const outcome = fc.record({
	result: fc.constantFrom(...RESULTS),
	reason: fc.constantFrom(...ALL_REASONS, null, 7),
	message: fc.oneof(fc.string(), fc.integer()),
	preview: fc.boolean(),
});

const item = fc.record(
	{
		outcome: fc.oneof(outcome, fc.anything()),
		registrant: fc.oneof(
			fc.record({
				status: fc.constantFrom('approved', 'pending', 'denied', 'cancelled', 'other'),
				joinUrl: fc.webUrl(),
			}),
			fc.anything(),
		),
		error: fc.oneof(fc.string(), fc.record({ message: fc.string(), outcome }), fc.anything()),
		details: fc.anything(),
	},
	{ requiredKeys: [] },
);

describe('whatever an item holds', () => {
	it('HubSpot is told one of the statuses it knows, in texts', () => {
		fc.assert(
			fc.property(item, fc.string(), (json, failure) => {
				const became = whatBecame(json, failure);
				expect(isRegistrationStatus(became.registrationStatus)).toBe(true);
				for (const value of Object.values(outputFieldsOf(became))) {
					expect(typeof value).toBe('string');
					expect(value).not.toBe('');
				}
			}),
		);
	});

	it('nobody is called registered who is not, and a failure has a code', () => {
		fc.assert(
			fc.property(item, (json) => {
				const { registrationStatus, errorCode, joinUrl } = whatBecame(json);
				const { done } = STATUSES[registrationStatus];
				expect(done).toBe(errorCode === '');
				if (!done) expect(joinUrl).toBe('');
			}),
		);
		for (const result of ['skipped', 'deferred', 'failed']) {
			const told = whatBecame({
				outcome: { result, reason: null },
				registrant: { status: 'approved', joinUrl: 'https://zoom.example/w/1' },
			});
			expect(STATUSES[told.registrationStatus].done).toBe(false);
		}
	});

	it('nobody is registered whose refusal a CRM was told', () => {
		const told = { result: 'synced', reason: 'previouslyDenied', message: 'Denied' };
		expect(whatBecame({ outcome: told })).toEqual({
			registrationStatus: 'failed',
			errorCode: 'PREVIOUSLY_DENIED',
			message: 'Denied',
			joinUrl: '',
		});
	});

	it('a deferred person without a reason has a code', () => {
		const { registrationStatus, errorCode } = whatBecame({ outcome: { result: 'deferred' } });
		expect([registrationStatus, errorCode]).toEqual(['deferred', 'DEFERRED']);
	});

	it('an error of the run counts more than an older outcome', () => {
		const { registrationStatus, message } = whatBecame({
			outcome: { result: 'synced' },
			error: 'A later node broke',
		});
		expect([registrationStatus, message]).toEqual(['failed', 'A later node broke']);
		expect(whatBecame({}, 'It broke')).toMatchObject({ errorCode: 'WORKFLOW_FAILED' });
	});
});

describe('what HubSpot is sent', () => {
	it('is not done with a deferred person, and long words are cut', () => {
		const sent = outputFieldsOf({
			registrationStatus: 'deferred',
			joinUrl: '',
			errorCode: 'DAILY_LIMIT',
			message: 'x'.repeat(2000),
		});
		expect(sent.hs_execution_state).toBe('FAIL_CONTINUE');
		expect(sent.message).toHaveLength(500);
		expect(sent).not.toHaveProperty('joinUrl');
	});

	it('cannot be overruled by outputs of the user', () => {
		const became = {
			registrationStatus: 'failed',
			joinUrl: '',
			errorCode: 'X',
			message: '',
		} as const;
		expect(outputFieldsOf(became, { registrationStatus: 'registered', seat: '12' })).toEqual({
			registrationStatus: 'failed',
			errorCode: 'X',
			seat: '12',
			hs_execution_state: 'FAIL_CONTINUE',
		});
	});

	it.each([
		['hostCannotRegister', 'HOST_CANNOT_REGISTER'],
		['notAWebinar', 'NOT_A_WEBINAR'],
		['noEmail', 'NO_EMAIL'],
		['', ''],
	])('names %s as %s', (reason, code) => {
		expect(errorCodeOf(reason)).toBe(code);
	});
});
