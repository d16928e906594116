import { Breaker, breakerOf } from '../../../nodes/shared/transport/breaker';
import { lostWrite, VendorError } from '../../../nodes/shared/transport/vendorError';
import type { Reason } from '../../../nodes/shared/model/reasons';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const MINUTE = 60_000;

function error(reason: Reason, message: string = reason): VendorError {
	return new VendorError({ vendor: 'zoom', status: 503, code: '', message, repair: '', reason });
}

const unreachable = () => error('temporarilyUnavailable', 'never sent');
const down = () => error('temporarilyUnavailable', 'overloaded');

let breaker: Breaker;
beforeEach(() => {
	breaker = new Breaker(unreachable);
});

describe('a vendor that is down', () => {
	it('costs all tries once, and after three requests in a row nothing is sent', () => {
		expect(breaker.worthAnother()).toBe(true);
		breaker.noted(down(), NOW);
		expect(breaker.worthAnother()).toBe(false);
		breaker.noted(down(), NOW);
		expect(() => breaker.check(true, NOW)).not.toThrow();
		breaker.noted(down(), NOW);
		expect(() => breaker.check(true, NOW)).toThrow('overloaded');
		expect(() => breaker.check(false, NOW)).toThrow('overloaded');
	});

	it('is asked again after a minute with one try, and each minute from then on', () => {
		for (let time = 0; time < 3; time += 1) breaker.noted(down(), NOW);
		expect(() => breaker.check(true, NOW + MINUTE - 1)).toThrow('overloaded');
		expect(() => breaker.check(true, NOW + MINUTE)).not.toThrow();
		expect(breaker.worthAnother()).toBe(false);
		breaker.noted(down(), NOW + MINUTE);
		expect(() => breaker.check(true, NOW + MINUTE)).toThrow('overloaded');
	});

	it('is trusted again as soon as it answers, if only to refuse', () => {
		for (const answered of [() => breaker.answered(), () => breaker.noted(error('noEmail'), NOW)]) {
			breaker.noted(down(), NOW);
			breaker.noted(down(), NOW);
			answered();
			expect(breaker.worthAnother()).toBe(true);
			breaker.noted(down(), NOW);
			breaker.noted(down(), NOW);
			expect(() => breaker.check(true, NOW)).not.toThrow();
			answered();
		}
	});

	it('is not what a limit of one person says, however many have theirs used up', () => {
		for (let time = 0; time < 9; time += 1) breaker.noted(error('registrantDailyLimit'), NOW);
		expect(() => breaker.check(true, NOW)).not.toThrow();
	});
});

it('a used-up day ends it at once', () => {
	breaker.noted(error('dailyLimit'), NOW);
	expect(() => breaker.check(true, NOW)).toThrow('dailyLimit');
});

it('after ten lost writes no further one is sent, but they are looked for', () => {
	for (let time = 0; time < 9; time += 1) breaker.noted(lostWrite('zoom', ''), NOW);
	expect(() => breaker.check(false, NOW)).not.toThrow();
	breaker.noted(lostWrite('zoom', ''), NOW);
	expect(() => breaker.check(false, NOW)).toThrow('never sent');
	expect(() => breaker.check(true, NOW)).not.toThrow();
	expect(breaker.worthAnother()).toBe(true);
	breaker.answered();
	expect(() => breaker.check(false, NOW)).not.toThrow();
});

it('is one for an execution and an account', () => {
	const [one, other] = [new AbortController().signal, new AbortController().signal];
	const of = (signal: AbortSignal | undefined, key: string) => breakerOf(signal, key, unreachable);
	expect(of(one, 'a')).toBe(of(one, 'a'));
	expect(of(one, 'a')).not.toBe(of(one, 'b'));
	expect(of(one, 'a')).not.toBe(of(other, 'a'));
	expect(of(undefined, 'a')).not.toBe(of(undefined, 'a'));
});
