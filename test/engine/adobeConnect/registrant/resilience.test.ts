import { adobeWorld } from '../../../sandbox/adobeConnect/testing/world';
import { stage } from '../../support/world';
import { inAHurry } from '../webinar/support';
import { add, newEvent, newRoom, people, registrantsOf, told } from './support';

beforeAll(inAHurry);

/** Faults that a network and a busy server bring; whether the call took effect is another question. */
const FAULTS = [
	{ kind: 'cutBefore' },
	{ kind: 'cutAfter' },
	{ kind: 'status', status: 503 },
	{ kind: 'truncated' },
] as const;

/** A login is never sent twice: a wrong one too many would lock the user out. */
const AFTER_SIGN_IN = /action=(?!login|common-info)/;

describe.each([3, 17, 42])('with faults of the seed %i', (seed) => {
	test.each(['event', 'room'] as const)(
		'everybody is registered for the %s once, and what is said is so',
		async (kind) => {
			const here = await stage(
				{ registrants: 10 },
				{
					adobeConnect: adobeWorld({}, new Date().toISOString()),
					randomFaults: { seed, rate: 0.3, match: AFTER_SIGN_IN, faults: [...FAULTS] },
				},
			);
			const { id } = kind === 'event' ? newEvent(here) : newRoom(here);
			const before = here.sandbox.adobeConnect.principals.size;
			const result = await add(here, id, people(40));
			expect(told(result)).toEqual(Array(40).fill('synced registered -'));
			const ids = registrantsOf(result).map((one) => one!.registrantId);
			const really =
				kind === 'event'
					? here.sandbox.adobeConnect.event(id).registrants.map((one) => one.principalId)
					: Object.keys(here.sandbox.adobeConnect.room(id).permissions);
			expect([...really].sort()).toEqual([...ids].sort());
			expect(here.sandbox.adobeConnect.principals.size).toBe(before + 40);
			expect(told(await add(here, id, people(40)))).toEqual(
				Array(40).fill('unchanged none alreadyRegistered'),
			);
			await here.close();
		},
	);
});
