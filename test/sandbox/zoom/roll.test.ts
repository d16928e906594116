import type { ZoomWebinarState } from '../world';
import { registrant, webinar } from './proof/world';
import { Roll } from './registration/roll';

describe('the roll of registrants', () => {
	let roll: Roll;
	let event: ZoomWebinarState;

	beforeEach(() => {
		roll = new Roll();
		event = webinar(1, { registrants: [registrant(1), registrant(2)] });
	});

	const idOf = (email: string) => roll.find(event, email)?.id;

	it('finds an address in any case, and who came later', () => {
		expect(idOf(' PERSON2@example.org')).toBe('reg-2');
		expect(idOf('person3@example.org')).toBeUndefined();
		roll.add(event, registrant(3));
		expect(idOf('person3@example.org')).toBe('reg-3');
		expect(event.registrants).toHaveLength(3);
	});

	it('notices what a test changes in the list, its length or not', () => {
		expect(idOf('person1@example.org')).toBe('reg-1');
		event.registrants.shift();
		expect(idOf('person1@example.org')).toBeUndefined();
		expect(idOf('person2@example.org')).toBe('reg-2');
		event.registrants.shift();
		event.registrants.push(registrant(4));
		expect(idOf('person2@example.org')).toBeUndefined();
		expect(idOf('person4@example.org')).toBe('reg-4');
		event.registrants = [registrant(5)];
		expect(idOf('person5@example.org')).toBe('reg-5');
	});

	it('has forgotten who cancelled', () => {
		event.registrants[0]!.status = 'cancelled';
		expect(idOf('person1@example.org')).toBeUndefined();
	});

	it('keeps webinars apart', () => {
		const other = webinar(2);
		expect(roll.find(other, 'person1@example.org')).toBeUndefined();
		roll.add(other, registrant(1));
		expect(other.registrants).toHaveLength(1);
		expect(event.registrants).toHaveLength(2);
	});
});
