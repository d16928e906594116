import { openOnes } from '../../../../shared/registrants/person';
import { PERMISSIONS_AT_ONCE } from '../../../transport/endpoints/permissions';
import type { Target } from './target';

/** Says of everybody who is left what would be done, and counts the calls that it would take. */
export function previewPeople(target: Target): void {
	const { rules } = target;
	const toApprove = openOnes(target.people).filter((person) => person.toApprove);
	for (const person of toApprove) person.done('approved', 'Would approve again');
	const people = openOnes(target.people);
	const pending = rules?.requiresApproval === true ? 'pendingApproval' : null;
	for (const person of people) person.done('registered', 'Would register', undefined, pending);
	const strangers = people.filter(({ principal }) => principal === null).length;
	target.callsPlanned = batches(toApprove.length);
	target.callsPlanned += rules === null ? strangers + batches(people.length) : people.length;
}

function batches(people: number): number {
	return Math.ceil(people / PERMISSIONS_AT_ONCE);
}
